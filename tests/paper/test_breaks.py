"""Where sheets end: nothing that belongs together is torn apart, and what is handed out is short."""

import re

from .conftest import compact


def sheets_of(sheets, words: str) -> set[int]:
    return {number for number, sheet in enumerate(sheets.compact) if compact(words) in sheet}


def texts(cell) -> list[str]:
    """Return the pieces of text of a cell; what a link adds on paper comes between them."""
    return [piece for piece in cell.text(separator="\n").split("\n") if len(compact(piece)) > 2]


def test_no_heading_stands_at_the_foot_of_a_sheet(printed):
    stranded = []
    for address, sheets in printed.items():
        headings = [
            compact(heading.text().removesuffix("#").strip()) for heading in sheets.tree.css("article :is(h2, h3, h4)")
        ]
        for sheet in sheets.texts:
            lines = [compact(line) for line in sheet.splitlines() if line.strip()]
            text = [line for line in lines if not line.startswith(("pagina", "Directgevaar?Bel112.", "gratis."))]
            if text and text[-1] in headings:
                stranded.append((address, text[-1]))
    assert stranded == []


def test_no_card_is_cut_in_two(printed):
    cut = []
    for address, sheets in printed.items():
        for card in sheets.tree.css(".app-card"):
            first, last = (
                card.css_first(".app-card__what").text(),
                card.css_first(".app-card__site a, .app-card__facts dd").text(),
            )
            if not sheets_of(sheets, first) & sheets_of(sheets, last):
                cut.append((address, card.attributes["id"]))
    assert cut == []


def test_no_row_of_a_table_is_cut_in_two(printed):
    cut = []
    for address, sheets in printed.items():
        for row in sheets.tree.css("article tr"):
            words = [compact(part)[:25] for cell in row.css("th, td") for part in texts(cell)]
            if words and not set.intersection(*(sheets_of(sheets, word) for word in words)):
                cut.append((address, words))
    assert cut == []


def test_a_form_fits_on_two_sheets(printed):
    forms = {address: len(sheets.texts) for address, sheets in printed.items() if re.fullmatch(r"vormen/.+/", address)}
    assert len(forms) == 6
    assert {address: count for address, count in forms.items() if count > 2} == {}


def test_the_checklist_fits_on_one_sheet_of_its_own(printed):
    sheets = printed["meldcode/"]
    items = [item.text() for item in sheets.tree.css(".app-checklist .app-check")]
    assert len(items) > 10
    [sheet] = set.intersection(*(sheets_of(sheets, item) for item in items))
    assert sheets.compact[sheet].removeprefix(compact(sheets.tree.css_first("#checklist").text().removesuffix("#")))
    assert compact(sheets.tree.css_first("#wanneer").text().removesuffix("#")) not in sheets.compact[sheet]


def test_each_item_of_the_checklist_has_a_box_to_tick(page, server):
    page.emulate_media(media="print")
    page.goto(f"{server}meldcode/")
    box = "item => { const s = getComputedStyle(item, '::before'); return [s.content, s.width, s.borderTopStyle, s.borderTopColor].join() }"
    drawn = {page.locator(".app-check").nth(index).evaluate(box) for index in range(page.locator(".app-check").count())}
    assert drawn == {'"",12px,solid,rgb(0, 0, 0)'}

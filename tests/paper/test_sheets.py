"""Every page on paper: what must be on the sheets, what must not, and where sheets end."""

import re

from places import words_of

from .conftest import compact

FURNITURE = ("exit.link", "skip", "print.page", "card.title", "on-this-page", "menu.close")
NUMBERS = {"emergency": "112", "advice": "0800 2000"}


def foot(address: str) -> str:
    return compact(words_of(address)("print.numbers", **NUMBERS))


def test_the_numbers_stand_on_top_and_at_the_foot_of_each_numbered_sheet(printed):
    for address, sheets in printed.items():
        t = words_of(address)
        top = f"{t('help.danger')} {t('help.call')} 112 {t('help.advice')} Veilig Thuis 0800 2000"
        assert compact(top) in sheets.compact[0], address
        for number, sheet in enumerate(sheets.compact, 1):
            assert foot(address)[:60] in sheet and f"{number}/{len(sheets.compact)}" in sheet, (address, number)


def test_the_title_the_day_the_address_and_the_code_are_printed(printed):
    for address, sheets in printed.items():
        assert sheets.on(sheets.tree.css_first("h1").text()) == {0}, address
        if address != "404.html":
            own = sheets.tree.css_first("link[rel=canonical]").attributes["href"]
            assert sheets.on(f"{words_of(address)('print.address')} {own}"), address
            assert sheets.on(
                f"{words_of(address)('page.checked')} {sheets.tree.css_first('.app-page-foot time').text()}"
            )
            assert sheets.code() == [own], address


def test_no_furniture_is_printed_and_nothing_folded_stays_hidden(printed):
    for address, sheets in printed.items():
        t = words_of(address)
        text = compact(sheets.tree.css_first("article").text() if address != "404.html" else "")
        menu = [bool(sheets.on(link.text())) for link in sheets.tree.css("#menu a")]
        assert [key for key in FURNITURE if sheets.on(t(key)) and compact(t(key)) not in text] == [], address
        assert not all(menu) or address.endswith("alle-paginas/"), address
        folded = [
            part.text(deep=True) for part in sheets.tree.css("details :is(h2, h3, dd), details > p, details > ul > li")
        ]
        assert [part for part in folded if compact(part)[:30] not in sheets.whole] == [], address


def test_each_source_is_printed_once_with_its_address(printed):
    for address, sheets in printed.items():
        for link in sheets.tree.css("article .footnote a[href^=http]"):
            assert sheets.whole.count(compact(f"{link.text()} ({link.attributes['href']})")) == 1, (
                address,
                link.text(),
            )


def test_no_heading_stands_at_the_foot_of_a_sheet(printed):
    stranded = []
    for address, sheets in printed.items():
        headings = {compact(heading.text()) for heading in sheets.tree.css("article :is(h2, h3)")}
        for sheet in sheets.texts:
            lines = [compact(line) for line in sheet.splitlines() if line.strip()]
            text = [line for line in lines if not line.startswith(foot(address)[:20]) and "/" not in line[:5]]
            stranded += [(address, text[-1])] if text and text[-1] in headings else []
    assert stranded == []


def test_no_card_and_no_row_of_a_table_is_cut_in_two(printed):
    for address, sheets in printed.items():
        for part in sheets.tree.css(".app-card, article tr"):
            for folded in part.css("summary"):  # not on paper
                folded.decompose()
            pieces = [piece for piece in part.text(separator="\n").split("\n") if len(compact(piece)) > 12]
            assert not pieces or set.intersection(*(sheets.on(piece) for piece in pieces)), (address, pieces[0])


def test_a_form_fits_on_two_sheets_and_only_its_sources_may_run_on(printed):
    forms = {address: sheets for address, sheets in printed.items() if re.fullmatch(r"(?:en/)?vormen/.+/", address)}
    assert len(forms) in (6, 12)
    for address, sheets in forms.items():
        assert len(sheets.texts) <= 3 and max(sheets.on(sheets.tree.css_first("#hulp").text())) < 2, address


def test_the_checklist_fits_on_one_sheet_of_its_own_with_boxes_to_tick(printed, page, server):
    sheets = printed["meldcode/"]
    items = [item.text() for item in sheets.tree.css(".app-check")]
    assert len(items) > 10
    [sheet] = set.intersection(*(sheets.on(item) for item in items))
    assert compact(sheets.tree.css_first("#wanneer").text()) not in sheets.compact[sheet]
    page.emulate_media(media="print")
    page.goto(server + "meldcode/")
    box = "item => getComputedStyle(item, '::before').borderTopStyle"
    assert page.locator(".app-check").first.evaluate(box) == "solid"

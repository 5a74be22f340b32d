"""Every page on paper: what must be on the sheets, and what must not."""

import io

import pypdf
from helpsite.facts import in_words
from pyzbar.pyzbar import decode

from .conftest import compact

FURNITURE = (
    "Verlaat deze site", "Ga naar inhoud", "Print deze pagina", "Print op klein formaat", "Deel deze pagina",
    "Handige nummers", "Op deze pagina", "Sluit menu", "Hoe we controleren", "als PDF",
)  # fmt: skip
FOOT = compact("Direct gevaar? Bel 112. Advies of melden? Bel Veilig Thuis 0800 2000")


def test_every_sheet_is_a4(printed):
    sizes = {
        (round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height)))
        for sheets in printed.values()
        for sheet in pypdf.PdfReader(io.BytesIO(sheets.pdf)).pages
    }
    assert sizes == {(595, 842)}


def test_the_numbers_are_on_top_of_the_first_sheet(printed):
    top = compact(
        "Direct gevaar? Bel 112 Advies of melden? Bel Veilig Thuis 0800 2000 gratis, dag en nacht, ook anoniem"
    )
    assert [address for address, sheets in printed.items() if top not in sheets.compact[0]] == []


def test_the_numbers_are_at_the_foot_of_every_sheet(printed):
    missing = [
        (address, number)
        for address, sheets in printed.items()
        for number, sheet in enumerate(sheets.compact, 1)
        if FOOT not in sheet
    ]
    assert missing == []


def test_every_sheet_says_which_it_is_and_of_how_many(printed):
    wrong = [
        (address, number)
        for address, sheets in printed.items()
        for number, sheet in enumerate(sheets.compact, 1)
        if f"pagina{number}van{len(sheets.compact)}" not in sheet
    ]
    assert wrong == []


def test_the_title_and_the_day_of_checking_are_printed(pages):
    missing = []
    for address, sheets in pages.items():
        day = in_words(sheets.tree.css_first(".app-page-foot time").attributes["datetime"])
        for words in (sheets.tree.css_first("h1").text(), f"Gecontroleerd op {day}"):
            if compact(words) not in sheets.whole:
                missing.append((address, words))
    assert missing == []


def test_the_page_says_its_own_address(pages):
    own = {
        address: sheets.tree.css_first("link[rel=canonical]").attributes["href"] for address, sheets in pages.items()
    }
    assert [
        address for address, sheets in pages.items() if compact(f"deze pagina: {own[address]}") not in sheets.whole
    ] == []


def test_the_code_leads_to_the_page_itself(pages):
    read = {address: [code.data.decode() for code in decode(sheets.picture(0))] for address, sheets in pages.items()}
    own = {
        address: [sheets.tree.css_first("link[rel=canonical]").attributes["href"]] for address, sheets in pages.items()
    }
    assert read == own


def test_no_furniture_is_printed(printed):
    found = []
    for address, sheets in printed.items():
        written = sheets.tree.css(
            "article > :is(p, ul, ol, div:not(.app-actions, .app-way-back)) :is(p, li), article > p:not(.app-pdf)"
        )
        of_the_text = compact(" ".join(node.text() for node in written))  # a page may tell of a button
        found += [
            (address, words)
            for words in FURNITURE
            if compact(words) in sheets.whole and compact(words) not in of_the_text
        ]
    assert found == []


def test_the_menu_is_not_printed(printed):
    menu = compact(printed["hulp/"].tree.css_first("[data-app-menu]").text())
    assert [address for address, sheets in printed.items() if menu in sheets.whole] == []


def test_nothing_folded_stays_hidden(printed):
    folded = [
        (address, part) for address, sheets in printed.items() for part in sheets.tree.css("details :is(p, li, th)")
    ]
    assert folded, "No page folds anything any more: take this test out."
    hidden = [
        (address, part.text()) for address, part in folded if compact(part.text())[:40] not in printed[address].whole
    ]
    assert hidden == []


def test_each_source_prints_its_address(pages):
    missing = []
    for address, sheets in pages.items():
        for link in sheets.tree.css("article .footnote a[href^=http], article .app-sources__item > a"):
            short = link.attributes.get("data-app-address", "")
            if not short or compact(f"{link.text()} ({short})") not in sheets.whole:
                missing.append((address, link.attributes["href"]))
    assert missing == []


def test_a_link_in_the_text_prints_its_address_once_and_short(pages):
    wrong = []
    for address, sheets in pages.items():
        sources = [
            node.attributes["data-app-address"]
            for node in sheets.tree.css(".footnote [data-app-address], .app-sources [data-app-address]")
        ]
        for link in sheets.tree.css("article a[data-app-address]"):
            short = link.attributes["data-app-address"]
            if short in sources or link.css_matches(".app-pdf a"):
                continue
            if "://" in short or short.startswith("www.") or sheets.whole.count(compact(f"({short})")) != 1:
                wrong.append((address, short))
    assert wrong == []

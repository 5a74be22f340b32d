"""The buttons below the text: print the page, print a part of it, nothing without scripts."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

SUBJECT = re.compile(
    r"seks|porno|naakt|groom|misbruik|geweld|slachtoffer|zelfmoord|afpers|helpwanted|veilig|https?:", re.IGNORECASE
)
REMEMBER = (
    "window.print = () => { window.asked = [document.documentElement.dataset.appPrinting || '', document.title] }"
)


@pytest.fixture
def press(page: Page, server: str):
    page.add_init_script(REMEMBER)

    def press(address: str, name: str) -> tuple[list[str], list[str]]:
        page.goto(server + address)
        page.get_by_role("button", name=name).click()
        pdf = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        return page.evaluate("window.asked"), [" ".join(sheet.extract_text().split()) for sheet in pdf.pages]

    return press


def test_print_deze_pagina_prints_the_whole_page(press, page):
    asked, _ = press("signalen/", "Print deze pagina")
    assert asked == ["", page.title()]


@pytest.mark.parametrize("place", ["hulp/", "vormen/sextortion/"])
def test_the_small_print_is_a_card_of_numbers_without_the_subject(press, page, place):
    asked, sheets = press(place, "Print op klein formaat")
    assert asked == ["pocket", "Nummers"] and len(sheets) == 1
    assert [one for one in ("112", "0800 2000", "020 261 52 75", "0800 0188", "113") if one not in sheets[0]] == []
    assert SUBJECT.findall(sheets[0]) == [] and len(sheets[0]) < 400
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.title() != "Nummers"
    expect(page.locator(".app-print")).to_have_count(0)


def test_the_checklist_prints_by_itself_on_one_sheet(press, page):
    _, sheets = press("meldcode/", "Print alleen de checklist")
    assert len(sheets) == 1 and "0800" in sheets[0] and "Wanneer valt het eronder?" not in sheets[0]
    items = page.locator("article .app-check").all_inner_texts()
    assert items and [item for item in items if item not in sheets[0]] == []


def test_without_scripts_no_button_is_shown_that_would_do_nothing(browser: Browser, server):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{server}hulp/")
    expect(page.get_by_role("button", name=re.compile("Print|Deel"))).to_have_count(0)
    page.close()

"""The buttons below the text: print the page, print a part of it, nothing without scripts."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

SUBJECT = re.compile(
    r"seks|sex|porno|naakt|groom|misbruik|geweld|intimidatie|slachtoffer|zelfmoord|zeden|afpers|chantage|helpwanted|"
    r"veilig|https?:|example",
    re.IGNORECASE,
)  # fmt: skip
WITH_CARD = [
    "hulp/", "vormen/shame-sexting/", "vormen/grooming/", "vormen/wraakporno/", "vormen/sextortion/",
    "vormen/online-verspreiden-van-seksueel-geweld/", "vormen/ongevraagde-seksuele-berichten/",
]  # fmt: skip
REMEMBER = (
    "window.print = () => { window.asked = [document.documentElement.dataset.appPrinting || '', document.title] }"
)


@pytest.fixture
def open_page(page: Page, server: str):
    page.add_init_script(REMEMBER)
    return lambda address: page.goto(server + address)


def test_print_deze_pagina_prints_the_whole_page(page, open_page):
    open_page("signalen/")
    page.get_by_role("button", name="Print deze pagina").click()
    assert page.evaluate("window.asked") == ["", page.title()]


def test_the_small_print_is_on_the_help_page_and_on_each_form_only(page, open_page, site):
    offered = [
        path.parent.relative_to(site).as_posix() + "/"
        for path in sorted(site.rglob("index.html"))
        if "Print op klein formaat" in path.read_text(encoding="utf-8")
    ]
    assert sorted(offered) == sorted(WITH_CARD)


@pytest.mark.parametrize("place", WITH_CARD)
def test_the_small_print_is_a_card_of_numbers_without_the_subject(page, open_page, place):
    open_page(place)
    page.get_by_role("button", name="Print op klein formaat").click()
    assert page.evaluate("window.asked") == ["pocket", "Nummers"]
    [sheet] = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = sheet.extract_text()
    assert [number for number in ("112", "0800 2000", "020 261 52 75", "0800 0188", "113") if number not in text] == []
    assert SUBJECT.findall(text) == []
    assert len(text) < 400


def test_the_title_and_the_page_come_back_after_printing(page, open_page):
    open_page("hulp/")
    title = page.title()
    page.get_by_role("button", name="Print op klein formaat").click()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.title() == title
    expect(page.locator("html")).not_to_have_attribute("data-app-printing", "pocket")
    expect(page.locator(".app-pocket")).to_be_hidden()


def test_the_checklist_prints_by_itself_on_one_sheet(page, open_page):
    open_page("meldcode/")
    items = page.locator(".app-check").all_inner_texts()
    page.get_by_role("button", name="Print alleen de checklist").click()
    [sheet] = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(sheet.extract_text().split())
    assert [item for item in items if item not in text] == []
    assert "0800 2000" in text
    assert "Wie moet met de Meldcode werken?" not in text


def test_older_browsers_unfold_before_printing_and_fold_again(page, open_page):
    open_page("feiten-en-cijfers/")
    folded = page.locator("details").first
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_attribute("open", "")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(folded).not_to_have_attribute("open", "")


def test_without_scripts_no_button_is_shown_that_would_do_nothing(browser: Browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}hulp/")
    expect(page.get_by_role("button", name=re.compile("Print|Deel"))).to_have_count(0)
    context.close()

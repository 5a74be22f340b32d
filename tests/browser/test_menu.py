"""What opens from the row on top, menu and search, and what folds in the text: by keyboard, mouse, no scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from states import PHONE

FOLDS = "feiten-en-cijfers/"


@pytest.fixture
def phone(browser: Browser, server: str):
    page = browser.new_page(**PHONE, base_url=server)
    yield page
    page.close()


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def test_the_menu_opens_below_the_bar_over_the_whole_width(phone):
    phone.goto("hulp/")
    button(phone, "Menu").press("Enter")
    expect(button(phone, "Sluit menu")).to_be_focused()
    bar, menu = phone.locator(".app-bar").bounding_box(), phone.locator("#menu").bounding_box()
    assert (menu["x"], menu["width"], round(menu["y"]), round(menu["y"] + menu["height"])) == (
        0,
        360,
        round(bar["height"]),
        740,
    )
    expect(phone.locator("#menu [aria-current=page]")).to_have_text("Wie helpt")
    phone.keyboard.press("Escape")
    expect(button(phone, "Menu")).to_be_focused()
    expect(button(phone, "Menu")).to_have_attribute("aria-expanded", "false")


def test_leaving_the_menu_closes_it(phone):
    phone.goto("hulp/")
    button(phone, "Menu").click()
    phone.keyboard.press("Shift+Tab")
    expect(button(phone, "Menu")).to_have_attribute("aria-expanded", "false")
    button(phone, "Menu").click()
    phone.locator("#menu").get_by_role("link", name="Sporen wissen").click()
    expect(phone).to_have_url(re.compile("/sporen-wissen/$"))


def test_the_search_opens_below_the_row_and_is_ready_to_type(phone):
    phone.goto("hulp/")
    button(phone, "Zoek op deze site").click()
    expect(phone.get_by_role("searchbox")).to_be_focused()
    expect(phone.locator(".app-bar")).to_be_in_viewport(ratio=1)
    phone.keyboard.press("Escape")
    expect(button(phone, "Zoek op deze site")).to_be_focused()
    expect(phone.get_by_role("searchbox")).to_be_hidden()


def test_without_scripts_both_are_links_and_nothing_is_folded(browser: Browser, server):
    page = browser.new_page(java_script_enabled=False, base_url=server, **PHONE)
    page.goto(FOLDS)
    assert page.locator("details[data-app-fold]:not([open])").count() == 0
    page.get_by_role("link", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Menu")).to_be_in_viewport()
    page.get_by_role("link", name="Zoek op deze site").click()
    expect(page).to_have_url(server + "alle-paginas/")
    page.close()


def test_what_folds_is_closed_until_a_link_or_a_print_leads_into_it(phone):
    phone.goto(FOLDS)
    folds = phone.locator("details[data-app-fold]")
    assert folds.evaluate_all("all => all.length && all.every((one) => !one.open)")
    inside = phone.locator("details[data-app-fold] h2[id], details[data-app-fold] h3[id]").first.get_attribute("id")
    phone.goto(f"{FOLDS}#{inside}")
    expect(phone.locator(f"#{inside}")).to_be_in_viewport()
    assert phone.locator("details[open]").count() == 1
    phone.locator(".footnote-ref").first.click()
    expect(phone.locator("details[open] .footnote")).to_be_visible()
    shut = folds.evaluate_all("all => all.filter((one) => !one.open).length")
    phone.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert phone.locator("details:not([open])").count() == 0
    phone.evaluate("dispatchEvent(new Event('afterprint'))")
    assert folds.evaluate_all("all => all.filter((one) => !one.open).length") == shut > 0

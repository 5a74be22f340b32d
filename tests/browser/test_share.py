"""Deel deze pagina, and links to a part of a page."""

import pytest
from playwright.sync_api import Page, expect

SHEET = "navigator.share = async (data) => { window.shared = data }"
CLOSED = "navigator.share = async () => { throw new DOMException('', 'AbortError') }"
# As a browser does: the first sheet stays open, and a second is refused.
OPEN = """navigator.share = () => {
  window.asked = (window.asked ?? 0) + 1;
  return asked === 1 ? new Promise(() => {}) : Promise.reject(new DOMException("", "InvalidStateError"));
}"""
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def share(page: Page):
    return page.get_by_role("button", name="Deel deze pagina")


def test_a_phone_opens_its_own_share_sheet(page: Page, server):
    page.add_init_script(SHEET)
    page.goto(f"{server}vormen/grooming/#wet")
    share(page).click()
    page.wait_for_function("window.shared")
    assert page.evaluate("window.shared.url") == f"{server}vormen/grooming/"


def test_who_closes_the_share_sheet_is_left_alone(page: Page, server):
    page.add_init_script(CLOSED)
    page.goto(server)
    share(page).click()
    expect(page.locator("[data-app-share-status]")).to_be_empty()


def test_a_second_press_while_the_share_sheet_is_open_says_nothing_and_copies_nothing(page: Page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script(OPEN)
    page.goto(server)
    page.evaluate("navigator.clipboard.writeText('mine')")
    share(page).dblclick()
    page.wait_for_function("window.asked === 2")
    page.wait_for_timeout(300)  # for words that should not come
    expect(page.locator("[data-app-share-status]")).to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == "mine"


def test_elsewhere_the_address_is_copied_and_that_is_said(page: Page, server):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server}hulp/#csg")
    share(page).click()
    expect(page.locator("[data-app-share-status]")).to_have_text(
        "Het adres van deze pagina is gekopieerd. Je kunt het nu plakken in een bericht."
    )
    expect(page.locator("[data-app-share-status]")).to_be_visible()
    expect(page.locator("[data-app-share-status]")).to_have_attribute("aria-live", "polite")
    assert page.evaluate("navigator.clipboard.readText()") == f"{server}hulp/"


def test_where_copying_fails_the_address_is_shown(page: Page, server):
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{server}hulp/")
    share(page).click()
    expect(page.locator("[data-app-share-status]")).to_have_text(
        f"Kopiëren lukte niet. Dit is het adres: {server}hulp/"
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_a_part_of_a_page_lands_below_what_sticks(page: Page, server, width):
    page.set_viewport_size({"width": width, "height": 640})
    for anchor in ("vormen/sextortion/#wet", "hulp/#csg", "meldcode/#stap-3"):
        page.goto("about:blank")
        page.goto(server + anchor)
        place = page.locator(f"[id='{anchor.partition('#')[2]}']")
        expect(place).to_be_in_viewport()
        assert place.bounding_box()["y"] >= page.locator(".app-bar").bounding_box()["height"], anchor


def test_a_heading_is_named_by_its_words_alone(page: Page, server):
    page.goto(f"{server}vormen/sextortion/")
    expect(page.get_by_role("heading", name="Wat de wet zegt", exact=True)).to_be_visible()

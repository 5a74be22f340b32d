"""How the tests of the search find the box and its results, and type into it."""

from playwright.sync_api import Locator, Page, expect


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Zoek op deze site")


def results(page: Page) -> Locator:
    return page.locator("[data-search-results] a")


def ask(page: Page, words: str) -> None:
    box(page).fill(words)
    expect(page.locator("[data-app-search-panel]")).to_be_visible()

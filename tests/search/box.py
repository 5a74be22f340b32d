"""How the tests of the search find the box and its results, and type into it."""

from playwright.sync_api import Locator, Page, expect


def box(page: Page) -> Locator:
    """Return the box; on a phone it opens from the row on top first."""
    found = page.locator(".app-search input")
    if not found.is_visible():
        page.locator("header [aria-controls=zoek]").click()
    return page.get_by_role("searchbox", name="Zoek op deze site")


def status(page: Page) -> Locator:
    return page.locator(".app-search [aria-live=polite]")


def results(page: Page) -> Locator:
    return page.locator("[data-search-results] a")


def ask(page: Page, words: str) -> None:
    box(page).fill(words)
    expect(page.locator("[data-app-search-panel]")).to_be_visible()

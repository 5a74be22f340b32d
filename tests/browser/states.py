"""The states that a reader can bring a page into, and the settings that a reader can have.

A state is reached by a function that takes a page in the state before it, and
returns the selector of what has changed: that part is then looked at.
"""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tools.screenshots import addresses


def unfolded(page: Page) -> str:
    """Everything that folds is open: what is closed no test can see."""
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    return "html"


def menu_open(page: Page) -> str:
    page.get_by_role("button", name="Menu", exact=True).click()
    return "#menu"


def search_for(page: Page, words: str, shown: str) -> str:
    """Open the box if it is closed, type `words` and wait for what is `shown`."""
    opens = page.get_by_role("button", name="Zoek op deze site")  # on a phone only
    if opens.is_visible() and opens.get_attribute("aria-expanded") == "false":
        opens.click()
    page.get_by_role("searchbox", name="Zoek op deze site").fill(words)
    page.locator(shown).first.wait_for()
    return ".app-search"


def search_with_results(page: Page) -> str:
    return search_for(page, "grooming", "[data-search-results] a")


def search_with_a_number(page: Page) -> str:
    return search_for(page, "zelfmoord", "[data-app-search-numbers] a")


def search_without_results(page: Page) -> str:
    return search_for(page, "qwrtpsdfg", "[data-app-search-nothing]")


def exit_pressed_once(page: Page) -> str:
    page.keyboard.press("Escape")  # the menu is still open
    page.keyboard.press("Shift")
    page.locator(".app-exit__spoken:not(:empty)").wait_for(state="attached")
    return ".app-exit, .app-exit__spoken"


# In this order, one after the other, on a page that has just loaded.
STATES: dict[str, Callable[[Page], str]] = {
    "unfolded": unfolded,
    "search with results": search_with_results,
    "search with a number": search_with_a_number,
    "search without results": search_without_results,
    "menu open": menu_open,
    "exit pressed once": exit_pressed_once,
}

# One page of each kind.
SAMPLE = ("", "hulp/", "vormen/sextortion/", "meldcode/", "404.html")

# As Playwright's new_context() takes them.
LIGHT = {"color_scheme": "light"}
DARK = {"color_scheme": "dark"}
FORCED = {"forced_colors": "active"}
MORE_CONTRAST = {"contrast": "more"}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}}


def pages(site: Path) -> list[str]:
    """Return the address of each page that a reader can stay on."""
    return addresses(site)

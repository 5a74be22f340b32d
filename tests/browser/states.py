"""The states that a reader can bring a page into, and the settings that a reader can have.

A state is reached by a function that takes a page which has just loaded, and
returns the selector of what has changed: that part is then looked at again.
"""

from collections.abc import Callable

from playwright.sync_api import Page


def menu_open(page: Page) -> str:
    page.get_by_role("button", name="Menu").click()
    return "#menu"


STATES: dict[str, Callable[[Page], str]] = {"menu open": menu_open}

# As Playwright's new_context() takes them.
LIGHT = {"color_scheme": "light"}
DARK = {"color_scheme": "dark"}
FORCED = {"forced_colors": "active"}
MORE_CONTRAST = {"contrast": "more"}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}}


def unfold(page: Page) -> None:
    """Open everything that folds, so that a test sees it too."""
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")

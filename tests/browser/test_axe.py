"""axe-core finds nothing: every page once, and on one page of each kind every state in every setting.

Rules: WCAG 2.2 A and AA, axe's best practices, contrast at level AAA, and names that hold what is seen. What axe can't
tell (order, what a person hears, keys) is in the tests beside this one; the rest is on /toegankelijkheid/.
"""

from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from states import DARK, DESKTOP, FORCED, LIGHT, MORE_CONTRAST, PHONE, SAMPLE, STATES, pages, unfolded

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}},
    "resultTypes": ["violations"],
}
SETTINGS = {
    "light desktop": LIGHT | DESKTOP,
    "dark phone": DARK | PHONE,
    "forced colours": FORCED | PHONE,
    "more contrast": MORE_CONTRAST | PHONE,
}


# Chromium reports the fill colour of text as it was before forced colours; its colour it reports as shown.
SCRIPT = AXE_SCRIPT.replace("-webkit-text-fill-color", "color")


def faults(page: Page, part: str) -> list[str]:
    """Return what axe finds in `part` of `page`, one line an element: the rule, the element, what to do."""
    if page.evaluate("!window.axe"):
        page.evaluate(SCRIPT)
    found = page.evaluate("([part, options]) => axe.run(part, options)", [part, OPTIONS])
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def test_axe_finds_nothing_on_any_page(browser: Browser, server: str, site: Path) -> None:
    page = browser.new_page(**LIGHT | PHONE)
    found: dict[str, str] = {}  # each fault once, with the first page that has it
    for address in pages(site):
        page.goto(server + address)
        found = dict.fromkeys(faults(page, unfolded(page)), f"/{address}") | found
    page.close()
    assert found == {}


@pytest.mark.parametrize("setting", SETTINGS)
def test_axe_finds_nothing_in_any_state(browser: Browser, server: str, setting: str) -> None:
    page = browser.new_page(**SETTINGS[setting])
    found: dict[str, str] = {}
    for address in SAMPLE:
        page.goto(server + address)
        for state, reach in STATES.items():
            part = reach(page)
            found = dict.fromkeys(faults(page, part), f"/{address} ({state})") | found
    page.close()
    assert found == {}

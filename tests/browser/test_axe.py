"""axe-core finds nothing: every page, every state, wide and narrow, light, dark and in forced colours.

Rules: WCAG 2.2 A and AA, axe's best practices, and contrast at level AAA. Other
colours change nothing for the other rules, so in those only the rules that
look at colour run. What axe can't tell (order, what a person hears, keys) is in
the tests beside this one; what no test here tells is on /toegankelijkheid/.
"""

from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from states import DARK, DESKTOP, FORCED, LIGHT, MORE_CONTRAST, PHONE, STATES, pages

EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLOUR = EVERYTHING | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}
}
CASES = {
    "light desktop": (LIGHT | DESKTOP, EVERYTHING),
    "light phone": (LIGHT | PHONE, EVERYTHING),
    "dark desktop": (DARK | DESKTOP, COLOUR),
    "dark phone": (DARK | PHONE, COLOUR),
    "forced colours desktop": (FORCED | DESKTOP, COLOUR),
    "forced colours phone": (FORCED | PHONE, COLOUR),
    "more contrast phone": (MORE_CONTRAST | PHONE, COLOUR),
}


# Chromium reports the fill colour of text as it was before forced colours; its colour it reports as shown.
SCRIPT = AXE_SCRIPT.replace("-webkit-text-fill-color", "color")


def faults(page: Page, options: dict, part: str) -> list[str]:
    """Return what axe finds in `part` of `page`, one line an element: the rule, the element, what to do."""
    if page.evaluate("!window.axe"):
        page.evaluate(SCRIPT)
    found = page.evaluate("([part, options]) => axe.run(part, options)", [part, options])
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("case", CASES)
def test_axe_finds_nothing_on_any_page_in_any_state(browser: Browser, server: str, site: Path, case: str) -> None:
    settings, options = CASES[case]
    context = browser.new_context(**settings)
    page = context.new_page()
    found: dict[str, str] = {}  # each fault once, with the first place that has it
    for address in pages(site):
        page.goto(server + address)
        for state, reach in STATES.items():
            part = reach(page)
            found = dict.fromkeys(faults(page, options, part), f"/{address} ({state})") | found
    context.close()
    assert found == {}

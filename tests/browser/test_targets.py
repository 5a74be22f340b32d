"""A thumb hits it: 44 px for the numbers, the exit, the menu and the search, 24 px for the rest."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from states import DESKTOP, PHONE, pages, unfolded

# A link in a sentence is as high as its line: WCAG 2.5.8 leaves it out, and so does this. A link that covers
# the whole row it stands in is as large as that row.
SMALL = """() => {
  const big = "[data-app-exit], a[href^='tel:'], .app-header a, .app-header button, #menu a, #menu button, summary";
  const block = (one) => (getComputedStyle(one).display.startsWith("inline") ? block(one.parentElement) : one);
  const inSentence = (one) => getComputedStyle(one).display === "inline"
    && block(one).textContent.trim() !== one.textContent.trim();
  const covers = (one) => getComputedStyle(one, "::after").position === "absolute";
  return [...document.querySelectorAll("a[href], button, input, summary")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(".md-skip"))
    .map((one) => ({
      one,
      box: (covers(one) ? one.offsetParent : one).getBoundingClientRect(),
      least: one.matches(big) ? 44 : inSentence(one) && !covers(one) ? 0 : 24,
    }))
    .filter(({ box, least }) => box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5)
    .map(({ one, box, least }) =>
      `${one.textContent.trim().slice(0, 50)}: ${Math.round(box.width)}x${Math.round(box.height)}`
      + `, not ${least}`);
}"""


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_every_target_is_large_enough(browser: Browser, server: str, site: Path, size: str) -> None:
    page = browser.new_page(**{"phone": PHONE, "desktop": DESKTOP}[size])
    small = {}
    for address in pages(site):
        page.goto(server + address)
        unfolded(page)
        if found := page.evaluate(SMALL):
            small[f"/{address}"] = found
    page.close()
    assert small == {}

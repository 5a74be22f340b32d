"""What the reader has set on the device counts: less motion, own colours, more contrast."""

from pathlib import Path

from playwright.sync_api import Browser
from states import FORCED, PHONE, pages

MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(one, part || null);
  const moves = style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0)
    || style.scrollBehavior === "smooth";
  return moves ? `${one.tagName.toLowerCase()}.${one.className}${part}` : null;
})).filter(Boolean)"""
# In forced colours backgrounds go: a button without a line around it is no longer a button to the eye.
WITHOUT_LINE = """() => [...document.querySelectorAll("button, .app-exit a, .app-help a, .app-header__way, .app-card__call")]
  .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
  .map((one) => one.textContent.trim())"""


def test_nothing_moves_for_a_reader_who_wants_less_motion(browser: Browser, server: str, site: Path) -> None:
    page = browser.new_page(reduced_motion="reduce")
    moving = {}
    for address in pages(site):
        page.goto(server + address)
        if found := page.evaluate(MOVING):
            moving[f"/{address}"] = found[:8]
    page.close()
    assert moving == {}


def test_buttons_keep_their_edge_in_forced_colours(browser: Browser, server: str) -> None:
    page = browser.new_page(**FORCED, **PHONE)
    for address in ("", "hulp/"):
        page.goto(server + address)
        assert page.evaluate(WITHOUT_LINE) == [], address
    page.close()


def test_bars_of_a_chart_are_seen_in_forced_colours(browser: Browser, server: str) -> None:
    page = browser.new_page(**FORCED, **PHONE)
    page.goto(server + "feiten-en-cijfers/")
    colours = page.locator(".app-figure__bar rect").evaluate_all(
        "all => all.map((one) => [getComputedStyle(one).fill, getComputedStyle(document.body).backgroundColor])"
    )
    page.close()
    assert colours and [pair for pair in colours if pair[0] == pair[1]] == []

"""What the reader has set on the device counts: less motion, own colours."""

from playwright.sync_api import Browser
from states import FORCED, PHONE, SAMPLE

MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  return style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
}).map((one) => one.className)"""
# In forced colours backgrounds go: a button without a line around it is no longer a button to the eye.
WITHOUT_LINE = """() => [...document.querySelectorAll(
  "button, .app-exit a, .app-help a, .app-header__way, .app-card__call")]
  .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
  .map((one) => one.textContent.trim())"""
# A shape that has the colour of the page is gone.
LOST_SHAPES = """() => [...document.querySelectorAll("article svg, .app-mark")]
  .filter((one) => one.checkVisibility()).filter((one) =>
  [...one.querySelectorAll("path, rect, circle")].every((part) =>
    [getComputedStyle(part).fill, getComputedStyle(part).stroke]
      .every((colour) => ["none", "rgb(0, 0, 0)"].includes(colour)),
  )).length"""


def test_nothing_moves(browser: Browser, server: str) -> None:
    page = browser.new_page(**PHONE)
    for address in SAMPLE:
        page.goto(server + address)
        assert page.evaluate(MOVING) == [], address
    page.close()


def test_buttons_and_shapes_keep_their_edge_in_forced_colours(browser: Browser, server: str) -> None:
    page = browser.new_page(**FORCED, **PHONE, color_scheme="dark")
    for address in (*SAMPLE, "feiten-en-cijfers/"):
        page.goto(server + address)
        assert page.evaluate(WITHOUT_LINE) == [], address
        assert page.evaluate(LOST_SHAPES) == 0, address
    cross = page.locator(".app-exit__link").evaluate("one => getComputedStyle(one, '::after').borderLeftStyle")
    assert cross == "solid"
    page.close()

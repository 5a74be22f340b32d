"""Everything works with the keyboard alone: in the order in which it is read, always visible, nothing by surprise."""

import pytest
from playwright.sync_api import Browser, Page
from states import DARK, DESKTOP, LIGHT, PHONE, SAMPLE

# What has focus: its name, its place in the document, and how its ring looks against what is around it.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const all = [...document.querySelectorAll("*")];
  const box = one.getClientRects()[0];
  const style = getComputedStyle(one);
  const rgba = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const [r, g, b, a = 1] = rgba(getComputedStyle(node).backgroundColor);
      if (a > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const ring = rgba(style.outlineColor).slice(0, 3);
  // The ring has a gap inside it: both its sides are what stands behind the element, not the element itself.
  const gap = parseFloat(style.outlineOffset) > 0;
  const sides = [behind(one.parentElement), gap ? behind(one.parentElement) : behind(one)];
  const points = [[.5, .5], [.1, .5], [.9, .5]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
  return {
    name: (one.getAttribute("aria-label") || one.textContent).trim().replace(/\\s+/g, " ").slice(0, 60),
    href: one.getAttribute("href"),
    index: all.indexOf(one),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: Math.min(...sides.map((side) => contrast(ring, side))),
    seen: points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (one.contains(top) || top.contains(one));
    }),
  };
}"""
TABBABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
  .map((one) => [...document.querySelectorAll("*")].indexOf(one))"""


def walk(page: Page) -> list[dict]:
    """Press Tab from the top until focus leaves the page; return what had focus, in turn."""
    stops = []
    for _ in range(2000):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (stops and stop["index"] == stops[0]["index"]):
            return stops
        stops.append(stop)
    raise AssertionError("focus never leaves the page")


SETTINGS = {"light desktop": LIGHT | DESKTOP, "dark phone": DARK | PHONE}


@pytest.mark.parametrize("setting", SETTINGS)
def test_tab_goes_everywhere_in_the_order_of_reading_and_focus_is_always_seen(
    browser: Browser, server: str, setting: str
) -> None:
    page = browser.new_page(**SETTINGS[setting])
    wrong = []
    for address in SAMPLE:
        page.goto(server + address)
        stops, tabbable = walk(page), page.evaluate(TABBABLE)
        first = [stop["href"] for stop in stops[:6]]
        faults = {
            "Tab skips something or jumps": [stop["index"] for stop in stops] != tabbable,
            "a ring of less than 3 px": [stop for stop in stops if stop["ring"] < 3],
            "a ring that is hard to see": [stop for stop in stops if stop["contrast"] < 3],
            "focus behind something": [stop for stop in stops if not stop["seen"]],
            "the first stop is not the skip link": not first[0].startswith("#"),
            "a number is not in the first six stops": not {"tel:112", "tel:08002000"} < set(first),
            "the exit is not in the first six stops": not any("Verlaat" in stop["name"] for stop in stops[:6]),
        }
        wrong += [(f"/{address}", fault, found) for fault, found in faults.items() if found]
    page.close()
    assert wrong == []


def test_the_skip_link_leads_past_everything_to_the_text(page: Page, server: str) -> None:
    page.goto(server + "vormen/grooming/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_works_and_closes_by_keyboard(page: Page, server: str, key: str) -> None:
    page.goto(server + "hulp/")
    opener = page.get_by_role("button", name="Menu", exact=True)
    opener.focus()
    page.keyboard.press(key)
    assert opener.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.closest('#menu') !== null"), "focus goes into the menu"
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.textContent") == "Menu", "focus goes back to where it came from"
    page.keyboard.press(key)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: not address.endswith("hulp/"))


def test_the_menu_is_no_trap(page: Page, server: str) -> None:
    page.goto(server + "hulp/")
    page.get_by_role("button", name="Menu", exact=True).click()
    for _ in range(60):
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('#menu') !== null"):
            break
    else:
        raise AssertionError("sixty times Tab, and still in the menu")
    assert page.locator("[data-app-open]").count() == 0, "a menu that focus has left is closed"


def test_no_single_key_does_anything(page: Page, server: str) -> None:
    page.goto(server + "vormen/grooming/")
    before = page.content(), page.url
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/.,?;'-=[]`":
        page.keyboard.press(key)
    assert (page.content(), page.url) == before
    assert page.evaluate("document.activeElement === document.body")

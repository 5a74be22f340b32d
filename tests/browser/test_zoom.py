"""Nothing falls off the page: small screens, 400% zoom, text twice as large, and the reader's own spacing."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from states import pages, unfolded

# What WCAG 1.4.12 asks: line height 1.5, space after paragraphs 2, letters 0.12, words 0.16.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
TWICE = "html { font-size: 200% !important; }"
LARGEST = "html { font-size: 250% !important; }"
CASES = {
    "a phone of 320 px": ({"width": 320, "height": 640}, ""),
    "1280 px at 400%": ({"width": 320, "height": 256}, ""),
    "text twice as large at 1280 px": ({"width": 1280, "height": 900}, TWICE),
    "text at 250% on a phone": ({"width": 360, "height": 740}, LARGEST),
    "the reader's own spacing on a phone": ({"width": 360, "height": 740}, SPACING),
    "the reader's own spacing at 1280 px": ({"width": 1280, "height": 900}, SPACING),
    "a phone on its side": ({"width": 740, "height": 360}, ""),
}
# What sticks out at the side, and text that is cut off by a box that does not grow.
LOST = """() => {
  const wide = document.documentElement.clientWidth;
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.textContent.trim().slice(0, 50)}`;
  const shown = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility());
  const width = document.scrollingElement.scrollWidth;
  const out = width > wide ? [`the page is ${width} wide`] : [];
  for (const one of shown) {
    const box = one.getBoundingClientRect();
    if (one.closest("svg, .md-skip")) continue;
    if (box.width && box.right > wide + 1) out.push(`sticks out: ${name(one)}`);
    const style = getComputedStyle(one);
    if (/hidden|clip/.test(style.overflow) && one.textContent.trim() && box.width > 2
        && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2))
      out.push(`cut off: ${name(one)}`);
    if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
      out.push(`scrolls sideways: ${name(one)}`);
  }
  return out;
}"""


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_lost(browser: Browser, server: str, site: Path, case: str) -> None:
    viewport, style = CASES[case]
    page = browser.new_page(
        viewport=viewport, bypass_csp=True
    )  # a style of the reader's own is no concern of the policy
    lost = {}
    for address in pages(site):
        page.goto(server + address)
        unfolded(page)
        if style:
            page.add_style_tag(content=style)
        if found := page.evaluate(LOST):
            lost[f"/{address}"] = found[:8]
        if address:  # the menu is the same everywhere
            continue
        page.get_by_role("button", name="Menu", exact=True).click()
        if found := page.evaluate(LOST):
            lost["menu open"] = found[:8]
    page.close()
    assert lost == {}


@pytest.mark.parametrize(("size", "style", "most"), [((740, 360), "", 60), ((320, 568), LARGEST, 240)])
def test_what_sticks_leaves_room_to_read(
    browser: Browser, server: str, size: tuple[int, int], style: str, most: int
) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, bypass_csp=True)
    page.goto(server + "vormen/grooming/")
    if style:
        page.add_style_tag(content=style)
    page.evaluate("scrollTo(0, 900)")
    bar = page.locator(".app-bar").bounding_box()
    parts = [page.locator(f".app-bar {one}").bounding_box() for one in ("[data-app-exit]", "[href='tel:112']")]
    page.close()
    assert bar["y"] == 0 and bar["height"] <= most
    assert all(one["y"] >= 0 <= one["x"] and one["x"] + one["width"] <= size[0] for one in parts)

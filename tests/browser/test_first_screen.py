"""What a reader sees before a thumb moves: the way out, both numbers, the title, and something to do."""

import re

import pytest
from playwright.sync_api import Browser, Page
from states import pages

SCREENS = {
    "small phone": (320, 568, 250),
    "phone": (360, 640, 230),
    "desktop": (1280, 900, 260),
}  # and where the title begins
ACTING = ["", "eerste-stappen/", "hulp/", "herken-je-dit/", "iemand-helpen/", "beelden-verwijderen/", "meldcode/"]
STYLE = re.compile("<style.*?</style>", re.DOTALL)
NUMBERS = ("a[href='tel:112']", "a[href='tel:08002000']")
# A link or a number of the text that can be pressed without scrolling. An explained word is no thing to do.
TO_DO = """() => [...document.querySelectorAll("article a[href]:not(.app-term, .footnote-ref)")].some((one) => {
  const box = one.getBoundingClientRect();
  return box.height && box.top > 0 && box.bottom <= innerHeight;
})"""


@pytest.fixture(params=SCREENS)
def screen(request, browser: Browser, server: str):
    width, height, title = SCREENS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=server)
    page = context.new_page()
    page.title_at_most = title
    yield page
    context.close()


def box(page: Page, selector: str) -> dict:
    return page.locator(selector).first.bounding_box()


def test_the_first_screen_holds_the_way_out_both_numbers_the_title_and_something_to_do(screen, site):
    wrong = []
    for address in pages(site):
        screen.goto(address)
        for selector in (*NUMBERS, "[data-app-exit]"):
            found = box(screen, selector)
            if found["y"] < 0 or found["height"] < 44 or found["y"] + found["height"] > 200:
                wrong.append((address, selector, found))
        sizes = [
            screen.locator(f"{one} b").first.evaluate("b => parseFloat(getComputedStyle(b).fontSize)")
            for one in NUMBERS
        ]
        if min(sizes) < 17 or box(screen, "h1")["y"] > screen.title_at_most:
            wrong.append((address, sizes, box(screen, "h1")["y"]))
        plain = address.removeprefix("en/")
        if (plain in ACTING or plain.startswith("vormen/")) and not screen.evaluate(TO_DO):
            wrong.append((address, "nothing to press"))
    assert wrong == []


def test_the_bar_stays_and_nothing_lies_under_it(screen):
    screen.goto("hulp/#113")
    assert box(screen, ".app-bar")["y"] == 0
    assert box(screen, "#\\31 13")["y"] >= box(screen, ".app-bar")["height"]


def test_the_numbers_work_without_styles_and_scripts(browser, server):
    page = browser.new_page(java_script_enabled=False)
    page.route(
        "**/hulp/", lambda route: route.fulfill(body=STYLE.sub("", route.fetch().text()), content_type="text/html")
    )
    page.goto(server + "hulp/")
    assert [page.locator(one).first.is_visible() for one in (*NUMBERS, "[data-app-exit]")] == [True] * 3
    page.close()


# Drawings of the text that touch a word which is not their own.
OVER_WORDS = """() => [...document.querySelectorAll("article .app-drawing")].filter((drawing) => {
  const one = drawing.getBoundingClientRect();
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (one.width && words.nextNode()) {
    if (!words.currentNode.data.trim() || drawing.contains(words.currentNode)) continue;
    range.selectNodeContents(words.currentNode);
    for (const box of range.getClientRects())
      if (box.right > one.left && box.left < one.right && box.bottom > one.top && box.top < one.bottom) return true;
  }
}).map((drawing) => drawing.getAttribute("class"))"""


def test_no_drawing_lies_over_words(screen, site):
    wrong = []
    for address in pages(site):
        screen.goto(address)
        wrong += [(address, *found) for found in [screen.evaluate(OVER_WORDS)] if found]
    assert wrong == []

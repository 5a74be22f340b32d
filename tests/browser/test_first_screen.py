"""What a reader sees at once, on the smallest phone, with and without scripts and styles."""

import pytest
from playwright.sync_api import Browser, Page

from tools.pictures import addresses

SIZES = {"small phone": (320, 640), "phone": (360, 740), "desktop": (1280, 900)}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request) -> bool:
    return request.param


@pytest.fixture(params=SIZES, ids=list(SIZES))
def screen(request, browser: Browser, scripts: bool, server: str):
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height}, java_script_enabled=scripts, base_url=server
    )
    yield context.new_page()
    context.close()


def box(page: Page, selector: str) -> dict:
    return page.locator(selector).first.bounding_box()


def test_both_numbers_and_the_exit_are_in_the_first_screen_and_large_enough(screen, site):
    wrong = []
    for address in addresses(site):
        screen.goto(address)
        for selector in ("a[href='tel:112']", "a[href='tel:08002000']", "[data-app-exit]"):
            found = box(screen, selector)
            inside = found["y"] >= 0 and found["y"] + found["height"] <= screen.viewport_size["height"]
            if not inside or found["height"] < 44 or found["width"] < 44:
                wrong.append((address, selector, found))
    assert wrong == []


def test_no_page_scrolls_sideways(screen, site):
    wide = []
    for address in addresses(site):
        screen.goto(address)
        if screen.evaluate("document.scrollingElement.scrollWidth") > screen.viewport_size["width"]:
            wide.append(address)
    assert wide == []


def test_the_exit_stays_in_view_and_off_the_numbers(screen):
    screen.goto("vormen/sextortion/")
    exit_ = box(screen, "[data-app-exit]")
    number = box(screen, "a[href='tel:112']")
    assert exit_["y"] + exit_["height"] <= number["y"]
    screen.locator("#hulp").scroll_into_view_if_needed()
    assert box(screen, "[data-app-exit]")["y"] == exit_["y"]


def test_the_numbers_work_without_styles(browser, server):
    context = browser.new_context(java_script_enabled=False, base_url=server)
    page = context.new_page()

    def without_styles(route):
        if route.request.resource_type != "document":
            return route.continue_()
        body = route.fetch().text()
        start, end = body.index("<style"), body.index("</style>")
        return route.fulfill(body=body[:start] + body[end + 8 :], content_type="text/html")

    page.route("**/*", without_styles)
    page.goto("hulp/")
    first = page.locator("a").all()[:4]
    assert [link.get_attribute("href") for link in first][2:] == ["tel:112", "tel:08002000"]
    assert all(link.is_visible() for link in first)
    context.close()

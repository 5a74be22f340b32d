"""What the tests of the quick exit share: where it leads, how a reader presses it, reads on and goes back."""

import pytest
from playwright.sync_api import Page, Route, expect

EXIT = "https://www.weeronline.nl/"
ELSEWHERE = "https://elders.example/"
READ = ("", "vormen/sextortion/", "eerste-stappen/", "hulp/")  # opened in this order, by links
SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}


def answer(route: Route) -> None:
    route.fulfill(content_type="text/html", body=f"<title>Een andere site</title><h1>{route.request.url}</h1>")


def follow(page: Page, address: str) -> None:
    """Go on to `address` as a reader does: by a link."""
    script = (
        "to => { const link = document.createElement('a'); link.href = to; document.body.append(link); link.click() }"
    )
    page.evaluate(script, address)
    page.wait_for_url(address)


def read(page: Page, nginx: str, pages: tuple[str, ...]) -> None:
    page.goto(nginx + pages[0])
    for address in pages[1:]:
        follow(page, nginx + address)


def go(page: Page, step: int) -> None:
    """Press Back (-1) or Forward (1), perhaps held down to choose a page further on."""
    page.evaluate("step => { setTimeout(() => history.go(step)); }", step)


def comes_and_gives_way(page: Page, step: int, ours: str, other: str) -> None:
    """Go `step` places: a page of our site comes, and at once `other` takes its place again.

    Both may be over before a test can look, so what comes is written down from before the step.
    """
    came: list[str] = []
    page.on("framenavigated", lambda frame: came.append(frame.url))
    go(page, step)
    while not came or came[-1] != other:
        page.wait_for_event("framenavigated")
    assert [address.startswith(ours) for address in came] == [True, False]


def expect_whole(page: Page, address: str) -> None:
    """The page at `address` is seen. First that something is, then what: the other site has a heading too."""
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(address)


def tap(page: Page) -> None:
    page.locator("[data-app-exit]").tap(no_wait_after=True)


def click(page: Page) -> None:
    page.get_by_role("link", name="Verlaat deze site").click(no_wait_after=True)


def middle(page: Page) -> None:
    page.get_by_role("link", name="Verlaat deze site").click(button="middle", no_wait_after=True)


def enter(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-app-exit]")).to_be_focused()
    page.keyboard.press("Enter")


def shift(page: Page) -> None:
    for _ in range(6):  # who is in a hurry presses on
        page.keyboard.press("Shift")


WAYS = [
    ("phone", tap),
    ("phone", shift),
    ("desktop", click),
    ("desktop", middle),
    ("desktop", enter),
    ("desktop", shift),
]
in_every_way = pytest.mark.parametrize(
    ("context", "leave"), WAYS, indirect=["context"], ids=lambda value: getattr(value, "__name__", value)
)

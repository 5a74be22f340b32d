"""The quick exit through the shipped server: blank at once, the other site, and no way Back."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, expect

from tools.browser import launch_options
from tools.pictures import addresses

EXIT = "https://www.weeronline.nl/"
ELSEWHERE = "https://elders.example/"
READ = ("", "vormen/sextortion/", "eerste-stappen/", "hulp/")  # opened in this order, by links
SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}
BLANK = "[...document.body.children].every((part) => !part.checkVisibility({ opacityProperty: true }))"
# Tells of each page of ours whether any frame of it showed something.
WATCH = """
const look = () => {
  if (document.body && !(BLANK)) return seen(location.href);
  requestAnimationFrame(look);
};
if (location.hostname === "127.0.0.1") requestAnimationFrame(look);
""".replace("BLANK", BLANK)


def answer(route: Route) -> None:
    route.fulfill(content_type="text/html", body=f"<title>Een andere site</title><h1>{route.request.url}</h1>")


@pytest.fixture
def screen() -> str:
    return "desktop"


@pytest.fixture
def context(screen: str, browser: Browser):
    context = browser.new_context(**SCREENS[screen])
    context.route(f"{EXIT}**", answer)
    context.route(f"{ELSEWHERE}**", answer)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def follow(page: Page, address: str) -> None:
    """Go on to `address` as a reader does: by a link."""
    page.evaluate("to => { const link = document.createElement('a'); link.href = to; document.body.append(link); link.click(); }", address)
    page.wait_for_url(address)


def go(page: Page, step: int) -> None:
    """Press Back (-1) or Forward (1), perhaps held down to choose a page further on."""
    page.evaluate("step => { setTimeout(() => history.go(step)); }", step)


def read(page: Page, nginx: str, pages: tuple[str, ...]) -> None:
    page.goto(nginx + pages[0])
    for address in pages[1:]:
        follow(page, nginx + address)


def tap(page: Page) -> None:
    page.locator("[data-app-exit]").tap(no_wait_after=True)


def click(page: Page) -> None:
    page.get_by_role("link", name="Verlaat deze site").click(no_wait_after=True)


def enter(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("[data-app-exit]")).to_be_focused()
    page.keyboard.press("Enter")


def shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


in_every_way = pytest.mark.parametrize(
    ("screen", "leave"),
    [("phone", tap), ("phone", shift), ("desktop", click), ("desktop", enter), ("desktop", shift)],
    ids=lambda value: getattr(value, "__name__", value),
)


@in_every_way
@pytest.mark.parametrize("pages", [READ[:1], READ], ids=["opened directly", "after three pages"])
def test_leaving_shows_the_other_site_and_no_way_back_shows_this_one(context, page, nginx, leave, pages):
    seen: list[str] = []
    read(page, nginx, pages)
    context.expose_function("seen", lambda address: seen.append(address))
    context.add_init_script(WATCH)
    leave(page)
    page.wait_for_url(EXIT)
    for _ in pages[1:]:
        go(page, -1)
        page.wait_for_url(f"{nginx}**")  # it comes, unseen
        page.wait_for_url(EXIT)
    go(page, -1)
    page.wait_for_url("about:blank")
    assert seen == []


def test_what_was_read_after_it_is_out_of_reach_of_forward_too(context, page, nginx):
    seen: list[str] = []
    read(page, nginx, READ)
    page.go_back()
    context.expose_function("seen", lambda address: seen.append(address))
    context.add_init_script(WATCH)
    click(page)
    page.wait_for_url(EXIT)
    go(page, 1)
    page.wait_for_url(f"{nginx}**")
    page.wait_for_url(EXIT)
    assert seen == []


def test_places_on_a_page_are_out_of_reach_as_well(page, nginx):
    read(page, nginx, ("hulp/", "hulp/#menu", "privacy/"))
    click(page)
    page.wait_for_url(EXIT)
    for _ in range(2):
        go(page, -1)
        page.wait_for_url(f"{nginx}**")
        page.wait_for_url(EXIT)


@in_every_way
def test_the_screen_is_blank_as_long_as_the_other_site_does_not_arrive(context, page, nginx, leave):
    # An empty answer leaves the browser where it is: the same moment as on a slow network, but one that lasts.
    context.route(f"{EXIT}**", lambda route: route.fulfill(status=204))
    page.goto(nginx + "vormen/sextortion/")
    with page.expect_response(f"{EXIT}**"):
        leave(page)
    expect(page).to_have_title("Het weer")
    expect(page.locator("p[aria-live=assertive]")).to_have_text("Je verlaat deze site.")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    assert len(picture.getcolors(picture.width * picture.height)) == 1


def test_the_screen_is_blank_while_a_slow_network_is_still_asked(context, page, nginx):
    asked: list[Route] = []
    context.route(f"{EXIT}**", lambda route: asked.append(route))
    page.goto(nginx + "vormen/sextortion/")
    page.evaluate(f"new MutationObserver(() => console.log('blank', {BLANK})).observe(document.documentElement, {{ attributes: true }})")
    with page.expect_request(f"{EXIT}**"), page.expect_console_message(lambda message: message.text == "blank true"):
        click(page)
    while not asked:
        context.cookies()  # lets Playwright hand over the request; the page itself is waiting
    answer(asked[0])
    page.wait_for_url(EXIT)


def test_each_press_of_shift_is_confirmed_and_another_key_starts_anew(page, nginx):
    page.goto(nginx)
    spoken = page.locator("p[aria-live=assertive]")
    page.keyboard.press("Shift")
    expect(spoken).to_have_text("Nog 2 keer Shift om weg te gaan.")
    page.keyboard.press("Shift")
    expect(spoken).to_have_text("Nog 1 keer Shift om weg te gaan.")
    page.keyboard.press("a")
    expect(spoken).to_have_text("")
    page.keyboard.press("Shift")
    expect(spoken).to_have_text("Nog 2 keer Shift om weg te gaan.")
    expect(page).to_have_url(nginx)


def test_shift_with_another_key_or_with_too_long_between_does_not_count(page, nginx):
    page.clock.install()
    page.goto(nginx)
    spoken = page.locator("p[aria-live=assertive]")
    for _ in range(4):
        page.keyboard.press("Shift+A")
        page.keyboard.press("Control+Shift")
    expect(spoken).to_have_text("")
    page.keyboard.press("Shift")
    page.clock.fast_forward(6000)
    expect(spoken).to_have_text("Weggaan met Shift is gestopt.")
    page.keyboard.press("Shift")
    expect(spoken).to_have_text("Nog 2 keer Shift om weg te gaan.")


def test_escape_does_nothing(page, nginx):
    page.goto(nginx)
    for _ in range(5):
        page.keyboard.press("Escape")
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(nginx)


def test_without_scripts_it_is_a_plain_link(browser, nginx):
    for screen in SCREENS.values():
        context = browser.new_context(**screen, java_script_enabled=False)
        context.route(f"{EXIT}**", answer)
        page = context.new_page()
        page.goto(nginx + "hulp/")
        (tap if "has_touch" in screen else click)(page)
        page.wait_for_url(EXIT)
        context.close()


def test_back_works_as_ever_for_who_follows_links_to_other_sites(page, nginx):
    read(page, nginx, READ)
    follow(page, ELSEWHERE)
    page.go_back()
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(nginx + READ[-1])
    page.goto(f"{ELSEWHERE}?getypt")
    page.go_back()
    expect(page.locator("h1")).to_be_visible()
    for address in reversed(READ[:-1]):
        page.go_back()
        expect(page).to_have_url(nginx + address)
        expect(page.locator("h1")).to_be_visible()
    follow(page, ELSEWHERE)  # from a page that was left within the site before
    page.go_back()
    expect(page.locator("h1")).to_be_visible()


def test_jumping_over_several_pages_at_once_works_as_ever(page, nginx):
    read(page, nginx, READ)
    follow(page, ELSEWHERE)
    for step, address in ((-4, READ[0]), (2, READ[2]), (2, None), (-1, READ[3])):
        go(page, step)
        page.wait_for_url(nginx + address if address is not None else ELSEWHERE)
        if address is not None:
            expect(page.locator("h1")).to_be_visible()


def test_a_page_that_did_not_come_is_no_exit(context, page, nginx):
    page.goto(nginx)
    context.route("**/hulp/", lambda route: route.abort())
    page.evaluate("location.assign('hulp/')")
    with pytest.raises(Error, match="ERR_FAILED"):
        page.wait_for_url(f"{nginx}hulp/")
    expect(page).to_have_url(re.compile("chrome-error:"))
    page.go_back()
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(nginx)


def test_it_is_second_in_the_tab_order_of_every_page_and_told_as_what_it_is(page, nginx, site):
    page.set_viewport_size({"width": 320, "height": 640})
    wrong = []
    for address in addresses(site):
        page.goto(nginx + address)
        page.keyboard.press("Tab")
        skip = page.evaluate("document.activeElement.textContent.trim()")
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.textContent.trim(), document.activeElement.tagName]")
        if skip != "Ga naar inhoud" or focused != ["Verlaat deze site", "A"]:
            wrong.append((address, skip, focused))
    assert wrong == []


def test_it_stays_in_sight_and_lies_over_no_text_that_is_asked_for(page, nginx):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(nginx + "hulp/")
    strip = page.locator(".app-exit").bounding_box()
    under = strip["y"] + strip["height"]
    first = page.locator(".app-help").bounding_box()
    assert strip["y"] == 0 and first["y"] >= under
    for place in ("veilig-thuis", "politie"):
        page.goto(f"{nginx}hulp/#{place}")
        assert page.locator(f"#{place}").bounding_box()["y"] >= under
        page.evaluate("scrollBy(0, 333)")
        link = page.get_by_role("link", name="Verlaat deze site").bounding_box()
        assert link["y"] >= 0 and link["y"] + link["height"] <= under and min(link["width"], link["height"]) >= 44


def test_pages_that_the_browser_keeps_in_memory_come_back_whole_or_not_at_all(browser_type, nginx, server):
    # Playwright switches this memory off, and answering in a site's place does too: so a browser of its own, and a real other site.
    browser = browser_type.launch(**launch_options(), ignore_default_args=["--disable-back-forward-cache"])
    page = browser.new_page()
    away = server + "404.html"
    to_away = "away => { window.kept = true; document.querySelector('[data-app-exit]').href = away; }"
    page.goto(nginx)
    page.evaluate(to_away, away)
    follow(page, nginx + "hulp/")
    page.evaluate(to_away, away)
    follow(page, away)
    go(page, -1)
    page.wait_for_url(nginx + "hulp/", wait_until="commit")
    assert page.evaluate("window.kept")  # from memory
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_title(re.compile("^Wie helpt"))
    page.get_by_role("link", name="Verlaat deze site").click(no_wait_after=True)
    page.wait_for_url(away)
    go(page, -1)
    page.wait_for_url(nginx, wait_until="commit")
    page.wait_for_url(away)
    browser.close()

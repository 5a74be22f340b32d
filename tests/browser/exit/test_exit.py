"""The quick exit through the shipped server: always there, blank at once, by mouse, touch and keyboard."""

import io

from exiting import BLANK, EXIT, SCREENS, answer, click, in_every_way, tap
from PIL import Image
from playwright.sync_api import Route, expect

from tools.screenshots import addresses


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
    page.evaluate(
        f"new MutationObserver(() => console.log('blank', {BLANK})).observe(document.documentElement, {{ attributes: true }})"
    )
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
    first = page.get_by_role("link", name="112").first.bounding_box()
    assert strip["y"] == 0 and first["x"] + first["width"] <= strip["x"]
    for place in ("veilig-thuis", "politie"):
        page.goto(f"{nginx}hulp/#{place}")
        assert page.locator(f"#{place}").bounding_box()["y"] >= under
        page.evaluate("scrollBy(0, 333)")
        link = page.get_by_role("link", name="Verlaat deze site").bounding_box()
        assert link["y"] >= 0 and link["y"] + link["height"] <= under and min(link["width"], link["height"]) >= 44

"""The quick exit through the shipped server: always there, told as what it is, by mouse, touch and keyboard."""

from exiting import EXIT, SCREENS, answer, click, in_every_way, shift, tap
from places import words_of
from playwright.sync_api import expect

from tools.screenshots import addresses

SAID = "p[aria-live=assertive]"


@in_every_way
def test_what_is_said_and_the_tab_are_right_as_long_as_the_other_site_does_not_arrive(context, page, nginx, leave):
    # An empty answer leaves the browser where it is: the same moment as on a slow network, but one that lasts.
    context.route(f"{EXIT}**", lambda route: route.fulfill(status=204))
    page.goto(nginx + "vormen/sextortion/")
    with page.expect_response(f"{EXIT}**"):
        leave(page)
    shift(page)
    expect(page).to_have_title("Het weer")
    expect(page.locator(SAID)).to_have_text("Je verlaat deze site.")
    expect(page.locator("h1")).to_be_hidden()


def test_only_shift_alone_and_in_time_counts_and_each_press_is_confirmed(page, nginx):
    page.clock.install()
    page.goto(nginx)
    spoken = page.locator(SAID)
    others = {
        "another key": lambda: page.keyboard.press("a"),
        "a capital": lambda: page.keyboard.press("Shift+A"),
        "another control": lambda: page.keyboard.press("Control+Shift"),
        "a mouse button": lambda: page.mouse.click(600, 5),
        "the wheel": lambda: page.mouse.wheel(0, 20),
        "another window": lambda: page.evaluate("dispatchEvent(new Event('blur'))"),
    }
    for name, other in others.items():
        page.keyboard.press("Shift")
        expect(spoken, name).to_have_text("Nog 2 keer Shift om weg te gaan.")
        page.keyboard.press("Shift")
        expect(spoken, name).to_have_text("Nog 1 keer Shift om weg te gaan.")
        page.keyboard.down("Shift")  # the third, and with it something else
        other()
        page.keyboard.up("Shift")
        expect(spoken, name).to_have_text("")
    page.keyboard.press("Shift")
    page.clock.fast_forward(6000)
    expect(spoken).to_have_text("Weggaan met Shift is gestopt.")
    for _ in range(5):  # screen readers and browsers use it
        page.keyboard.press("Escape")
    expect(page).to_have_url(nginx)


def test_in_a_frame_of_another_site_the_whole_tab_leaves(context, page, server):
    frame = f"<iframe src='{server}' width=900 height=600></iframe>"
    context.route(f"{server}elders", lambda route: route.fulfill(content_type="text/html", body=frame))
    page.goto(f"{server}elders")
    page.frame_locator("iframe").locator("[data-app-exit]").click(no_wait_after=True)
    page.wait_for_url(EXIT)


def test_without_scripts_it_is_a_plain_link(browser, nginx):
    for screen in SCREENS.values():
        with browser.new_context(**screen, java_script_enabled=False) as context:
            context.route(f"{EXIT}**", answer)
            page = context.new_page()
            page.goto(nginx + "hulp/")
            (tap if "has_touch" in screen else click)(page)
            page.wait_for_url(EXIT)


def test_it_is_second_in_the_tab_order_of_every_page_and_told_as_what_it_is(page, nginx, site):
    page.set_viewport_size({"width": 320, "height": 640})
    wrong = []
    for address in addresses(site):
        page.goto(nginx + address)
        words = []
        for _ in range(2):
            page.keyboard.press("Tab")
            words += page.evaluate("[document.activeElement.textContent.trim(), document.activeElement.tagName]")
        t = words_of(address)
        if words != [t("skip"), "A", t("exit.link"), "A"]:
            wrong.append((address, words))
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

"""The search box in a real browser: by touch, keyboard and screen reader, and nothing leaves the device."""

import re

import pytest
from box import ask, box, results, status
from playwright.sync_api import expect


@pytest.mark.parametrize("start", ["", "vormen/sextortion/", "404.html"])
def test_the_box_is_in_the_header_and_without_scripts_a_link_to_a_to_z(screen, browser, server, start):
    screen.goto(start)
    expect(box(screen)).to_be_visible()
    plain = browser.new_context(java_script_enabled=False, base_url=server, viewport=screen.viewport_size).new_page()
    plain.goto(start)
    link = plain.get_by_role("banner").get_by_role("link", name="Zoek op deze site")
    expect(link).to_have_attribute("href", re.compile("alle-paginas/$"))
    plain.context.close()


def test_the_page_does_not_move_when_the_script_comes(screen):
    screen.add_init_script(
        "window.moved = 0; new PerformanceObserver(list =>"
        " list.getEntries().forEach(entry => window.moved += entry.hadRecentInput ? 0 : entry.value))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    screen.goto("vormen/sextortion/")
    ask(screen, "afgeperst")
    assert screen.evaluate("window.moved") == 0


def test_engine_and_index_load_at_the_first_touch_and_not_before(screen):
    asked = []
    screen.on("request", lambda request: asked.append(request.url))
    screen.goto("hulp/", wait_until="networkidle")
    assert [url for url in asked if "/search." in url] == []
    ask(screen, "bellen")
    assert len([url for url in asked if "/search." in url]) == 2


def test_arrows_enter_tab_and_escape_work(screen):
    screen.goto("")
    ask(screen, "gechanteerd met naaktfoto")
    button = screen.get_by_role("button", name="Zoek", exact=True)
    expect(button).to_have_attribute("aria-expanded", "true")
    screen.keyboard.press("ArrowDown")
    expect(results(screen).nth(0)).to_be_focused()
    screen.keyboard.press("ArrowDown")
    expect(results(screen).nth(1)).to_be_focused()
    screen.keyboard.press("ArrowUp")
    screen.keyboard.press("ArrowUp")
    expect(box(screen)).to_be_focused()
    screen.keyboard.press("Enter")
    expect(results(screen).nth(0)).to_be_focused()
    screen.keyboard.press("Escape")
    expect(box(screen)).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(screen.locator("[data-app-search-panel]")).to_be_hidden()
    screen.keyboard.press("Tab")
    expect(button).to_be_focused()
    screen.keyboard.press("Enter")
    expect(screen.locator("[data-app-search-panel]")).to_be_visible()
    screen.keyboard.press("Tab")
    expect(results(screen).nth(0)).to_be_focused()
    screen.keyboard.press("Enter")
    expect(screen).to_have_url(re.compile("vormen/sextortion/"))


def test_the_status_says_what_is_shown_and_nothing_else(page, server):
    page.goto(server)
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.locator("[data-app-search-panel]")).to_be_visible()
    expect(status(page)).to_be_empty()
    ask(page, "naaktfoto")
    expect(status(page)).to_have_text(f"{results(page).count()} resultaten")
    page.keyboard.press("Escape")
    expect(status(page)).to_be_empty()


def test_a_search_that_does_not_load_leaves_the_way_to_a_to_z_and_tries_again(page, server):
    asked = []
    page.route(
        "**/search.*.js*",
        lambda route: asked.append(route.request.url) or (route.abort() if len(asked) < 3 else route.continue_()),
    )
    page.goto(server)
    box(page).fill("sextortion")
    expect(
        page.locator("[data-app-search-panel]").get_by_role("link", name="Alle pagina's van A tot Z")
    ).to_be_visible()
    expect(status(page)).to_contain_text("Zoeken lukt nu niet")
    box(page).fill("sextortion ")
    expect(results(page).first).to_be_visible()
    assert len(asked) == len(set(asked))  # some browsers remember that an address failed
    assert [url for url in asked if "sextortion" in url.removeprefix(server)] == []


def test_leaving_the_search_closes_the_results(screen):
    screen.goto("")
    ask(screen, "politie")
    screen.get_by_role("button", name="Menu", exact=True).focus()
    expect(screen.locator("[data-app-search-panel]")).to_be_hidden()
    ask(screen, "politie!")
    screen.locator("h1").dispatch_event("pointerdown")
    expect(screen.locator("[data-app-search-panel]")).to_be_hidden()


def test_words_reach_no_address_no_storage_and_no_request(browser, server):
    context = browser.new_context(base_url=server)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto("")
    ask(page, "chantage met geheimwoord")
    page.keyboard.press("Enter")
    kept = "[localStorage.length, sessionStorage.length, document.cookie, history.state]"
    assert page.evaluate(kept) == [0, 0, "", None]
    results(page).first.click()
    page.wait_for_load_state()
    assert [url for url in [*asked, page.url] if "geheimwoord" in url or "chantage" in url] == []
    assert page.evaluate(kept) == [0, 0, "", None]
    page.go_back()
    expect(box(page)).to_have_value("")
    ask(page, "chantage")
    expect(results(page).first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # a page that the browser keeps in memory is not loaded anew
    expect(box(page)).to_have_value("")
    expect(page.locator("[data-app-search-panel]")).to_be_hidden()
    assert page.locator("[data-app-search-panel]").inner_text().count("antage") == 0
    expect(status(page)).to_be_empty()
    context.close()


def test_no_browser_is_asked_to_check_or_complete_what_is_typed(page, server):
    page.goto(server)
    for name, value in (
        ("spellcheck", "false"),
        ("autocomplete", "off"),
        ("autocorrect", "off"),
        ("autocapitalize", "none"),
    ):
        expect(box(page)).to_have_attribute(name, value)
    assert box(page).get_attribute("name") is None
    assert page.locator("form").count() == 0


def test_results_fit_the_smallest_screen_and_stand_above_an_on_screen_keyboard(browser, server):
    context = browser.new_context(viewport={"width": 320, "height": 260}, base_url=server, has_touch=True)
    page = context.new_page()
    page.goto("hulp/")
    box(page).tap()
    page.keyboard.type("mijn ex heeft een naaktfoto van mij online gezet")  # fill() would scroll by itself
    results(page).first.wait_for()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    first = results(page).first.bounding_box()
    assert first["y"] + first["height"] <= 260
    assert first["height"] >= 44
    context.close()


def test_forced_colours_keep_the_edges_of_box_and_results(browser, server):
    context = browser.new_context(forced_colors="active", base_url=server)
    page = context.new_page()
    page.goto("")
    ask(page, "wet")
    for selector in (".app-search__box", ".app-search__button", ".app-search__panel"):
        style = page.locator(selector).evaluate(
            "node => [getComputedStyle(node).borderTopStyle, getComputedStyle(node).borderTopWidth]"
        )
        assert style == ["solid", "2px"]
    context.close()


def test_the_numbers_come_before_the_search_in_the_order_of_tab(page, server):
    page.goto(server)
    stops = page.locator("a[href], button, input").evaluate_all(
        "all => all.map(node => node.getAttribute('href') || node.type)"
    )
    assert {"tel:112", "tel:08002000"} <= set(stops[:6])
    assert stops.index("search") > stops.index("tel:08002000")

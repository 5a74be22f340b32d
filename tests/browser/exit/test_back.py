"""After the quick exit no page of this site comes back; without it Back works as ever."""

import re

import pytest
from exiting import (
    ELSEWHERE,
    EXIT,
    READ,
    click,
    comes_and_gives_way,
    expect_whole,
    follow,
    go,
    in_every_way,
    read,
)
from playwright.sync_api import Error, expect

from tools.setup import launch_options


@in_every_way
def test_leaving_shows_the_other_site_and_no_way_back_stays_on_this_one(context, page, nginx, leave):
    read(page, nginx, READ)
    leave(page)
    page.wait_for_url(EXIT)
    for _ in READ[1:]:
        comes_and_gives_way(page, -1, nginx, EXIT)
    go(page, -1)
    page.wait_for_url("about:blank")
    assert len(context.pages) == 1


def test_pages_after_it_and_places_on_a_page_are_out_of_reach_too(page, nginx):
    read(page, nginx, ("hulp/", "hulp/#menu", "privacy/", "eerste-stappen/"))
    page.go_back()
    click(page)
    page.wait_for_url(EXIT)
    for step in (1, -2, -1):
        comes_and_gives_way(page, step, nginx, EXIT)


def test_back_works_as_ever_for_who_follows_links_to_other_sites(page, nginx):
    read(page, nginx, READ)
    follow(page, ELSEWHERE)
    page.go_back()
    expect_whole(page, nginx + READ[-1])
    page.goto(f"{ELSEWHERE}?getypt")
    page.go_back()
    expect_whole(page, nginx + READ[-1])
    for address in reversed(READ[:-1]):
        page.go_back()
        expect_whole(page, nginx + address)
    follow(page, ELSEWHERE)  # from a page that was left within the site before
    page.go_back()
    expect_whole(page, nginx + READ[0])


def test_jumping_over_several_pages_at_once_works_as_ever(page, nginx):
    read(page, nginx, READ)
    follow(page, ELSEWHERE)
    for step, address in ((-4, nginx + READ[0]), (2, nginx + READ[2]), (2, ELSEWHERE), (-1, nginx + READ[3])):
        go(page, step)
        page.wait_for_url(address)
        expect_whole(page, address)


def test_a_page_that_did_not_come_is_no_exit(context, page, nginx):
    page.goto(nginx)
    context.route("**/hulp/", lambda route: route.abort())
    page.evaluate("location.assign('hulp/')")
    with pytest.raises(Error, match="ERR_FAILED"):
        page.wait_for_url(f"{nginx}hulp/")
    expect(page).to_have_url(re.compile("chrome-error:"))
    page.go_back()
    expect_whole(page, nginx)


def test_pages_that_the_browser_keeps_in_memory_come_back_whole_or_not_at_all(browser_type, nginx, server):
    # A host that lets pages be kept. Playwright switches this memory off, and so does answering in a site's place.
    browser = browser_type.launch(**launch_options(), ignore_default_args=["--disable-back-forward-cache"])
    page = browser.new_page()
    away = nginx + "privacy/"
    to_away = "away => { window.kept = true; document.querySelector('[data-app-exit]').href = away; }"
    page.goto(server)
    page.evaluate(to_away, away)
    follow(page, server + "hulp/")
    page.evaluate(to_away, away)
    follow(page, away)
    go(page, -1)
    page.wait_for_url(server + "hulp/", wait_until="commit")
    assert page.evaluate("window.kept")  # from memory
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_title(re.compile("^Wie helpt"))
    click(page)
    page.wait_for_url(away)
    comes_and_gives_way(page, -1, server, away)
    browser.close()

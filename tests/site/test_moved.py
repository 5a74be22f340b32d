"""An old address still leads to its page, on a host that has nothing but files."""

from pathlib import Path
from urllib.parse import urljoin

import pytest
from helpsite import facts
from places import SITE_URL
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

MOVED = facts.load(Path("docs/_data"), "moved")


@pytest.fixture(params=MOVED)
def old(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def page(site: Path, old: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / old / "index.html").read_text(encoding="utf-8"))


def test_the_page_at_an_old_address_leads_to_the_new_one_twice(page: LexborHTMLParser, old: str):
    wait, _, target = page.css_first("meta[http-equiv=refresh]").attributes["content"].partition("; url=")
    links = [link.attributes["href"] for link in page.css("main a")]
    assert (wait, links) == ("0", [target])
    assert urljoin(SITE_URL + old, target) == SITE_URL + MOVED[old]


def test_it_has_the_numbers_and_no_script_and_search_engines_pass_it_by(page: LexborHTMLParser, old: str):
    numbers = [link.attributes["href"] for link in page.css('a[href^="tel:"]')]
    assert numbers[:2] == ["tel:112", "tel:08002000"]
    assert page.css("script, style, link[rel=stylesheet]") == []
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"
    assert page.css_first("link[rel=canonical]").attributes["href"] == SITE_URL + MOVED[old]


def test_a_browser_without_scripts_arrives_and_back_does_not_trap_it(browser: Browser, server: str):
    old, new = next(iter(MOVED.items()))
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(server)
    tab.goto(server + old, wait_until="commit")
    tab.wait_for_url(server + new)
    tab.go_back()
    assert tab.url == server
    context.close()

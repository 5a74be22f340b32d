"""Addresses and places are promises: people share them and print them. Every link inside the site arrives."""

from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from data import load_file
from places import ROOT, SITE_URL, file_of
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

ANCHORS = ROOT / "tests/site/anchors.txt"  # "address#place", every one that was ever given out
REMEDY = "Keep the place: write {: #name } behind the heading in docs/. A new one goes into tests/site/anchors.txt."
MOVED = load_file(ROOT / "docs/_data", "moved")


def places(pages: dict[str, LexborHTMLParser]) -> dict[str, set[str]]:
    return {address: {node.attributes["id"] for node in tree.css("[id]")} for address, tree in pages.items()}


def test_every_address_and_place_that_was_ever_promised_is_there(pages):
    there = {f"{address}#{place}" for address, found in places(pages).items() for place in found}
    held = ANCHORS.read_text(encoding="utf-8").split()
    assert len(held) > 300 and held == sorted(set(held))
    assert [one for one in held if one not in there] == [], REMEDY
    assert {one.partition("#")[0] for one in held} <= set(pages)


def test_every_heading_with_a_name_of_its_own_is_promised(pages):
    held = set(ANCHORS.read_text(encoding="utf-8").split())
    forms = [address for address in pages if address.startswith("vormen/")]
    new = {
        f"{address}#{one.attributes['id']}"
        for address in (*forms, "hulp/")
        for one in pages[address].css("h2[id], .app-card[id]")
    }
    assert [one for one in sorted(new) if one not in held] == [], REMEDY


def test_every_link_inside_the_site_arrives(site: Path, pages):
    found, wrong = places(pages), []
    for address, tree in pages.items():
        for node in tree.css("a[href], link[href], img[src], script[src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(urljoin(f"/{address}", target))
            if parts.scheme or parts.netloc:
                continue
            path = unquote(normpath(parts.path)).strip("/").removeprefix(".")
            if not (site / path).exists() or (
                parts.fragment
                and unquote(parts.fragment) not in found.get(f"{path}/".lstrip("/"), found.get(path, set()))
            ):
                wrong.append(f"{address}: {target}")
    assert wrong == []


def test_every_page_is_in_the_menu_and_in_the_list_from_a_to_z(pages):
    for root in ("", "en/"):
        addresses = {one for one in pages if not one.endswith(".html") and one.startswith("en/") == bool(root)}
        listing = f"{root}alle-paginas/"
        links = pages[listing].css(".app-pages a")
        listed = {urljoin(f"/{listing}", link.attributes["href"])[1:] for link in links}
        menu = {urljoin(f"/{root}", link.attributes["href"])[1:] for link in pages[root].css("[data-app-menu] a")}
        assert (addresses - listed, addresses - menu) == (set(), {root})


@pytest.mark.parametrize("old", MOVED)
def test_an_old_address_leads_on_without_a_script_and_has_the_numbers(site: Path, old: str):
    page = LexborHTMLParser(file_of(site, old).read_text(encoding="utf-8"))
    wait, _, target = page.css_first("meta[http-equiv=refresh]").attributes["content"].partition("; url=")
    assert (wait, [link.attributes["href"] for link in page.css("main a")]) == ("0", [target])
    assert (
        urljoin(SITE_URL + old, target)
        == page.css_first("link[rel=canonical]").attributes["href"]
        == SITE_URL + MOVED[old]
    )
    assert [link.attributes["href"] for link in page.css('a[href^="tel:"]')][:2] == ["tel:112", "tel:08002000"]
    assert page.css("script, style, link[rel=stylesheet]") == []


def test_a_browser_without_scripts_arrives_and_back_does_not_trap_it(browser: Browser, server: str):
    old, new = next(iter(MOVED.items()))
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto(server)
    tab.goto(server + old, wait_until="commit")
    tab.wait_for_url(server + new)
    tab.go_back()
    assert tab.url == server
    tab.context.close()

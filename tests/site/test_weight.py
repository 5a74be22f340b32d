"""What a page weighs on a slow line: bytes, requests, and how soon the numbers arrive. Timings are `make bench`."""

import gzip
import zlib
from pathlib import Path

import pytest
from places import file_of
from selectolax.lexbor import LexborHTMLParser

# One initial congestion window, ten packets of 1,460 bytes, holds the whole first visit of the home page ...
WINDOW = 14_600
# ... and on every page what is not its text, so that only words make a page heavier.
FRAME = 12_500
# The longest, /bronnen/, holds two hundred sources with their addresses. Stock Material: 84,000 for any page.
LONGEST = 34_000
FIRST_KILOBYTES = 7_500


def small(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


ICON = "link[rel=icon][type='image/svg+xml']"  # of the icons a browser takes one, once for the whole site
BY_ITSELF = "script[src], link[rel=stylesheet], link[rel=preload], img:not([loading=lazy])"


def asked_for(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return the addresses that a browser fetches by itself when it opens the page."""
    nodes = tree.css(selector)
    return [node.attributes.get("src") or node.attributes["href"] for node in nodes]


def weight(site: Path, address: str, tree: LexborHTMLParser) -> int:
    """Return the bytes of a first visit: the page as `tree` has it and all that it asks for, each packed."""
    folder = file_of(site, address).parent
    names = asked_for(tree, f"{BY_ITSELF}, {ICON}")
    files = [site / name[1:] if name.startswith("/") else (folder / name).resolve() for name in names]
    return small(tree.html.encode()) + sum(small(file.read_bytes()) for file in files)


def test_the_whole_first_visit_of_the_home_page_fits_in_one_window(site: Path) -> None:
    tree = LexborHTMLParser((site / "index.html").read_text(encoding="utf-8"))
    assert weight(site, "", tree) <= WINDOW


def test_a_page_is_three_requests_and_only_its_words_make_it_heavier(
    site: Path, address: str, tree: LexborHTMLParser
) -> None:
    assert 1 + len(asked_for(tree, f"{BY_ITSELF}, {ICON}")) <= 3, "the page, the sheet for paper and the icon"
    assert weight(site, address, tree) <= LONGEST
    for node in tree.css("article, .app-on-this-page, script[type='application/ld+json']"):
        node.decompose()
    assert weight(site, address, tree) <= FRAME


def test_the_number_112_is_in_the_first_kilobytes_of_the_stream(site: Path, address: str) -> None:
    stream = gzip.compress(file_of(site, address).read_bytes(), 9, mtime=0)
    reader, text = zlib.decompressobj(wbits=31), b""
    for offset in range(0, len(stream), 50):
        text += reader.decompress(stream[offset : offset + 50])
        if b"tel:112" in text:
            break
    assert b"tel:112" in text
    assert offset + 50 <= FIRST_KILOBYTES


def test_no_script_and_no_sheet_stops_the_page_from_being_drawn(tree: LexborHTMLParser) -> None:
    waiting = [
        node.html for node in tree.css("script[src]:not([defer]):not([async]), link[rel=stylesheet]:not([media=print])")
    ]
    assert waiting == []


def test_the_search_comes_only_when_somebody_asks_for_it(tree: LexborHTMLParser) -> None:
    early = [name for name in asked_for(tree, BY_ITSELF) if "zoek" in name or "search" in name]
    assert early == []


@pytest.mark.parametrize("suffix", [".map", ".woff2", ".woff"])
def test_the_site_holds_nothing_that_no_page_asks_for(site: Path, suffix: str) -> None:
    assert [file.name for file in site.rglob(f"*{suffix}")] == []

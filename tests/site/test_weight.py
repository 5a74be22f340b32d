"""What a page weighs on a slow line: bytes, requests, and how soon the numbers arrive. Timings are `make bench`."""

import gzip
import zlib
from pathlib import Path

from places import file_of
from selectolax.lexbor import LexborHTMLParser

# One initial congestion window: ten packets of 1,460 bytes.
WINDOW = 14_600
# Styles, scripts, head and header of a page, without its text and the menu: only makers make this heavier.
FRAME = 10_200
FIRST_KILOBYTES = 8_500
BY_ITSELF = "script[src], link[rel=stylesheet], link[rel=preload], img:not([loading=lazy])"


def packed(html: str) -> int:
    return len(gzip.compress(html.encode(), 9, mtime=0))


def test_the_front_page_arrives_in_one_go(site: Path):
    weight = packed((site / "index.html").read_text(encoding="utf-8"))
    assert weight <= WINDOW, f"The front page weighs {weight} bytes: take words or a drawing off it."


def test_only_its_words_make_a_page_heavier(pages):
    for address, tree in pages.items():
        frame = LexborHTMLParser(tree.html)
        for node in frame.css("article, .app-on-this-page, [data-app-menu]"):
            node.decompose()
        assert packed(frame.html) <= FRAME, address


def test_a_page_asks_for_the_sheet_for_paper_and_nothing_stops_it_from_being_drawn(pages):
    for address, tree in pages.items():
        asked = [node.attributes.get("src") or node.attributes["href"] for node in tree.css(BY_ITSELF)]
        assert len(asked) == 1 and "assets/print." in asked[0], address
        assert tree.css("link[rel=stylesheet]:not([media=print]), script[src]") == [], address


def test_the_number_112_is_in_the_first_kilobytes_of_the_stream(site: Path, pages):
    for address in pages:
        stream = gzip.compress(file_of(site, address).read_bytes(), 9, mtime=0)
        text = zlib.decompressobj(wbits=31).decompress(stream[:FIRST_KILOBYTES])
        assert b"tel:112" in text, address


def test_the_site_holds_nothing_that_no_page_asks_for(site: Path):
    assert [
        file.name for file in site.rglob("*") if file.suffix in (".map", ".woff2", ".woff", ".yml", ".md", ".json")
    ] == []
    assert len(list((site / "assets").iterdir())) < 10

"""What a page weighs on a slow line: bytes, requests, and how soon the numbers arrive. Timings are `make bench`."""

import gzip
import zlib
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

# One initial congestion window, ten packets of 1,460 bytes, holds a whole first visit.
WINDOW = 14_000
# Long because of what they must hold: every organisation, every law, every source. Each has its own, tight bound.
LONG = {
    "beelden-verwijderen/": 17_500,
    "bronnen/": 28_000,
    "eerste-stappen/": 20_500,
    "factsheet/": 17_500,
    "feiten-en-cijfers/": 19_000,
    "hulp/": 23_500,
    "iemand-helpen/": 17_500,
    "je-rechten/": 23_000,
    "meldcode/": 20_500,
}
FIRST_KILOBYTES = 7_500


def small(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def asked_for(tree: LexborHTMLParser) -> list[str]:
    """Return the addresses that a browser fetches by itself when it opens the page."""
    nodes = tree.css("script[src], link[rel=stylesheet], link[rel=icon], link[rel=preload], img:not([loading=lazy])")
    return [node.attributes.get("src") or node.attributes["href"] for node in nodes]


def test_a_first_visit_is_at_most_three_requests_and_fits_in_one_window(
    site: Path, address: str, tree: LexborHTMLParser
) -> None:
    if tree.css_first("meta[http-equiv=refresh]"):
        return  # an old address, which only leads on
    page = site / address / "index.html" if not address.endswith(".html") else site / address
    files = [(page.parent / name).resolve() if not name.startswith("/") else site / name[1:] for name in asked_for(tree)]
    weight = small(page.read_bytes()) + sum(small(file.read_bytes()) for file in files)
    assert 1 + len(files) <= 3
    assert weight <= LONG.get(address, WINDOW), f"{weight} bytes: {[file.name for file in files]}"


def test_the_number_112_is_in_the_first_kilobytes_of_the_stream(site: Path, address: str) -> None:
    page = site / address / "index.html" if not address.endswith(".html") else site / address
    stream = gzip.compress(page.read_bytes(), 9, mtime=0)
    reader, text = zlib.decompressobj(wbits=31), b""
    for offset in range(0, len(stream), 50):
        text += reader.decompress(stream[offset : offset + 50])
        if b"tel:112" in text:
            break
    assert b"tel:112" in text
    assert offset + 50 <= FIRST_KILOBYTES


def test_no_script_and_no_sheet_stops_the_page_from_being_drawn(tree: LexborHTMLParser) -> None:
    waiting = [node.html for node in tree.css("script[src]:not([defer]):not([async]), link[rel=stylesheet]")]
    assert waiting == []


def test_the_search_comes_only_when_somebody_asks_for_it(tree: LexborHTMLParser) -> None:
    early = [name for name in asked_for(tree) if "zoek" in name or "search" in name]
    assert early == []


@pytest.mark.parametrize("suffix", [".map", ".woff2", ".woff"])
def test_the_site_holds_nothing_that_no_page_asks_for(site: Path, suffix: str) -> None:
    assert [file.name for file in site.rglob(f"*{suffix}")] == []

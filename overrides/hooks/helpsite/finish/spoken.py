"""Mark what a screen reader would otherwise say wrong: English words, and telephone numbers, which are said digit by digit."""

from __future__ import annotations

import re
import typing

from selectolax.lexbor import LexborHTMLParser, LexborNode, create_tag

from ..language import digits_apart

if typing.TYPE_CHECKING:
    from . import Built

_NOT_IN = frozenset({"script", "style", "svg", "template"})
# 'groomers' is English, 'groomde' and 'gegroomd' are Dutch verbs and are said in Dutch.
_ENGLISH_FORM = re.compile(r"(?!ge)\S.*(?:ing|er|s)\Z", re.IGNORECASE)


def english_words(terms: list[dict], words: list[str]) -> list[str]:
    """Return every word and form that is English, of docs/_data/terms.yml and english.yml."""
    found = set(words)
    for term in terms:
        if term.get("lang") == "en":
            found |= {term["term"], *(form for form in term["forms"] if _ENGLISH_FORM.match(form))}
    return sorted(found, key=lambda word: (-len(word), word))


def english_pattern(words: list[str]) -> re.Pattern:
    """Return what finds each of `words`, alone or as the parts of a longer word that a hyphen keeps apart."""
    return re.compile(r"(?<!\w)(?<!\w-)(" + "|".join(map(re.escape, words)) + r")(?!\w)(?!-\w)", re.IGNORECASE)


def _texts(root: LexborNode) -> typing.Iterator[LexborNode]:
    for node in root.iter(include_text=True):
        if node.tag == "-text":
            yield node
        elif node.tag not in _NOT_IN and "lang" not in node.attributes:
            yield from _texts(node)


def mark_english(root: LexborNode, pattern: re.Pattern) -> None:
    """Put each English word below `root` in a `<span lang="en">`; what has a language already stays as it is."""
    for node in list(_texts(root)):
        text = node.text_content
        position = 0
        for match in pattern.finditer(text):
            if match.start() > position:
                node.insert_before(text[position : match.start()])
            span = create_tag("span")
            span.attrs["lang"] = "en"
            span.insert_child(match[1])
            node.insert_before(span)
            position = match.end()
        if position:
            node.replace_with(text[position:])


def say_digits(tree: LexborHTMLParser) -> None:
    """Give each link that calls a number a name with the digits apart; what is seen stays as people write it."""
    for link in tree.css('a[href^="tel:"]'):
        link.attrs["aria-label"] = digits_apart(" ".join(link.text(separator=" ").split()))


def mark(built: Built) -> None:
    """Mark all pages."""
    pattern = english_pattern(english_words(built.facts["terms"], built.facts["english"]))
    for tree in built.pages.values():
        mark_english(tree.body, pattern)
        say_digits(tree)

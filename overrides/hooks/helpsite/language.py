"""Explain hard words where they first stand, from docs/_data/terms.yml; write numbers as they are said."""

import re

from markdown.extensions.toc import slugify
from selectolax.lexbor import LexborNode, create_tag

# Not in links (no link in a link), headings (they are read alone), or words shown as they are.
_NOT_IN = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "abbr", "svg", "script", "style", "sup", "button", "summary", "blockquote"})

# Whole rows that are a link already, and notes.
_NOT_IN_BLOCKS = {"footnote", "app-doors", "app-links", "app-forms", "app-pages"}


def _pattern(terms: list[dict]) -> tuple[re.Pattern, dict[str, dict]]:
    forms = {form.lower(): term for term in terms for form in (term["term"], *term["forms"])}
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE), forms


def anchor(term: dict) -> str:
    """Return the anchor of a word on /begrippen/, as Markdown's own table of contents makes it."""
    return slugify(term["term"], "-")


def _text_nodes(root: LexborNode) -> list[LexborNode]:
    found = []
    for node in root.iter(include_text=True):
        if node.tag == "-text":
            found.append(node)
        elif node.tag not in _NOT_IN and not _NOT_IN_BLOCKS & set((node.attributes.get("class") or "").split()):
            found += _text_nodes(node)
    return found


def explain(root: LexborNode, terms: list[dict], glossary: str) -> None:
    """Make the first occurrence of each word below `root` a link to its explanation, with that as tooltip.

    `glossary` is the address of /begrippen/ as seen from the page. A link and not an `<abbr>`: it works by touch, by keyboard and on a screen
    reader, and an `<abbr>` only under a mouse.
    """
    if not terms:
        return
    pattern, forms = _pattern(terms)
    seen: set[str] = set()
    for node in _text_nodes(root):
        text = node.text_content
        position = 0
        for match in pattern.finditer(text):
            term = forms[match[1].lower()]
            if term["term"] in seen:
                continue
            seen.add(term["term"])
            before = text[position : match.start()]
            if before:
                node.insert_before(before)
            node.insert_before(_link(match[1], term, glossary))
            position = match.end()
        if position:
            node.replace_with(text[position:])


def _link(word: str, term: dict, glossary: str) -> LexborNode:
    link = create_tag("a")
    link.attrs["class"] = "app-term"
    link.attrs["href"] = f"{glossary}#{anchor(term)}"
    link.attrs["title"] = term["sentence"]
    link.insert_child(word)
    return link


def digits_apart(text: str) -> str:
    """Return a text with each number in single digits: 'Bel 0800 2000' gives 'Bel 0 8 0 0 2 0 0 0'."""
    return re.sub(r"\d[\d ]*", lambda match: " ".join(match[0].replace(" ", "")) + " " * match[0].endswith(" "), text)

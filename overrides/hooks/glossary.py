"""Explain hard words where they first stand in a page, from docs/_data/terms.yml.

A link and not an `<abbr>`: it works by touch, by keyboard and on a screen reader, and an `<abbr>` only under a mouse.
"""

import re
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify

# Not in links (no link in a link), headings (they are read alone), or words shown as they are.
_NOT_IN = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "sup", "summary", "blockquote", "th"})
# Whole rows that are a link already, titles of notices, and notes.
_NOT_IN_BLOCKS = frozenset(
    {"footnote", "app-doors", "app-links", "app-forms", "app-pages", "app-sources", "admonition-title"}
)


class Glossary:
    """The words of one page that are still to be explained."""

    def __init__(self, terms: list[dict], address: str) -> None:
        """Take the terms and the way from the page to the glossary ('../begrippen.md'); '' explains nothing."""
        self._address = address
        self._forms = (
            {form.lower(): term for term in terms for form in (term["term"], *term["forms"])} if address else {}
        )
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
        self._seen: set[str] = set()

    def explain(self, element: Element) -> None:
        """Make the first occurrence of each word below `element` a link to its explanation."""
        if not self._forms:
            return
        classes = set((element.get("class") or "").split())
        if element.tag in _NOT_IN or classes & _NOT_IN_BLOCKS:
            return
        first, links = self._split(element.text or "")
        element.text = first
        children = list(element)
        element[:] = links
        for child in children:
            element.append(child)
            self.explain(child)
            child.tail, links = self._split(child.tail or "")
            element.extend(links)

    def _split(self, text: str) -> tuple[str, list[Element]]:
        """Return the text before the first word to explain, and a link for each with what follows as its tail."""
        parts, position = [""], 0
        links: list[Element] = []
        for match in self._pattern.finditer(text):
            term = self._forms[match[1].lower()]
            if term["term"] in self._seen:
                continue
            self._seen.add(term["term"])
            parts[-1] += text[position : match.start()]
            links.append(self._link(match[1], term))
            parts.append("")
            position = match.end()
        parts[-1] += text[position:]
        for link, tail in zip(links, parts[1:], strict=True):
            link.tail = tail
        return parts[0], links

    def _link(self, word: str, term: dict) -> Element:
        link = Element("a", {"class": "app-term", "href": f"{self._address}#{slugify(term['term'], '-')}"})
        if "lang" in term:
            link.set("lang", term["lang"])
        link.text = word
        return link

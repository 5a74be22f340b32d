"""Give each heading a link of its own, so that somebody can send exactly that part to somebody else.

The words of the heading get an id, and the heading is named by them alone: else
a screen reader's list of headings would say "Link naar" with every one.
"""

from __future__ import annotations

import typing

from selectolax.lexbor import LexborNode, create_tag

if typing.TYPE_CHECKING:
    from . import Built


def link(heading: LexborNode, anchor: str) -> None:
    """Put a link to the place `anchor` behind the words of `heading`."""
    text = " ".join((heading.text() or "").split())
    words = create_tag("span")
    words.attrs["id"] = f"{anchor}-kop"
    words.inner_html = heading.inner_html or ""
    to_it = create_tag("a")
    to_it.attrs["class"] = "app-anchor"
    to_it.attrs["href"] = f"#{anchor}"
    to_it.attrs["aria-label"] = f"Link naar: {text}"
    to_it.insert_child("#")
    heading.inner_html = ""
    heading.attrs["aria-labelledby"] = f"{anchor}-kop"
    heading.insert_child(words)
    heading.insert_child(" ")
    heading.insert_child(to_it)


def link_all(built: Built) -> None:
    """Do so for every heading below the title, in the text of each page."""
    for tree in built.pages.values():
        for heading in tree.css("article :is(h2, h3, h4)"):
            place = heading if heading.id else heading.parent  # the name of a card: the card itself is the place
            if place is not None and place.id:
                link(heading, place.id)

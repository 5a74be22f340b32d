"""Prepare the pages for paper: the print style sheet, and what it shows of a link that nobody can follow there.

The sheet is a file of its own, because few readers print: a browser fetches it
last and keeps it. An address is printed short, without https://, www. and the place in the page;
in the text once, where it is first named, and with each source. Links inside the page, telephone
numbers and explained words print nothing: their text says all.
"""

from __future__ import annotations

import typing
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lightningcss
from selectolax.lexbor import LexborHTMLParser

from ..errors import SiteError
from .scripts import hashed_name

if typing.TYPE_CHECKING:
    from . import Built

STYLE = Path(__file__).parents[3] / "assets/paper/print.css"
ATTRIBUTE = "data-app-address"
_SILENT = ".app-term, .app-anchor, .footnote-ref, .footnote-backref, .app-sources__use a, .app-page-foot a"

_SOURCES = ".footnote a, .app-sources__item > a"


def short(address: str) -> str:
    """Return an address as people write it: 'https://www.politie.nl/' gives 'politie.nl'."""
    parts = urlsplit(address)
    text = parts.netloc.removeprefix("www.") + parts.path + (f"?{parts.query}" if parts.query else "")
    return text.rstrip("/") if parts.path in ("", "/") else text


def mark(tree: LexborHTMLParser, own: str) -> None:
    """Put its short address on each link of the page at the address `own` that leads elsewhere, the first time."""
    silent = {node.mem_id for node in tree.css(_SILENT)}
    sources = {node.mem_id for node in tree.css(_SOURCES)}
    printed = {short(own)}
    for node in tree.css("article a[href]"):
        address = urljoin(own, node.attributes["href"] or "")
        text = short(address)
        if node.mem_id in silent or not address.startswith("http"):
            continue
        if node.mem_id in sources:
            node.attrs[ATTRIBUTE] = text
        elif text not in printed:
            printed.add(text)
            node.attrs[ATTRIBUTE] = text


def addresses(built: Built) -> None:
    """Do so for every page."""
    for path, tree in built.pages.items():
        mark(tree, urljoin(built.config.site_url, path.removesuffix("index.html")))


def numbers_in_words(contacts: dict) -> str:
    """Return the two numbers as one line of text."""
    emergency, advice = contacts["112"], contacts["veilig-thuis"]
    return (
        f"Direct gevaar? Bel {emergency['phone']['shown']}. "
        f"Advies of melden? Bel {advice['name']} {advice['phone']['shown']}, {advice['price']}."
    )


def numbers(contacts: dict) -> str:
    """Return a style rule with the two numbers as text, which the foot of every printed sheet asks for."""
    escaped = numbers_in_words(contacts).replace("\\", "\\\\").replace('"', '\\"')
    return f':root{{--app-printed-numbers:"{escaped}"}}'


def style(built: Built) -> None:
    """Write assets/print.HASH.css and name it in the `<link data-app-paper>` of each page."""
    css = numbers(built.facts["contacts"]) + STYLE.read_text(encoding="utf-8")
    content = lightningcss.process_stylesheet(css, filename=STYLE.name, minify=True).encode()
    name = hashed_name("print", ".css", content)
    built.keep(f"assets/{name}", content)
    for path, tree in built.pages.items():
        link = tree.css_first("link[data-app-paper]")
        if link is None:
            raise SiteError(path, "has no <link data-app-paper>.", "Keep the block `styles` of overrides/main.html.")
        link.attrs["href"] = f"{link.attributes['data-app-paper']}{name}"
        del link.attrs["data-app-paper"]

"""Write /factsheet.pdf from the built page /factsheet/: PDF/UA-1, at most four sheets, the same to the byte every time.

WeasyPrint needs three libraries of the system. While somebody writes (make
serve) they may be missing: then the PDF and the links to it are left out, and a
line says so. What is published (make build) never goes without.
"""

from __future__ import annotations

import logging
import typing
from pathlib import Path
from urllib.parse import urljoin

import pydyf
from selectolax.lexbor import LexborHTMLParser

from ..errors import SiteError
from .paper import numbers_in_words

if typing.TYPE_CHECKING:
    from . import Built

PAGE = "factsheet/index.html"
NAME = "factsheet.pdf"
STYLE = Path(__file__).parents[3] / "assets/paper/factsheet.css"
MOST_SHEETS = 4
REMEDY = "On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Elsewhere: install Pango."

_FURNITURE = ".app-pdf, .app-actions, .app-anchor, .footnote-backref, .app-pocket, .app-seen, .app-page-foot a"


def document(tree: LexborHTMLParser, own: str, help_line: str) -> tuple[str, dict[str, str]]:
    """Return the page at the address `own` as a document of its own, and what each of its links leads to, in words.

    The second is {address or anchor: words}: a screen reader says it for a link in a PDF.
    """
    title = tree.css_first("title").text()
    description = tree.css_first('meta[name="description"]').attributes["content"]
    article = LexborHTMLParser(tree.css_first("article").html)
    for node in article.css(_FURNITURE):
        node.decompose()
    for node in article.css("a.app-term, sup a, [aria-labelledby] > span"):
        node.unwrap()  # explained words and numbers of sources: plain text here
    words: dict[str, str] = {}
    for link in article.css("a[href]"):
        address = urljoin(own, link.attributes["href"])
        link.attrs["href"] = address
        words.setdefault(address, " ".join(link.text().split()))
    for number in article.css('a[href^="tel:"]'):
        del number.attrs["href"]  # on paper a number is to be read
    html = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="description" content="{description}"></head>'
        f'<body><p class="app-help">{help_line}</p>{article.css_first("article").html}</body></html>'
    )
    return html, words


def _complete(words: dict[str, str]) -> typing.Callable[[object, pydyf.PDF], None]:
    """Return a finisher for WeasyPrint, which describes a link by its address and leaves table headers without scope.

    `words` says what each address leads to; the tables of the site have their headers on top.
    """

    def finish(_: object, pdf: pydyf.PDF) -> None:
        for thing in pdf.objects:
            if not isinstance(thing, pydyf.Dictionary):
                continue
            if thing.get("Subtype") == "/Link" and "A" in thing:
                address = thing["A"]["URI"].string
                thing["Contents"] = pydyf.String(words.get(address, address))
            elif thing.get("S") == "/TH":
                thing["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})

    return finish


def to_pdf(html: str, words: dict[str, str]) -> tuple[bytes, int]:
    """Return (PDF, number of sheets). OSError where the libraries of the system are missing."""
    from weasyprint import CSS, HTML  # here: importing it needs those libraries

    rendered = HTML(string=html, base_url="https://nothing.invalid/").render(stylesheets=[CSS(filename=STYLE)])
    pdf = rendered.write_pdf(pdf_variant="pdf/ua-1", finisher=_complete(words))
    return pdf, len(rendered.pages)


def in_kilobytes(size: int) -> str:
    """Return a number of bytes as readers know it: 84321 gives '84 kB'."""
    return f"{max(1, round(size / 1000))} kB"


def write(built: Built) -> None:
    """Write the PDF, and say its size and number of sheets at every link to it."""
    links = [(tree, node) for tree in built.pages.values() for node in tree.css(".app-pdf")]
    own = urljoin(built.config.site_url, "factsheet/")
    html, words = document(built.pages[PAGE], own, numbers_in_words(built.facts["contacts"]))
    try:
        pdf, sheets = to_pdf(html, words)
    except OSError as error:
        if not built.serving:
            raise SiteError(NAME, "can't be written: a library of the system is missing.", REMEDY) from error
        logging.getLogger("mkdocs.helpsite").info(
            "%s is left out, and the links to it: a library is missing. %s", NAME, REMEDY
        )
        for _, node in links:
            node.decompose()
        return
    if sheets > MOST_SHEETS:
        raise SiteError(NAME, f"is {sheets} sheets long.", f"Shorten docs/factsheet.md: {MOST_SHEETS} is the most.")
    built.keep(NAME, pdf)
    for _, node in links:
        node.css_first("[data-app-pdf]").inner_html = f"{sheets} vellen A4, {in_kilobytes(len(pdf))}"

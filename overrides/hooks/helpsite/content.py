"""Improve and check the HTML that Markdown made of one page."""

import re

from selectolax.lexbor import LexborHTMLParser

from . import language, pages
from .errors import SiteError
from .pages import PageRecord

_BOX = "[ ] "


def check_headings(tree: LexborHTMLParser, place: str) -> None:
    """Stop on a second h1 and on a heading that skips a level: the outline is a reader's map."""
    above = 0
    for heading in tree.css("h1, h2, h3, h4, h5, h6"):
        level = int(heading.tag[1])
        if level > above + 1 or (level == 1 and above):
            text = heading.text().strip()
            raise SiteError(place, f"the heading '{text}' is at level {level} below level {above}.", "Go down one level at a time.")
        above = level


def check_images(tree: LexborHTMLParser, place: str) -> None:
    """Stop on a picture without text: a screen reader has nothing to say."""
    for image in tree.css("img"):
        if not image.attributes.get("alt"):
            source = image.attributes.get("src")
            raise SiteError(place, f"the image {source} has no text.", "Say between the [ ] what it shows.")


def _tick_boxes(tree: LexborHTMLParser) -> None:
    """Draw a box before each list item that begins with '[ ] ', for a pen on paper."""
    for item in tree.css("li"):
        first = next(item.iter(include_text=True), None)
        if first is not None and first.tag == "-text" and first.text_content.lstrip().startswith(_BOX):
            first.replace_with(first.text_content.lstrip().removeprefix(_BOX))
            item.attrs["class"] = "app-check"


def _mark_tables(tree: LexborHTMLParser) -> None:
    """Say what each header is of, and give each cell its header for screens that are too narrow for columns."""
    for table in tree.css("table:not([class])"):
        headers = table.css("thead th")
        for header in headers:
            header.attrs["scope"] = "col"
        table.attrs["class"] = "app-table app-table--stack" if len(headers) > 2 else "app-table"
        for row in table.css("tbody tr"):
            for header, cell in zip(headers, row.css("td"), strict=True):
                cell.attrs["data-label"] = header.text().strip()


def improve(html: str, record: PageRecord, terms: list[dict]) -> str:
    """Return the page's HTML with explained words, boxes and table headers; SiteError where it is wrong."""
    tree = LexborHTMLParser(html)
    place = f"docs/{record.path}"
    check_headings(tree, place)
    check_images(tree, place)
    _tick_boxes(tree)
    _mark_tables(tree)
    if record.path != "begrippen.md":
        language.explain(tree.body, terms, f"{pages.to_root(record.url)}begrippen/")
    return re.sub(r"\A<body>|</body>\Z", "", tree.body.html)

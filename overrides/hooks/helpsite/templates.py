"""What templates may call: dates and numbers as Dutch writes them."""

import json

from jinja2 import Environment
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from . import codes
from .facts import in_words
from .language import digits_apart


def dutch_number(value: float) -> str:
    """Return a number as Dutch writes it: 5.4 gives '5,4', 10454 gives '10.454'."""
    text = f"{value:,.1f}" if value != int(value) else f"{int(value):,}"
    return text.translate(str.maketrans(",.", ".,"))


def has_pocket_card(page) -> bool:
    """Tell whether a page offers the card of numbers: the help page and each form."""
    return page.url == "hulp/" or (page.url.startswith("vormen/") and page.url != "vormen/")


def full_title(page, site_name: str) -> str:
    """Return what the tab says: page and site; the front page says what the site is for."""
    return f"{site_name}: hulp en uitleg" if page.is_homepage else f"{Markup(page.title).striptags()} - {site_name}"


def json_ld(data: dict) -> Markup:
    """Return structured data as text for a `<script>`: nothing in it can end the script."""
    return htmlsafe_json_dumps(data, dumps=json.dumps, separators=(",", ":"), ensure_ascii=False)


def prepare(environment: Environment, globals_: dict) -> Environment:
    """Give `environment` our filters and values, and return it."""
    environment.filters["in_words"] = in_words
    environment.filters["dutch_number"] = dutch_number
    environment.filters["digits_apart"] = digits_apart
    environment.filters["code"] = codes.draw
    environment.filters["json_ld"] = json_ld
    environment.filters["full_title"] = full_title
    environment.filters["has_pocket_card"] = has_pocket_card
    environment.globals.update(globals_)
    return environment

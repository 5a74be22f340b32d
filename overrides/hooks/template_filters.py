"""What templates may call beside the words of strings/."""

import re

import qr_code
from jinja2 import Environment
from markupsafe import Markup


def is_front_page(page) -> bool:
    """Tell whether a page is the front page of its language: 'index.md' or 'index.en.md'."""
    return bool(re.fullmatch(r"index(\.[a-z]{2})?\.md", page.file.src_uri))


def full_title(page, site_name: str, home: str) -> str:
    """Return what the tab says: page and site; the front page says what the site is for."""
    return f"{site_name}: {home}" if is_front_page(page) else f"{Markup(page.title).striptags()} - {site_name}"


def menu_groups(nav) -> list[tuple[str, list]]:
    """Return the menu as (title, pages), whatever the depth of `nav`: a page at the top stands under no title."""
    top = [item for item in nav if item.is_page and not is_front_page(item)]
    groups = [(item.title, _pages(item.children)) for item in nav if item.is_section]
    return ([("", top)] if top else []) + groups


def _pages(items: list) -> list:
    return [page for item in items for page in ([item] if item.is_page else _pages(item.children or []))]


def has_wallet_card(page, help_url: str) -> bool:
    """Tell whether a page offers the card of numbers: the help page and each form."""
    folder, _, rest = page.file.src_uri.partition("/")
    return page.url.endswith(help_url) or (folder == "vormen" and not rest.startswith("index."))


def glued(number: str) -> str:
    """Return a telephone number with no-break spaces: it stays on one line and is read as one number."""
    return number.replace(" ", "\u00a0")


def prepare(environment: Environment, values: dict) -> None:
    """Give `environment` these filters and `values`."""
    environment.filters |= {
        "full_title": full_title,
        "menu_groups": menu_groups,
        "has_wallet_card": has_wallet_card,
        "glued": glued,
        "code": qr_code.draw,
    }
    environment.tests["front_page"] = is_front_page
    environment.globals.update(values)

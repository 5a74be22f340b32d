"""Put the styles into every page, so that text and looks arrive together.

On a slow line the second round trip for a stylesheet costs more than its bytes.
They are our own sheets alone: Material's are 137 kB for a look that is not ours.
"""

from __future__ import annotations

import typing
from pathlib import Path

import lightningcss

from ..errors import SiteError
from .constants import drop_unused_properties, fill_in_constants

if typing.TYPE_CHECKING:
    from . import Built

OWN = Path(__file__).parents[3] / "assets/css"


def small(css: str) -> str:
    """Return `css` as short as it can be written."""
    return lightningcss.process_stylesheet(css, filename="site.css", minify=True)


def sheet() -> str:
    """Return the one stylesheet of the site: the files of assets/css, in order of name."""
    css = "".join(path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.css")))
    return small(drop_unused_properties(fill_in_constants(small(css))))


def inline(built: Built) -> None:
    """Fill the `<style data-app-styles>` of each page; the same text everywhere, so one hash allows it."""
    css = sheet()
    for path, tree in built.pages.items():
        style = tree.css_first("style[data-app-styles]")
        if style is None:
            raise SiteError(path, "has no <style data-app-styles>.", "Keep the block `styles` of overrides/main.html.")
        del style.attrs["data-app-styles"]
        style.insert_child(css)

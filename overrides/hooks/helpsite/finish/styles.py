"""Put the styles that the pages need into every page, so that text and looks arrive together.

On a slow line the second round trip for a stylesheet costs more than its bytes.
Material's sheet is cut down to its typography, as far as the built pages use it;
our own sheets come whole, because scripts use their names too.
"""

from __future__ import annotations

import typing
from pathlib import Path

import lightningcss
import material

from ..errors import SiteError
from .purge import cut, drop_unused_properties, fill_in_constants, names_on

if typing.TYPE_CHECKING:
    from . import Built

MATERIAL = Path(material.__file__).parent / "templates/assets/stylesheets"
OWN = Path(__file__).parents[3] / "assets/css"
# What looks entirely our own: sending Material's rules first, and ours to undo them, would cost every reader 1.8 kB.
REPLACED = frozenset(
    "html h1 h2 h3 hr blockquote figure figcaption dd small sup svg [type] "
    ".md-skip .md-container .md-main .md-main__inner .md-grid .md-content .md-content__inner .admonition .admonition-title "
    "details summary .footnote .footnote-ref .footnote-backref table th td .md-banner #__comments".split()
)
# Nothing moves on this site, and its icons are drawings of its own.
WITHOUT = frozenset(
    "transition -webkit-mask-image mask-image -webkit-tap-highlight-color -webkit-font-smoothing -moz-osx-font-smoothing "
    "font-feature-settings -moz-text-size-adjust color-adjust".split()
)


def sheet(names: set[str]) -> str:
    """Return the one stylesheet of the site: Material's, cut down to `names`, then our own, in order of name."""
    [main] = MATERIAL.glob("main.*.min.css")
    theirs = cut(main.read_text(encoding="utf-8"), names - REPLACED, WITHOUT)
    ours = "".join(path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.css")))
    css = fill_in_constants(drop_unused_properties(small(theirs + ours)))
    return small(drop_unused_properties(css))


def small(css: str) -> str:
    """Return `css` as short as it can be written."""
    return lightningcss.process_stylesheet(css, filename="site.css", minify=True)


def inline(built: Built) -> None:
    """Fill the `<style data-app-styles>` of each page; the same text everywhere, so one hash allows it."""
    css = sheet(names_on(built.pages.values()))
    for path, tree in built.pages.items():
        style = tree.css_first("style[data-app-styles]")
        if style is None:
            raise SiteError(path, "has no <style data-app-styles>.", "Keep the block `styles` of overrides/main.html.")
        del style.attrs["data-app-styles"]
        style.insert_child(css)

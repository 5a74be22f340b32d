"""Say what a browser may run: the Content Security Policy, from what the written pages really hold.

It stands in each page, for hosts that send no headers of ours, and in the header
files of the site. While live reloading there is none: that adds a script of its own.
"""

from __future__ import annotations

import base64
import hashlib
import re
import typing

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .. import headers
from ..errors import SiteError

if typing.TYPE_CHECKING:
    from . import Built

_CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?>")
# What a script element holds that is data: nobody runs it, so no policy speaks of it.
_DATA = {"application/json", "application/ld+json"}


def allowed(text: str) -> str:
    """Return the words that allow this inline style or script in a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _text(node: LexborNode) -> str:
    return node.text(deep=True) or ""


def hashes(path: str, html: str) -> tuple[set[str], set[str]]:
    """Return the hashes of the styles and of the scripts that stand in a page; SiteError where no hash could allow one."""
    tree = LexborHTMLParser(html)
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                raise SiteError(
                    path, f"has <{node.tag} {name}=…>, which the policy forbids.", "Use a class or data-app-…."
                )
    styles = {allowed(_text(node)) for node in tree.css("style")}
    scripts = {
        allowed(_text(node)) for node in tree.css("script:not([src])") if node.attributes.get("type") not in _DATA
    }
    return styles, scripts


def apply(built: Built) -> None:
    """Put the policy in each written page, and all headers in _headers, _headers.nginx and _redirects."""
    if built.serving:
        return
    styles: set[str] = set()
    scripts: set[str] = set()
    pages = {path: (built.folder / path).read_text(encoding="utf-8") for path in built.pages}
    for path, html in pages.items():
        in_page = hashes(path, html)
        styles |= in_page[0]
        scripts |= in_page[1]
    directives = headers.policy(styles, scripts)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{headers.for_pages(directives)}">'
    for path, html in pages.items():
        changed, times = _CHARSET.subn(lambda found: found[0] + meta, html, count=1)
        if not times:
            raise SiteError(path, "has no <meta charset=utf-8>.", "Keep it in overrides/partials/head.html.")
        (built.folder / path).write_text(changed, encoding="utf-8")
    moved = built.facts["moved"]
    files = [file.relative_to(built.folder).as_posix() for file in built.folder.rglob("*") if file.is_file()]
    (built.folder / "_headers").write_text(headers.cdn(directives, files), encoding="utf-8")
    (built.folder / "_headers.nginx").write_text(headers.nginx(directives, moved), encoding="utf-8")
    (built.folder / "_redirects").write_text(headers.redirects(moved), encoding="utf-8")

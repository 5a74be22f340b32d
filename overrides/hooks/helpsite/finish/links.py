"""Follow every link inside the built site, from templates and scripts too; MkDocs sees only Markdown."""

from __future__ import annotations

import typing
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from ..errors import SiteError

if typing.TYPE_CHECKING:
    from . import Built

_ATTRIBUTES = (("a", "href"), ("link[rel=icon], link[rel=manifest]", "href"), ("img", "src"), ("script[src]", "src"))


def resolve(page: str, address: str) -> tuple[str, str] | None:
    """Return (file in the site, anchor) that `address` leads to from `page`; None where it leaves the site.

    ('vormen/index.html', '../hulp/#112') gives ('hulp/index.html', '112').
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page, unquote(parts.fragment)
    folder = "" if parts.path.startswith("/") else page.rpartition("/")[0]
    path = normpath(f"{folder}/{unquote(parts.path)}").strip("/")
    path = "" if path == "." else path
    if parts.path.endswith(("/", "..", ".")) or not path:
        path = f"{path}/index.html".lstrip("/")
    return path, unquote(parts.fragment)


def _source(built: Built, path: str) -> str:
    """Return the file to mend for the built page at `path`: its Markdown, or the template of 404."""
    address = path.removesuffix("index.html")
    by_address = {record.url.removeprefix("./"): f"docs/{name}" for name, record in built.records.items()}
    return by_address.get(address, f"overrides/{path}")


def check(built: Built) -> None:
    """Stop at the first link to a page, file or anchor that is not there."""
    anchors = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in built.pages.items()}
    for path, tree in built.pages.items():
        for selector, attribute in _ATTRIBUTES:
            for node in tree.css(selector):
                address = node.attributes.get(attribute)
                target = resolve(path, address) if address else None
                if target is None:
                    continue
                file, anchor = target
                if file not in built.pages and not (built.folder / file).is_file():
                    raise SiteError(_source(built, path), f"links to {address}, which is not on the site.", "Correct the link.")
                if anchor and file in anchors and anchor not in anchors[file]:
                    raise SiteError(
                        _source(built, path), f"links to {address}, but {file} has no such place.", "Correct the anchor."
                    )

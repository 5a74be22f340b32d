"""Leave in site/ only what a page asks for: Material brings a thousand files that nobody requests."""

from __future__ import annotations

import typing

from selectolax.lexbor import LexborHTMLParser

from .links import resolve

if typing.TYPE_CHECKING:
    from . import Built

# What browsers, search engines and servers ask for by themselves.
_BY_NAME = {"404.html", "sitemap.xml", "robots.txt", "favicon.ico", "_headers", "_redirects"}


def asked_for(path: str, tree: LexborHTMLParser, root: str) -> set[str]:
    """Return the files of the site that a page names; `root` is the address of the site."""
    files = {path}
    for node in tree.css("[src], [href], [data-app-src]"):
        for name in ("src", "href", "data-app-src"):
            target = resolve(path, node.attributes.get(name) or "")
            if target:
                files.add(target[0])
    for node in tree.css('meta[property="og:image"]'):
        files.add((node.attributes["content"] or "").removeprefix(root))
    return files


def remove(built: Built) -> None:
    """Delete every file that no page asks for, then every folder that is left empty."""
    wanted = _BY_NAME | built.kept
    for path, tree in built.pages.items():
        wanted |= asked_for(path, tree, built.config.site_url)
    for file in sorted(built.folder.rglob("*"), reverse=True):
        if file.is_file() and file.relative_to(built.folder).as_posix() not in wanted:
            file.unlink()
        elif file.is_dir() and not any(file.iterdir()):
            file.rmdir()

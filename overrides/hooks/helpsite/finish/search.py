"""Write the search: the engine, and for each language the index of its pages. Both load at the first touch of the box."""

from __future__ import annotations

import json
import typing
from pathlib import Path

from .. import facts, search_index
from ..errors import SiteError
from . import links
from .scripts import SOURCE, hashed_name, small
from .spoken import english_words

if typing.TYPE_CHECKING:
    from . import Built


def engine() -> str:
    """Return the module that searches: our parts in the order of their names."""
    parts = [path.read_text(encoding="utf-8") for path in sorted((SOURCE / "search").glob("*.js"))]
    return small("\n".join(parts)) + "export{start,prepare,search,folding};"


def _menu(tree) -> list[tuple[str, str]]:
    return [
        (link.attributes["href"], group.css_first(".app-menu__title").text().strip())
        for group in tree.css(".app-menu__group")
        for link in group.css("a[href]")
    ]


def index(built: Built, language: str) -> str:
    """Return the module that holds what the search knows of the pages in `language`."""
    trees = {
        path: tree
        for path, tree in built.pages.items()
        if path != "404.html" and tree.css_first("html").attributes.get("lang") == language
    }
    home = min(trees, key=len)
    menu = {links.resolve(home, address)[0]: part for address, part in _menu(trees[home])}
    pages = []
    for record in built.records.values():
        path = f"{record.url}index.html".removeprefix("./")
        if path in trees:
            found = search_index.sections(trees[path].css_first("article").html)
            pages.append(search_index.Page(record.url, record.title, menu.get(path, ""), record.description, record.aliases, found))
    folder = Path(built.config.docs_dir) / "_data"
    name = "synonyms" if language == built.config.plugins["i18n"].default_language else f"synonyms.{language}"
    known = {"empty": [], "light": [], "less": {}, "concepts": {}, "groups": {}}
    if (folder / f"{name}.yml").exists():
        known = facts.load(folder, name, "synonyms")
    english = english_words(built.facts["terms"], built.facts["english"])
    try:
        data = search_index.build(pages, known, built.facts["contacts"], language, english)
    except KeyError as error:
        raise SiteError(f"docs/_data/{name}.yml", f"names {error}, which is not there.", "Correct the name.") from error
    return f"export default{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}"


def write(built: Built) -> None:
    """Write assets/search.HASH.js and assets/search.LANGUAGE.HASH.js, and name both in each page's search box."""
    folder = built.folder / "assets"
    folder.mkdir(exist_ok=True)
    names = {}
    languages = {tree.css_first("html").attributes.get("lang") for tree in built.pages.values()}
    for stem, content in [("search", engine()), *((f"search.{tag}", index(built, tag)) for tag in sorted(languages))]:
        names[stem] = hashed_name(stem, ".js", content.encode())
        (folder / names[stem]).write_text(content, encoding="utf-8")
    for path, tree in built.pages.items():
        language = tree.css_first("html").attributes["lang"]
        for attribute, stem in (("data-app-search-engine", "search"), ("data-app-search-index", f"search.{language}")):
            node = tree.css_first(f"[{attribute}]")
            if node is None:
                raise SiteError(path, f"has no [{attribute}].", "Keep overrides/partials/search.html in the header.")
            node.attrs["data-app-src"] = f"{node.attributes[attribute]}assets/{names[stem]}"

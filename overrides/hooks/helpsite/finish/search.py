"""Write the search: the engine, and for each language the index of its pages. Both load at the first touch of the box."""

from __future__ import annotations

import json
import typing
from pathlib import Path

from .. import facts, fold, search_index
from ..errors import SiteError
from . import links, lunr
from .scripts import SOURCE, hashed_name, small

if typing.TYPE_CHECKING:
    from . import Built

LANDING = 0.7  # a page that counts for less has no sections to land on


def engine() -> bytes:
    """Return the module that searches: lunr, the rules of folding, and our own parts in the order of their names."""
    licence, library = lunr.cut()
    rules = json.loads(fold.RULES.read_text(encoding="utf-8"))
    del rules["about"]
    parts = [path.read_text(encoding="utf-8") for path in sorted((SOURCE / "search").glob("*.js"))]
    source = small("\n".join([f"const FOLD = {json.dumps(rules)};", *parts]))
    return f"{licence}\n{library}{source}export{{start,prepare,search,understand,fold,words}};".encode()


def index(built: Built, language: str) -> bytes:
    """Return the module that holds what the search knows of the pages in `language`."""
    trees = {
        path: tree
        for path, tree in built.pages.items()
        if path != "404.html" and tree.css_first("html").attributes.get("lang") == language
    }
    records = {
        page: record
        for record in built.records.values()
        if (page := f"{record.url}index.html".removeprefix("./")) in trees
    }
    synonyms = _synonyms(built, language)
    places = {record.path: place for place, record in enumerate(records.values())}
    try:
        knowledge = search_index.of_language(synonyms, places, built.facts["contacts"])
    except KeyError as error:
        raise SiteError(
            "docs/_data/synonyms.yml", f"names {error}, which is not there.", "Correct the name."
        ) from error
    home = min(trees, key=len)
    menu = {links.resolve(home, address)[0]: names for address, *names in search_index.menu(trees[home])}
    parts = {page: _part(page, menu) for page in records}
    part_names = list(dict.fromkeys(parts.values()))
    articles = {page: trees[page].css_first("article") for page in records}
    sections = search_index.sections(articles)
    empty = set(knowledge["empty"].split())
    weights = {page: synonyms["less"].get(record.path, 1) for page, record in records.items()}
    pages = [
        [
            record.url.removeprefix("./"),
            record.title,
            part_names.index(parts[page]),
            search_index.first_sentence(record.description),
            search_index.hidden_words(
                record.aliases, f"{record.title} {record.description}", empty | search_index.led_by(knowledge["groups"], places[record.path])
            ),
            sections[page] if weights[page] >= LANDING else [],
            weights[page],
        ]
        for page, record in records.items()
    ]
    columns = list(zip(*pages, strict=True))  # like beside like packs smaller
    data = {"pages": columns, "parts": part_names, **knowledge}
    return f"export default{json.dumps(data, ensure_ascii=False, separators=(',', ':'))}".encode()


def _part(page: str, menu: dict[str, list[str]]) -> str:
    """Return the part of the site that a page is in: the page above it in its folder, else its part of the menu."""
    above = f"{page.removesuffix('index.html').rstrip('/').rpartition('/')[0]}/index.html"
    return menu[above][1] if above in menu else menu.get(page, [""])[0]


def _synonyms(built: Built, language: str) -> dict:
    """Return docs/_data/synonyms.yml, or synonyms.LANGUAGE.yml for a further language; empty where there is none."""
    folder = Path(built.config.docs_dir) / "_data"
    name = "synonyms" if language == built.config.plugins["i18n"].default_language else f"synonyms.{language}"
    if (folder / f"{name}.yml").exists():
        return facts.load(folder, name, "synonyms")
    return {"empty": [], "light": [], "less": {}, "groups": {}, "danger": []}


def write(built: Built) -> None:
    """Write assets/search.HASH.js and assets/search.LANGUAGE.HASH.js, and name both in each page's search box."""
    folder = built.folder / "assets"
    folder.mkdir(exist_ok=True)
    names = {}
    languages = {tree.css_first("html").attributes.get("lang") for tree in built.pages.values()}
    for stem, content in [("search", engine()), *((f"search.{tag}", index(built, tag)) for tag in sorted(languages))]:
        names[stem] = hashed_name(stem, ".js", content)
        (folder / names[stem]).write_bytes(content)
    for path, tree in built.pages.items():
        language = tree.css_first("html").attributes["lang"]
        for attribute, stem in (("data-app-search-engine", "search"), ("data-app-search-index", f"search.{language}")):
            node = tree.css_first(f"[{attribute}]")
            if node is None:
                raise SiteError(path, f"has no [{attribute}].", "Keep overrides/partials/search.html in the header.")
            node.attrs["data-app-src"] = f"{node.attributes[attribute]}assets/{names[stem]}"

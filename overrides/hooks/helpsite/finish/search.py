"""Write the search: the engine, and for each language the index of its pages. Both load at the first touch of the box."""

from __future__ import annotations

import json
import re
import typing
from pathlib import Path

import material

from .. import facts, fold, search_index
from ..errors import SiteError
from . import links
from .scripts import SOURCE, hashed_name, small

if typing.TYPE_CHECKING:
    from . import Built

# Material's own search is left out, but the worker that it ships holds lunr, already small.
WORKERS = Path(material.__file__).parent / "templates/assets/javascripts/workers"
_LUNR = re.compile(
    r"(/\*\*\n \* lunr - .*?\*/)(\(function\(\)\{var (\w+)=.*?)\(function\(\w,\w\)\{typeof define", re.DOTALL
)
# Each chapter begins with a comment that names it. Ours: no English stemmer, and no language of
# signs in what people type ("title:x~2"), whose parser stands at the end; nothing is stored or loaded.
_CHAPTER = re.compile(r"/\*!\n \* (lunr\.\w+)\n.*?\*/", re.DOTALL)
LANDING = 0.7  # a page that counts for less has no sections to land on
_CHAPTERS_NOT_NEEDED = ("lunr.stemmer", "lunr.stopWordFilter", "lunr.trimmer")
_FUNCTIONS_NOT_NEEDED = (
    "Index.load", "Index.prototype.search", "Index.prototype.toJSON", "Builder.prototype.use", "Vector.prototype.toJSON",
    "Pipeline.load", "Pipeline.registerFunction", "Pipeline.warnIfFunctionNotRegistered", "Pipeline.prototype.add",
    "Pipeline.prototype.after", "Pipeline.prototype.before", "Pipeline.prototype.remove", "Pipeline.prototype.toJSON",
)  # fmt: skip


def lunr() -> tuple[str, str]:
    """Return (licence, source) of lunr without the chapters that this site does not use."""
    (worker,) = WORKERS.glob("search.*.min.js")
    found = _LUNR.search(worker.read_text(encoding="utf-8"))
    if not found:
        raise SiteError(
            str(worker), "does not hold the lunr that this step knows.", "Read finish/search.py against it."
        )
    licence, source, name = found.groups()
    source, parser, _ = source.partition(f",{name}.QueryParseError=")
    first, *chapters = _CHAPTER.split(source)  # then a name and its chapter, in turns
    names, texts = chapters[::2], chapters[1::2]
    if not parser or not set(_CHAPTERS_NOT_NEEDED) <= set(names):
        raise SiteError(str(worker), "holds a lunr with other chapters.", "Read finish/search.py against it.")
    kept = "".join(text for chapter, text in zip(names, texts, strict=True) if chapter not in _CHAPTERS_NOT_NEEDED)
    for function in _FUNCTIONS_NOT_NEEDED:
        kept = _without(kept, f"{name}.{function}=function(")
    return licence, f"const lunr={first}{kept};return {name}}})();"


def _without(source: str, head: str) -> str:
    """Return minified JavaScript without the function that is assigned at `head`; ValueError where it is not there."""
    start = source.index(head)
    end, depth = source.index("{", start) + 1, 1
    while depth:
        depth += {"{": 1, "}": -1}.get(source[end], 0)
        end += 1
    if source[end : end + 1] == ",":  # "a=1,f=function(){},b=2;"
        return source[:start] + source[end + 1 :]
    return source[:start].removesuffix(",") + source[end:]


def engine() -> bytes:
    """Return the module that searches: lunr, the rules of folding, and our own parts in the order of their names."""
    licence, library = lunr()
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
    known = {
        page: " ".join([record.title, record.description, *record.aliases, *(heading for _, heading in sections[page])])
        for page, record in records.items()
    }
    empty = set(knowledge["empty"].split())
    weights = {page: synonyms["less"].get(record.path, 1) for page, record in records.items()}
    texts = {page: search_index.text_of(article) for page, article in articles.items()}
    telling = search_index.telling_words(texts, known, empty)
    pages = [
        [
            record.url.removeprefix("./"),
            record.title,
            part_names.index(parts[page]),
            search_index.first_sentence(record.description),
            search_index.hidden_words(record.aliases, f"{record.title} {record.description}", empty),
            sections[page] if weights[page] >= LANDING else [],
            " ".join(telling[page]),
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

"""Read every page once, before Material does: its front matter, its title, what it names.

Lists of all pages (A to Z, the sources) and the checks on front matter need all pages at once, which MkDocs has
only when the first page is already made.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import data
from errors import SiteError

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_H1 = re.compile(r"^# +(.+?)(?: *\{:?[^}]*\})? *$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\]]+)\]")
_MARKER = re.compile(r"^<!-- (contacts|figure): (.+?) -->$", re.MULTILINE)
_LAW = re.compile(r"\[\[([a-z0-9-]+) wet\]\]")


@dataclass(frozen=True)
class PageInfo:
    """What the whole site may know of one page."""

    path: str  # as in docs/: "vormen/sextortion.md"
    key: str  # the same in every language: the path of the Dutch page
    language: str  # "nl"
    url: str  # from the root of the site: "vormen/sextortion/", "" for the home page
    title: str
    meta: dict
    body: str
    first_line: int  # of the body in its file
    sources: tuple[str, ...] = ()  # in order of first use

    @property
    def place(self) -> str:
        """How a message names the file."""
        return f"docs/{self.path}"

    @property
    def short_title(self) -> str:
        """The name for lists and the menu."""
        return self.meta.get("title", self.title)

    @property
    def description(self) -> str:
        return self.meta["description"]

    @property
    def checked(self) -> str:
        """The ISO date on which somebody checked the facts of the page."""
        return self.meta["checked"]

    def line(self, position: int) -> int:
        """Return the line in the file of a position in the body."""
        return self.first_line + self.body.count("\n", 0, position)


def sources_in(body: str, known: dict) -> tuple[str, ...]:
    """Return the keys of the sources a page names, through footnotes, law, cards and figures, in order of first use."""
    found = [(match.start(), [match[1]]) for match in _FOOTNOTE.finditer(body)]
    found += [(match.start(), known["law"].get(match[1], {}).get("sources", [])) for match in _LAW.finditer(body)]
    for match in _MARKER.finditer(body):
        kind = known["contacts" if match[1] == "contacts" else "figures"]
        found.append(
            (match.start(), [key for name in match[2].split() for key in kind.get(name, {}).get("sources", [])])
        )
    return tuple(dict.fromkeys(key for _, keys in sorted(found, key=lambda one: one[0]) for key in keys))


def read_page(path: str, key: str, url: str, file: Path, known: dict, language: str = "nl") -> PageInfo:
    """Return what the page at docs/`path` says of itself; SiteError where its front matter is wrong."""
    place = f"docs/{path}"
    text = data.read_text(file, place)
    match = _FRONT_MATTER.match(text)
    if not match:
        raise SiteError(place, "has no front matter.", "Begin it with --- and a description, aliases and checked.")
    meta = _meta(match[1], place)
    body = text[match.end() :]
    heading = _H1.search(body)
    if not heading:
        raise SiteError(place, "has no title.", "Give it one line that begins with '# '.")
    title = re.sub(r"[*_`]", "", heading[1])
    first_line = text.count("\n", 0, match.end()) + 1
    url = "" if url == "./" else url
    return PageInfo(path, key, language, url, title, meta, body, first_line, sources_in(body, known))


@cache  # live reload reads the same texts again and again
def _meta(text: str, place: str) -> dict:
    meta = data.parse_yaml(text, place, first_line=2)
    data.check(meta, "page", place)
    return meta


def check_known(pages: list[PageInfo], sources: dict) -> None:
    """Stop on a source that a page names and nobody wrote down."""
    for page in pages:
        unknown = [key for key in page.sources if key not in sources]
        if unknown:
            problem = f"names a source that docs/_data/sources.yml does not have: {', '.join(unknown)}."
            raise SiteError(page.place, problem, "Add the source there, or correct the key.")


def check_used(pages: list[PageInfo], sources: dict) -> None:
    """Stop on a source that no page names."""
    used = {key for page in pages for key in page.sources}
    unused = [key for key in sources if key not in used]
    if unused:
        raise SiteError(
            "docs/_data/sources.yml", f"no page uses: {', '.join(unused)}.", "Cite it in a page, or take it out."
        )


def check_special(special: dict[str, str], pages: dict[str, PageInfo]) -> None:
    """Stop where the table of special pages in mkdocs.yml names a page that is not there."""
    for name, path in special.items():
        if path not in pages:
            problem = f"extra.special_pages names {path} as the page '{name}', which is not in docs/."
            raise SiteError("mkdocs.yml", problem, "Write the new name of the page there.")


def check_navigation(pages: dict[str, PageInfo], in_menu: set[str], no_pages: list[str]) -> None:
    """Stop on a line of the menu that is no page, and on a page that cannot be reached from the menu."""
    if no_pages:
        problem = f"the menu names {no_pages[0]}, which is not in docs/."
        raise SiteError("mkdocs.yml", problem, "Add that page, or correct the line under `nav:`.")
    missing = [path for path in pages if path not in in_menu]
    if missing:
        raise SiteError(f"docs/{missing[0]}", "is not in the menu.", "Add it under `nav:` in mkdocs.yml.")


def relative(target: str, page: str) -> str:
    """Return the path of docs/`target` as a link from docs/`page`: ('hulp.md', 'vormen/x.md') gives '../hulp.md'."""
    return "../" * (len(PurePosixPath(page).parents) - 1) + target

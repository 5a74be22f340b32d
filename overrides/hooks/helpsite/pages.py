"""Read every page once, before Material does: its front matter, its title, what it names.

Lists of all pages (A to Z, the sources) and the checks on front matter need all
pages at once, which MkDocs has only when the first page is already made.
"""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from . import facts
from .errors import SiteError

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_H1 = re.compile(r"^# +(.+?)(?: *\{:?[^}]*\})? *$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\]]+)\]")


@dataclass(frozen=True)
class PageRecord:
    """What the whole site may know of one page."""

    path: str  # as in docs/: "vormen/sextortion.md"
    url: str  # from the root of the site: "vormen/sextortion/"
    title: str
    description: str
    checked: str  # ISO date
    aliases: tuple[str, ...]
    meta: dict
    body: str
    sources: tuple[str, ...] = field(default=())  # in order of first use

    @property
    def short_title(self) -> str:
        """The name for lists and the menu."""
        return self.meta.get("title", self.title)


def sources_in(body: str, known: dict) -> tuple[str, ...]:
    """Return the keys of the sources a page names, through footnotes, cards and figures."""
    keys = _FOOTNOTE.findall(body)
    for marker, kind in (("contacts", "contacts"), ("figure", "figures")):
        for names in re.findall(rf"^<!-- {marker}: (.+?) -->$", body, re.MULTILINE):
            for name in names.split():
                keys += known[kind].get(name, {}).get("sources", [])
    return tuple(dict.fromkeys(keys))


def read(path: str, url: str, text: str, known: dict) -> PageRecord:
    """Return the record of the page at docs/`path`; SiteError where its front matter is wrong."""
    place = f"docs/{path}"
    match = _FRONT_MATTER.match(text)
    if not match:
        raise SiteError(place, "has no front matter.", "Begin it with --- and a description, aliases and checked.")
    meta = facts.parse_yaml(match[1], place, first_line=2)
    facts.check(meta, "page", place)
    body = text[match.end() :]
    heading = _H1.search(body)
    if not heading:
        raise SiteError(place, "has no title.", "Give it one line that begins with '# '.")
    return PageRecord(
        path=path,
        url=url,
        title=re.sub(r"[*_`]", "", heading[1]),
        description=meta["description"],
        checked=meta["checked"],
        aliases=tuple(str(alias) for alias in meta["aliases"]),
        meta=meta,
        body=body,
        sources=sources_in(body, known),
    )


def check_sources(records: list[PageRecord], sources: dict) -> None:
    """Stop on a source that no page uses, or one that a page uses and nobody wrote down."""
    used = {key for record in records for key in record.sources}
    for record in records:
        unknown = [key for key in record.sources if key not in sources]
        if unknown:
            raise SiteError(
                f"docs/{record.path}",
                f"names a source that docs/_data/sources.yml does not have: {', '.join(unknown)}.",
                "Add the source there, or correct the key.",
            )
    unused = [key for key in sources if key not in used]
    if unused:
        raise SiteError("docs/_data/sources.yml", f"no page uses: {', '.join(unused)}.", "Cite it in a page, or take it out.")


def check_navigation(records: list[PageRecord], in_navigation: set[str], no_pages: list[str]) -> None:
    """Stop on a page that cannot be reached from the menu, and on a line of the menu that is no page."""
    if no_pages:
        raise SiteError("mkdocs.yml", f"the menu names {no_pages[0]}, which is not in docs/.", "Add that page, or correct the line under `nav:`.")
    missing = [record.path for record in records if record.path not in in_navigation]
    if missing:
        raise SiteError(f"docs/{missing[0]}", "is not in the menu.", "Add it under `nav:` in mkdocs.yml.")


def relative(target: str, page: str) -> str:
    """Return the path of docs/`target` as a link from docs/`page`: ('hulp.md', 'vormen/x.md') gives '../hulp.md'."""
    depth = len(PurePosixPath(page).parents) - 1
    return "../" * depth + target


def to_root(url: str) -> str:
    """Return the way from a page's address to the root: 'vormen/sextortion/' gives '../../', '' gives ''."""
    return "../" * len([part for part in url.split("/") if part not in ("", ".")])

"""What happens once, to the built site as a whole: a list of steps, each a plain function over it.

Each page is parsed once, changed in place by the steps that concern it, and
written once. A new step is a module here and a line in STEPS.
"""

from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from selectolax.lexbor import LexborHTMLParser

from ..pages import PageRecord
from . import (
    compress,
    discovery,
    factsheet,
    headings,
    icons,
    leftovers,
    links,
    moved,
    paper,
    pictures,
    policy,
    scripts,
    search,
    spoken,
    styles,
    unused,
    write,
)  # fmt: skip


@dataclass
class Built:
    """The built site: `folder` and its parsed pages, by path in it ('vormen/sextortion/index.html')."""

    folder: Path
    config: MkDocsConfig
    facts: dict
    records: dict[str, PageRecord]
    serving: bool  # live reload adds a script of its own, so no policy in the page then
    pages: dict[str, LexborHTMLParser] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)  # files that stay though no page asks for them

    def keep(self, name: str, content: bytes) -> None:
        """Write a file that a program asks for by itself: a manifest, an icon, the picture beside a shared link."""
        (self.folder / name).parent.mkdir(exist_ok=True)
        (self.folder / name).write_bytes(content)
        self.kept.add(name)


STEPS = (
    leftovers.remove,
    search.write,  # while headings hold their own words only
    spoken.mark,
    headings.link_all,
    paper.addresses,
    paper.style,
    factsheet.write,
    icons.draw,
    discovery.write,
    links.check,
    moved.check,
    pictures.name,
    styles.inline,
    scripts.early,
    scripts.bundle,
    write.pages,  # from here on the pages are files again
    unused.remove,
    moved.pages,
    policy.apply,  # hashes what was really written
    compress.files,  # last: packs what is there
)


def run(folder: Path, config: MkDocsConfig, site: dict, serving: bool) -> None:
    """Finish the built site in `folder`; SiteError where a page has a dead link."""
    built = Built(folder, config, site["facts"], site["all"], serving)
    for path in sorted(folder.rglob("*.html")):
        built.pages[path.relative_to(folder).as_posix()] = LexborHTMLParser(path.read_text(encoding="utf-8"))
    for step in STEPS:
        step(built)

"""Make what the search box knows of the pages of one language, from what is known while they are rendered.

What a result shows goes along as it is written: titles, first sentences, headings. Hidden words go along folded:
aliases, words chosen from the text of each section, and docs/_data/synonyms.yml.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from html.parser import HTMLParser

import fold
from errors import SiteError
from markdown.extensions.toc import slugify

PER_SECTION = 1  # words chosen from a section: the lever where the index grows above its limit
STRONG = 2.5  # a group that leads to a page so strongly says its words for it
TOLD = 0.7  # a page that counts for less has no sections, one that counts for just this much their headings only
_SKIPPED = frozenset({"sup", "svg", "script", "style", "template", "button", "nav"})
_BLOCKS = frozenset({"br", "p", "li", "dd", "dt", "td", "div"})
_VOID = frozenset({"br", "img", "input", "hr", "wbr", "source", "col", "path"})


class _Sections(HTMLParser):
    """Cuts an article at its headings and its answer; one without an id has that of what is around or before it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.skipping, self.heading, self.near, self.answer = [["", "", ""]], [], "", "", False

    def handle_starttag(self, tag: str, attributes: list) -> None:
        given = dict(attributes)
        classes = (given.get("class") or "").split()
        self.handle_data(" " * (tag in _BLOCKS))
        if tag in _VOID:
            return
        if self.skipping or tag in _SKIPPED or "footnote" in classes:
            self.skipping.append(tag)
        elif tag in ("h2", "h3") or (self.answer and "admonition-title" in classes):
            own = given.get("id")
            self.rows.append([(self.near or own) if tag == "p" else (own or self.near), "", ""])
            self.heading, self.near, self.answer = tag, "", False
        elif given.get("id"):
            self.near = given["id"]
        self.answer = self.answer or "antwoord" in classes

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            while tag in self.skipping and self.skipping.pop() != tag:
                pass
        elif tag == self.heading:
            self.heading = ""

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.rows[-1][1 if self.heading else 2] += data


def sections(html: str) -> list[tuple[str, str, str]]:
    """Return (anchor, heading, text) of each part of an article, first what stands above them all ('', '', text)."""
    parser = _Sections()
    parser.feed(html)
    tidy = [tuple(re.sub(r"\s+", " ", value).strip() for value in row) for row in parser.rows]
    return [row for row in tidy if row[0] or not row[1]]


class _Language:
    """Folds words by the rules of one language, and knows which of them say nothing."""

    def __init__(self, language: str, synonyms: dict) -> None:
        self.name = language
        self.plain = list(
            dict.fromkeys(word for entry in synonyms["empty"] for word in fold.words(str(entry), language))
        )
        self.empty = set(map(self.fold, self.plain))

    def fold(self, word: str) -> str:
        return fold.fold(word, self.name)

    def keys(self, text: str) -> list[str]:
        return [self.fold(word) for word in fold.words(text, self.name)]

    def phrase(self, text: str) -> str:
        """Return a phrase folded; a full stop at its end asks for the end of what is typed."""
        return " ".join(self.keys(text) + ["$"] * text.endswith(" ."))

    def phrases(self, entries: Iterable) -> str:
        """Return phrases folded, once each, sorted; without those that hold a shorter one of the same list."""
        folded = {self.phrase(str(entry)) for entry in entries}
        short = {one for one in folded if one not in self.empty}
        return "|".join(
            one for one in sorted(folded) if not any(other != one and f" {other} " in f" {one} " for other in short)
        )


def _chosen(pages: list, sections: list, language: _Language) -> dict[tuple[int, int], str]:
    """Return the words that tell a section from the others: often in it, in few others, not in its heading or title."""
    counts = {}
    for at, page in enumerate(pages):
        for place, (_, heading, text) in enumerate(sections[at]):
            known = set(language.keys(f"{heading} {page.title}")) | language.empty
            counts[at, place] = Counter(
                key for key in language.keys(text) if key not in known and len(key) > 2 and not key.isdigit()
            )
    spread = Counter(key for found in counts.values() for key in found)
    chosen = {}
    for where, found in counts.items():
        worth = {
            key: (1 + math.log(times)) * math.log(len(counts) / spread[key])
            for key, times in found.items()
            if spread[key] > 1 or times > 1
        }
        chosen[where] = " ".join(sorted(sorted(worth, key=lambda key: (-worth[key], key))[:PER_SECTION]))
    return chosen


def _targets(name: str, pages: list, sections: list) -> list[tuple[int, int]]:
    """Return (page, section or -1) of 'hulp.md', 'hulp.md#somber', '#wet' (wherever it is) or 'vormen/'."""
    path, _, anchor = name.partition("#")
    found = []
    for at, page in enumerate(pages):
        if path in ("", page.key) or (path.endswith("/") and page.key.startswith(path)):
            places = [place for place, (own, *_) in enumerate(sections[at]) if own == anchor] if anchor else [-1]
            found += [(at, place) for place in places or [-1] * bool(path)]  # a section that went leaves its page
    if not found and path:
        raise SiteError("docs/_data/synonyms.yml", f"names {name}, which is not there.", "Correct the name.")
    return found


def _leads(group: dict, pages: list, sections: list) -> list[list]:
    """Return [page, section, weight] of what a group leads to; below nought it counts within its page only ('#wet')."""
    return [
        [at, place, weight if name[0] != "#" else -weight]
        for name, weight in group.get("leads_to", {}).items()
        for at, place in _targets(name, pages, sections)
    ]


def build(
    pages: list,
    sections: list,
    parts: list[str],
    synonyms: dict,
    contacts: dict,
    language: str,
    english: Iterable[str] = (),
) -> dict:
    """Return what the search knows, for JSON; `sections` and `parts` (of the site) are in the order of `pages`."""
    own = _Language(language, synonyms)
    most = max(
        sections, key=lambda rows: sum(row[0] in contacts for row in rows), default=[]
    )  # where organisations have their place
    sections = [
        [row for row in rows if row[0] not in synonyms["skipped"] and (row[0] not in contacts or rows is most)]
        for rows in sections
    ]
    weights = {at: weight for name, weight in synonyms["less"].items() for at, _ in _targets(name, pages, sections)}
    chosen = _chosen(pages, sections, own)
    names = list(dict.fromkeys(parts))
    concepts = list(synonyms["concepts"])

    def rule(entry: str) -> list:
        return [concepts.index(part[1:-1]) if part[0] == "<" else own.phrase(part) for part in entry.split(" + ")]

    def numbers(keys: list[str]) -> list:
        return [
            [contacts[key]["name"], contacts[key]["phone"]["shown"], contacts[key]["phone"]["dial"]] for key in keys
        ]

    groups = []
    for group in synonyms["groups"].values():
        rules = [entry for entry in map(str, group["words"]) if " + " in entry]
        plain = [entry for entry in group["words"] if entry not in rules]
        steers = [
            [at, factor]
            for target, factor in group.get("steers", {}).items()
            for at, _ in _targets(target, pages, sections)
        ]
        leads = _leads(group, pages, sections)
        groups.append(
            [
                own.phrases(plain),
                [rule(entry) for entry in rules],
                own.phrases(group.get("but", [])),
                leads,
                steers,
                numbers(group.get("numbers", [])),
            ]
        )
    rows = []
    for at, page in enumerate(pages):
        shown = set(own.keys(f"{page.title} {page.description}")) | own.empty
        led = {
            key
            for phrases, *_, leads, _, _ in groups
            if any(to == at and weight >= STRONG for to, _, weight in leads)
            for key in phrases.split("|")
        }
        hidden = sorted({key for alias in page.meta["aliases"] for key in own.keys(str(alias))} - shown - led)
        sentence = re.match(r".+?[.?](?= |$)|.+", page.description)[0]
        places = [
            [
                "" if anchor == slugify(heading, "-") else anchor,
                heading,
                chosen[at, place] if weights.get(at, 1) > TOLD else "",
            ]
            for place, (anchor, heading, _) in enumerate(sections[at])
            if weights.get(at, 1) >= TOLD
        ]
        rows.append(
            [page.url, page.title, names.index(parts[at]), sentence, " ".join(hidden), weights.get(at, 1), places]
        )
    return {
        "fold": fold.table(language),
        "empty": " ".join(own.plain),
        "english": [word for word in sorted(english) if word.lower() in json.dumps(rows, ensure_ascii=False).lower()],
        "parts": names,
        "pages": list(zip(*rows, strict=True)),  # in columns: like beside like packs smaller
        "concepts": [own.phrases(entries) for entries in synonyms["concepts"].values()],
        "groups": groups,
    }


def modules(
    pages: list, sections: dict, parts: dict, data: dict, language: str, minify: Callable[[str], str]
) -> tuple[str, str]:
    """Return (engine, index) as the text of two modules."""
    source = [path.read_text(encoding="utf-8") for path in sorted(fold.RULES.parent.glob("*.js"))]
    engine = minify("\n".join(source)) + "export{start,prepare,search,folding};"
    english = {word for term in data["terms"] if term.get("lang") == "en" for word in (term["term"], *term["forms"])}

    made = build(
        pages,
        [sections[page.path] for page in pages],
        [parts.get(page.path, "") for page in pages],
        data["synonyms"],
        data["contacts"],
        language,
        english,
    )
    return engine, f"export default{json.dumps(made, ensure_ascii=False, separators=(',', ':'))}"

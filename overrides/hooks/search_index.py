"""Make what the search box knows of the pages of one language, from what is known while they are rendered.

What a result shows goes along as it is written: titles, first sentences, headings. Hidden words go along folded:
aliases and docs/_data/synonyms.yml.
"""

import json
import re
from collections.abc import Callable, Iterable
from html.parser import HTMLParser

import fold
from errors import SiteError

STRONG = 2.5  # a group that leads to a page so strongly says its words for it
TOLD = 0.7  # a page that counts for less has no sections
_SKIPPED = frozenset({"sup", "svg", "script", "style", "template", "button", "nav"})


class _Sections(HTMLParser):
    """Finds the headings and the answer of an article; one without an id has that of what is around or before it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows, self.skipping, self.heading, self.near, self.answer = [], "", "", "", False

    def handle_starttag(self, tag: str, attributes: list) -> None:
        given = dict(attributes)
        classes = (given.get("class") or "").split()
        if self.skipping or tag in _SKIPPED:
            self.skipping = self.skipping or tag
        elif tag in ("h2", "h3") or (self.answer and "admonition-title" in classes):
            own = given.get("id")
            self.rows.append([(self.near or own) if tag == "p" else (own or self.near), ""])
            self.heading, self.near, self.answer = tag, "", False
        elif given.get("id"):
            self.near = given["id"]
        self.answer = self.answer or "antwoord" in classes

    def handle_endtag(self, tag: str) -> None:
        self.skipping = self.skipping if tag != self.skipping else ""
        self.heading = self.heading if tag != self.heading else ""

    def handle_data(self, data: str) -> None:
        if self.heading and not self.skipping:
            self.rows[-1][1] += data


def sections(html: str) -> list[tuple[str, str]]:
    """Return (anchor, heading) of each part of an article."""
    parser = _Sections()
    parser.feed(html)
    return [(anchor, " ".join(heading.split())) for anchor, heading in parser.rows if anchor]


def _targets(name: str, pages: list, sections: list) -> list[tuple[int, int]]:
    """Return (page, section or -1) of 'hulp.md', 'hulp.md#somber', '#wet' (wherever it is) or 'vormen/'."""
    path, _, anchor = name.partition("#")
    found = []
    for at, page in enumerate(pages):
        if path in ("", page.key) or (path.endswith("/") and page.key.startswith(path)):
            places = [place for place, (own, _) in enumerate(sections[at]) if own == anchor]
            found += [(at, place) for place in places or [-1] * bool(path)]  # a section that went leaves its page
    if not found and path:
        raise SiteError("docs/_data/synonyms.yml", f"names {name}, which is not there.", "Correct the name.")
    return found


def build(pages: list, sections: list, parts: list[str], data: dict, language: str) -> dict:
    """Return what the search knows, for JSON; `sections` and `parts` (of the site) are in the order of `pages`."""
    synonyms, contacts = data["synonyms"], data["contacts"]
    # Organisations have their place where most of them are.
    most = max(sections, key=lambda rows: sum(anchor in contacts for anchor, _ in rows), default=[])
    left_out = set(synonyms["skipped"])
    sections = [
        [row for row in rows if row[0] not in left_out and (row[0] not in contacts or rows is most)]
        for rows in sections
    ]

    def keys(text: str) -> list[str]:
        return [fold.fold(word, language) for word in fold.words(text, language)]

    def phrase(text: str) -> str:  # a full stop at its end asks for the end of what is typed
        return " ".join(keys(text) + ["$"] * text.endswith(" ."))

    def phrases(entries: Iterable) -> str:  # without those that hold a shorter one of the same list
        folded = {phrase(str(entry)) for entry in entries}
        short = folded - empty
        return "|".join(
            one for one in sorted(folded) if not any(other != one and f" {other} " in f" {one} " for other in short)
        )

    def rule(entry: str) -> list:
        return [concepts.index(part[1:-1]) if part[0] == "<" else phrase(part) for part in entry.split(" + ")]

    def targets(name: str) -> list[tuple[int, int]]:
        return _targets(name, pages, sections)

    plain = [word for entry in synonyms["empty"] for word in fold.words(str(entry), language)]
    empty = {fold.fold(word, language) for word in plain}
    concepts = list(synonyms["concepts"])
    weights = {at: weight for name, weight in synonyms["less"].items() for at, _ in targets(name)}
    groups = []
    for group in synonyms["groups"].values():
        words = list(map(str, group["words"]))
        leads = group.get("leads_to", {}).items()
        phones = [(contacts[key]["name"], contacts[key]["phone"]) for key in group.get("numbers", [])]
        groups.append(
            [
                phrases(word for word in words if " + " not in word),
                [rule(word) for word in words if " + " in word],
                phrases(group.get("but", [])),
                # below nought it counts within its page only ('#wet')
                [[*to, -weight if name[0] == "#" else weight] for name, weight in leads for to in targets(name)],
                [[at, factor] for name, factor in group.get("steers", {}).items() for at, _ in targets(name)],
                [[name, phone["shown"], phone["dial"]] for name, phone in phones],
            ]
        )
    names = list(dict.fromkeys(parts))
    rows = []
    for at, page in enumerate(pages):
        led = {
            key
            for own, _, _, leads, *_ in groups
            if any(to == at and weight >= STRONG for to, _, weight in leads)
            for key in own.split("|")
        }
        hidden = {key for alias in page.meta["aliases"] for key in keys(str(alias))} - led - empty
        hidden -= set(keys(f"{page.title} {page.description}"))
        sentence = re.match(r".+?[.?](?= |$)|.+", page.description)[0]
        weight = weights.get(at, 1)
        places = sections[at] if weight >= TOLD else []
        rows.append([page.url, page.title, names.index(parts[at]), sentence, " ".join(sorted(hidden)), weight, places])
    shown = json.dumps(rows, ensure_ascii=False).lower()
    english = {word for term in data["terms"] if term.get("lang") == "en" for word in (term["term"], *term["forms"])}
    return {
        "fold": fold.table(language),
        "empty": " ".join(dict.fromkeys(plain)),
        "english": [word for word in sorted(english) if word.lower() in shown],
        "parts": names,
        "pages": rows,
        "concepts": [phrases(entries) for entries in synonyms["concepts"].values()],
        "groups": groups,
    }


def modules(
    pages: list, sections: dict, parts: dict, data: dict, language: str, minify: Callable[[str], str]
) -> tuple[str, str]:
    """Return (engine, index) as the text of two modules."""
    source = [path.read_text(encoding="utf-8") for path in sorted(fold.RULES.parent.glob("*.js"))]
    own = [sections[page.path] for page in pages], [parts.get(page.path, "") for page in pages]
    made = json.dumps(build(pages, *own, data, language), ensure_ascii=False, separators=(",", ":"))
    return minify("\n".join(source)) + "export{start,prepare,search,folding};", f"export default{made}"

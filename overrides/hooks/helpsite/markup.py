"""Turn what an editor writes into what Markdown knows.

    [[veilig-thuis]]                  the number, as a link that calls it
    [[helpwanted site]]               a link to the website of the organisation
    [[helpwanted kaart]]              a link to its card on /hulp/
    <!-- contacts: csg 113 -->        the cards of these organisations
    <!-- figure: cbs-2020 -->         a chart with its table
    <!-- drawing: continuum -->       a drawing of overrides/partials/drawings/
    <!-- pages --> <!-- sources --> <!-- terms -->    the list of all of them
    <!-- checked -->                  how the facts were checked, as the data say
    <!-- pdf -->                      a link to the PDF, with its size and sheets
    [^cbs20]                          a source; its note is written by the build

This happens in the Markdown and not in a template, because the search index is
made from page content: what only a template prints cannot be found.
"""

import re
from collections.abc import Callable

from jinja2 import TemplateNotFound

from . import facts, honesty, pages
from .errors import SiteError
from .pages import PageRecord

_INLINE = re.compile(r"\[\[([a-z0-9-]+)(?: ([a-z]+))?\]\]")
_MARKER = re.compile(r"^<!-- ([a-z]+)(?:: (.+?))? -->$", re.MULTILINE)
_NAMING = frozenset({"contacts", "figure", "drawing"})  # markers that name what they show
# Dutch numbers as people type them; 112 and 113 are words of the language and stay.
_NUMBER = re.compile(r"(?<![\w.,/-])(?:\+31[ -]?|0)\d[\d -]{5,}\d")
_ADDRESS = re.compile(r"https?://|\bwww\.\w")
_SOURCES_HEADING = "\n\n## Bronnen bij deze pagina {: #bronnen .app-sources-heading }\n\n///Footnotes Go Here///\n\n"

Render = Callable[..., str]


def _place(record: PageRecord) -> str:
    return f"docs/{record.path}"


def check_facts_stand_once(record: PageRecord) -> None:
    """Stop on a telephone number or web address that is written out in a page."""
    number = _NUMBER.search(record.body)
    if number:
        raise SiteError(
            _place(record),
            f"the number {number[0].strip()} stands in the page.",
            "Put it in docs/_data/contacts.yml and write [[key]] here.",
        )
    address = _ADDRESS.search(record.body)
    if address:
        start = record.body[address.start() :].split()[0]
        raise SiteError(
            _place(record),
            f"the address {start} stands in the page.",
            "Put it in docs/_data/contacts.yml or sources.yml and write [[key site]] or [^key] here.",
        )


def check_nothing_left(record: PageRecord) -> None:
    """Stop on what looks like a marker or a key and is none: the reader would see nothing, or the brackets."""
    for line in record.body.splitlines():
        if "<!--" in line and not _MARKER.fullmatch(line):
            raise SiteError(_place(record), f"{line.strip()} is no marker.", "Write it as <!-- contacts: csg -->, small letters, on a line of its own.")
        wrong = re.search(r"\[\[(?!\s).*?\]\]", _INLINE.sub("", line))
        if wrong:
            raise SiteError(_place(record), f"{wrong[0]} is no key.", "Write it as [[csg]] or [[csg kaart]], in small letters.")


def _contact(key: str, contacts: dict, record: PageRecord) -> dict:
    if key not in contacts:
        raise SiteError(
            _place(record), f"docs/_data/contacts.yml has no contact '{key}'.", "Add it there, or correct the key."
        )
    return contacts[key]


def _inline(record: PageRecord, contacts: dict) -> Callable[[re.Match], str]:
    def replace(match: re.Match) -> str:
        key, form = match.groups()
        contact = _contact(key, contacts, record)
        if form == "kaart":
            return f"[{contact['name']}]({pages.relative('hulp.md', record.path)}#{key})"
        if form not in (None, "site"):
            raise SiteError(_place(record), f"[[{key} {form}]] is not known.", "Use [[key]], [[key site]] or [[key kaart]].")
        field = "web" if form else "phone"
        if field not in contact:
            raise SiteError(
                _place(record), f"{key} has no {field} in docs/_data/contacts.yml.", f"Use [[{key} kaart]], or add it."
            )
        if form:
            return f'<a class="app-site" href="{contact["web"]}">{contact["name"]}</a>'
        return f'<a class="app-tel" href="tel:{contact["phone"]["dial"]}">{contact["phone"]["shown"]}</a>'

    return replace


def footnotes(record: PageRecord, sources: dict) -> str:
    """Return the notes of the sources that a page names, as Markdown; '' where it names none."""
    if not record.sources:
        return ""
    notes = []
    for key in record.sources:
        source = sources[key]
        year = f", {source['year']}" if source.get("year") else ""
        title = re.sub(r"([\[\]*_])", r"\\\1", source["title"])
        if source.get("lang"):
            title = f'<span lang="{source["lang"]}">{title}</span>'
        notes.append(
            f"[^{key}]: {source['publisher']}, [{title}]({source['url']}){year}. "
            f'<span class="app-seen">Bekeken op {facts.in_words(source["seen"])}.</span>'
        )
    return _SOURCES_HEADING + "\n".join(notes) + "\n"


def _refs(keys: list[str]) -> str:
    return "".join(f"[^{key}]" for key in dict.fromkeys(keys))


def heading_level_at(markdown: str, position: int) -> int:
    """Return the level of a heading below the one that `position` stands under: 3 below a '## '."""
    above = re.findall(r"^(#{1,5}) ", markdown[:position], re.MULTILINE)
    return len(above[-1]) + 1 if above else 2


def expand(record: PageRecord, known: dict, records: list[PageRecord], render: Render) -> str:
    """Return the Markdown of a page with every number, marker and source filled in.

    `known` is facts.load_all; `render(partial, **values)` renders a partial of
    overrides/partials. SiteError names the page where a key or marker is unknown.
    """
    check_facts_stand_once(record)
    check_nothing_left(record)

    def contacts(names: str, level: int) -> str:
        chosen = {key: _contact(key, known["contacts"], record) for key in names.split()}
        used = [source for contact in chosen.values() for source in contact["sources"]]
        checked = min(contact["checked"] for contact in chosen.values())
        line = f"Gegevens gecontroleerd op {facts.in_words(checked)}.{_refs(used)}\n{{: .app-cards-checked }}"
        return render("contact-cards.html", contacts=chosen, level=level) + f"\n\n{line}"

    def figure(name: str) -> str:
        if name not in known["figures"]:
            raise SiteError(_place(record), f"docs/_data/figures.yml has no figure '{name}'.", "Add it there, or correct the key.")
        entry = known["figures"][name]
        top = entry.get("max") or max(row["value"] for row in entry["rows"])
        line = f"Bron bij deze cijfers:{_refs(entry['sources'])}\n{{: .app-figure-source }}"
        return render("figure.html", key=name, figure=entry, top=top) + f"\n\n{line}"

    def drawing(name: str) -> str:
        try:
            return render(f"drawings/{name}.html")
        except TemplateNotFound as error:
            raise SiteError(_place(record), f"there is no drawing '{name}'.", "See overrides/partials/drawings/.") from error

    def page_list() -> str:
        ordered = sorted(records, key=lambda other: other.short_title.lower())
        lines = [
            f"- [{other.short_title}]({pages.relative(other.path, record.path)})  \n  {other.description}"
            for other in ordered
        ]
        return '<div class="app-pages" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"

    def source_list() -> str:
        users = {key: [other for other in records if key in other.sources] for key in known["sources"]}
        ordered = sorted(known["sources"], key=lambda key: known["sources"][key]["publisher"].lower())
        return render("source-list.html", sources=known["sources"], order=ordered, users=users, in_words=facts.in_words)

    def term_list() -> str:
        ordered = sorted(known["terms"], key=lambda term: term["term"].lower())
        lines = [f"## {term['term']}\n\n{term['sentence']}{_more(term)}" for term in ordered]
        return "\n\n".join(lines)

    def _more(term: dict) -> str:
        if "link" not in term:
            return ""
        path, _, anchor = term["link"].partition("#")
        target = next((other for other in records if other.path == path), None)
        if target is None:
            raise SiteError("docs/_data/terms.yml", f"{term['term']} links to {path}, which is no page.", "Correct the link.")
        return f" Meer: [{target.short_title}]({pages.relative(path, record.path)}{'#' + anchor if anchor else ''})."

    def pdf() -> str:
        return render("pdf-link.html", root=pages.to_root(record.url))

    makers = {
        "contacts": contacts,
        "figure": figure,
        "drawing": drawing,
        "pages": page_list,
        "sources": source_list,
        "terms": term_list,
        "checked": lambda: honesty.how_checked(known),
        "pdf": pdf,
    }

    def marker(match: re.Match) -> str:
        name, argument = match.groups()
        if name not in makers:
            raise SiteError(_place(record), f"<!-- {name} --> is not known.", f"Use one of: {', '.join(makers)}.")
        if (name in _NAMING) != bool(argument):
            wanted = f"<!-- {name}: key -->" if name in _NAMING else f"<!-- {name} -->"
            raise SiteError(_place(record), f"{match[0]} is half a marker.", f"Write {wanted}.")
        if name == "contacts":
            return contacts(argument, heading_level_at(match.string, match.start()))
        return makers[name](argument) if argument else makers[name]()

    body = _MARKER.sub(marker, record.body)
    body = _INLINE.sub(_inline(record, known["contacts"]), body)
    return body + footnotes(record, known["sources"])

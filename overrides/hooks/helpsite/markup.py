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

from . import facts, honesty, lists, pages, written
from .errors import SiteError
from .pages import PageRecord
from .written import INLINE, MARKER, place

_NAMING = frozenset({"contacts", "figure", "drawing"})  # markers that name what they show
_SOURCES_HEADING = "\n\n## Bronnen bij deze pagina {: #bronnen .app-sources-heading }\n\n///Footnotes Go Here///\n\n"

Render = Callable[..., str]


def _contact(key: str, contacts: dict, record: PageRecord) -> dict:
    if key not in contacts:
        raise SiteError(
            place(record), f"docs/_data/contacts.yml has no contact '{key}'.", "Add it there, or correct the key."
        )
    return contacts[key]


def _inline(record: PageRecord, contacts: dict) -> Callable[[re.Match], str]:
    def replace(match: re.Match) -> str:
        key, form = match.groups()
        contact = _contact(key, contacts, record)
        if form == "kaart":
            return f"[{contact['name']}]({pages.relative('hulp.md', record.path)}#{key})"
        if form not in (None, "site"):
            raise SiteError(place(record), f"[[{key} {form}]] is not known.", "Use [[key]], [[key site]] or [[key kaart]].")
        field = "web" if form else "phone"
        if field not in contact:
            raise SiteError(
                place(record), f"{key} has no {field} in docs/_data/contacts.yml.", f"Use [[{key} kaart]], or add it."
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
    written.check_facts_stand_once(record)
    written.check_nothing_left(record)

    def contacts(names: str, level: int) -> str:
        chosen = {key: _contact(key, known["contacts"], record) for key in names.split()}
        used = [source for contact in chosen.values() for source in contact["sources"]]
        checked = min(contact["checked"] for contact in chosen.values())
        line = f"Gegevens gecontroleerd op {facts.in_words(checked)}.{_refs(used)}\n{{: .app-cards-checked }}"
        return render("contact-cards.html", contacts=chosen, level=level) + f"\n\n{line}"

    def figure(name: str) -> str:
        if name not in known["figures"]:
            raise SiteError(place(record), f"docs/_data/figures.yml has no figure '{name}'.", "Add it there, or correct the key.")
        entry = known["figures"][name]
        top = entry.get("max") or max(row["value"] for row in entry["rows"])
        line = f"Bron bij deze cijfers:{_refs(entry['sources'])}\n{{: .app-figure-source }}"
        return render("figure.html", key=name, figure=entry, top=top) + f"\n\n{line}"

    def drawing(name: str) -> str:
        try:
            return render(f"drawings/{name}.html")
        except TemplateNotFound as error:
            raise SiteError(place(record), f"there is no drawing '{name}'.", "See overrides/partials/drawings/.") from error

    def pdf() -> str:
        return render("pdf-link.html", root=pages.to_root(record.url))

    makers = {
        "contacts": contacts,
        "figure": figure,
        "drawing": drawing,
        "pages": lambda: lists.pages(record, records),
        "sources": lambda: lists.sources(known["sources"], records, render),
        "terms": lambda: lists.terms(known["terms"], record, records),
        "checked": lambda: honesty.how_checked(known),
        "pdf": pdf,
    }

    def marker(match: re.Match) -> str:
        name, argument = match.groups()
        if name not in makers:
            raise SiteError(place(record), f"<!-- {name} --> is not known.", f"Use one of: {', '.join(makers)}.")
        if (name in _NAMING) != bool(argument):
            wanted = f"<!-- {name}: key -->" if name in _NAMING else f"<!-- {name} -->"
            raise SiteError(place(record), f"{match[0]} is half a marker.", f"Write {wanted}.")
        if name == "contacts":
            return contacts(argument, heading_level_at(match.string, match.start()))
        return makers[name](argument) if argument else makers[name]()

    body = MARKER.sub(marker, record.body)
    body = INLINE.sub(_inline(record, known["contacts"]), body)
    return body + footnotes(record, known["sources"])

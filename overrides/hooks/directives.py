"""Turn what an editor writes into what Markdown knows.

    [[veilig-thuis]]                  the number, as a link that calls it
    [[helpwanted site]]               a link to the website of the organisation
    [[helpwanted kaart]]              a link to its card on the help page
    [[klacht wet]]                    the sentence of docs/_data/law.yml, with its sources
    <!-- contacts: csg 113 -->        the cards of these organisations
    <!-- figure: cbs-2020 -->         a chart with its table
    <!-- drawing: continuum -->       a drawing of overrides/partials/drawings/
    <!-- pages --> <!-- sources --> <!-- terms -->    the list of all of them
    <!-- checked --> <!-- publisher --> <!-- host -->    what the data and mkdocs.yml say of this site
    <!-- pdf -->                      a link to the PDF of the factsheet
    [^cbs20]                          a source; its note is written by the build

This happens in the Markdown and not in a template, because the search index is made from page content: what
only a template prints cannot be found.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import content_rules
import listings
import verification_note
from content_rules import INLINE, MARKER
from errors import SiteError
from front_matter import PageInfo, relative
from jinja2 import TemplateNotFound
from strings import Strings, escape

_KIND = {"contacts": "contact", "figures": "figure", "law": "fact"}
_NAMING = frozenset({"contacts", "figure", "drawing"})  # markers that name what they show
Render = Callable[..., str]


@dataclass(frozen=True)
class Context:
    """What the directives of one page may use."""

    page: PageInfo
    pages: dict[str, PageInfo]  # those of the same language
    data: dict  # data.load
    strings: Strings
    extra: dict  # `extra` of mkdocs.yml
    render: Render  # a partial of overrides/partials as text
    pdf_name: str = "factsheet.pdf"

    def fact(self, file: str, key: str) -> dict:
        """Return a fact of docs/_data/`file`.yml; SiteError names the page that asks for one that is not there."""
        if key not in self.data[file]:
            problem = f"docs/_data/{file}.yml has no {_KIND[file]} '{key}'."
            raise SiteError(self.page.place, problem, "Add it there, or correct the key.")
        return self.data[file][key]

    def special(self, name: str) -> str:
        """Return the way from this page to a special page: 'help' gives '../hulp.md'."""
        return relative(self.extra["special_pages"][name], self.page.path)


def _inline(context: Context) -> Callable[[re.Match], str]:
    def replace(match: re.Match) -> str:
        key, form = match.groups()
        if form == "wet":
            law = context.fact("law", key)
            return law["text"] + _refs(law["sources"])
        contact = context.fact("contacts", key)
        if form == "kaart":
            return f"[{contact['name']}]({context.special('help')}#{key})"
        if form not in (None, "site"):
            remedy = "Use [[key]], [[key site]], [[key kaart]] or [[key wet]]."
            raise SiteError(context.page.place, f"[[{key} {form}]] is not known.", remedy)
        field = "web" if form else "phone"
        if field not in contact:
            problem = f"{key} has no {field} in docs/_data/contacts.yml."
            raise SiteError(context.page.place, problem, f"Use [[{key} kaart]], or add it.")
        if form:
            return f"[{contact['name']}]({contact['web']}){{: .app-site }}"
        return f"[{_glued(contact['phone']['shown'])}](tel:{contact['phone']['dial']}){{: .app-tel }}"

    return replace


def _glued(number: str) -> str:
    """Return a number whose groups stay on one line and are read as one: no-break spaces between them."""
    return number.replace(" ", "\u00a0")


def footnotes(context: Context) -> str:
    """Return the notes of the sources that a page names, as Markdown; '' where it names none."""
    page, t = context.page, context.strings
    if not page.sources:
        return ""
    notes = []
    for key in page.sources:
        source = context.data["sources"][key]
        year = f", {source['year']}" if source.get("year") else ""
        language = f'{{: lang="{source["lang"]}" }}' if source.get("lang") else ""
        seen = t("source.seen", date=t.date(source["seen"]))
        notes.append(
            f"[^{key}]: {escape(source['publisher'])}, [{escape(source['title'])}]({source['url']}){language}{year}. "
            f"*{seen}*{{: .app-seen }}"
        )
    heading = f"\n\n## {t('source.heading')} {{: #bronnen .vouw .app-sources-heading }}\n\n///Footnotes Go Here///\n\n"
    return heading + "\n".join(notes) + "\n"


def _refs(keys: list[str]) -> str:
    return "".join(f"[^{key}]" for key in dict.fromkeys(keys))


def heading_level_at(markdown: str, position: int) -> int:
    """Return the level of a heading below the one that `position` stands under: 3 below a '## '."""
    above = re.findall(r"^(#{1,5}) ", markdown[:position], re.MULTILINE)
    return len(above[-1]) + 1 if above else 2


def _contacts(context: Context, names: str, level: int) -> str:
    chosen = {key: context.fact("contacts", key) for key in names.split()}
    cards = context.render("contact-cards.html", contacts=chosen, level=level)
    markers = MARKER.finditer(context.page.body)
    shown = [key for match in markers if match[1] == "contacts" for key in match[2].split()]
    if shown[-len(chosen) :] != list(chosen):
        return cards
    return f"{cards}\n\n{_compared(context, shown)}\n{{: .app-cards-checked }}"


def _compared(context: Context, keys: list[str]) -> str:
    """Return, once a page and below its last cards, with what their facts were compared."""
    contacts = [context.fact("contacts", key) for key in keys]
    how = "live" if all(contact["checked_how"] == "live" for contact in contacts) else "stored"
    oldest = min(contact["checked"] for contact in contacts)
    return context.strings(f"contact.checked-{how}", date=context.strings.date(oldest))


def _figure(context: Context, name: str) -> str:
    entry = context.fact("figures", name)
    top = entry.get("max") or max(row["value"] for row in entry["rows"])
    line = f"{context.strings('figure.source')}{_refs(entry['sources'])}\n{{: .app-figure-source }}"
    return f"{context.render('figure.html', key=name, figure=entry, top=top)}\n\n{line}"


def _drawing(context: Context, name: str) -> str:
    try:
        return " ".join(context.render(f"drawings/{name}.html").split())  # one line: it may stand in a list
    except TemplateNotFound as error:
        raise SiteError(
            context.page.place, f"there is no drawing '{name}'.", "See overrides/partials/drawings/."
        ) from error


def _publisher(context: Context) -> str:
    publisher = context.extra.get("publisher") or {}
    if publisher.get("name") and publisher.get("reach"):
        return context.strings("publisher.known", **publisher)
    return context.strings("publisher.unknown")


def expand(context: Context) -> str:
    """Return the Markdown of a page with every number, marker and source filled in.

    SiteError names the page where a key or marker is unknown.
    """
    page = context.page
    content_rules.check_body(page, context.data["contacts"])
    makers: dict[str, Callable[..., str]] = {
        "contacts": lambda names, level: _contacts(context, names, level),
        "figure": lambda name, _: _figure(context, name),
        "drawing": lambda name, _: _drawing(context, name),
        "pages": lambda *_: listings.pages(page, context.pages),
        "sources": lambda *_: listings.sources(page, context.pages, context.data["sources"], context.strings),
        "terms": lambda *_: listings.terms(page, context.pages, context.data["terms"], context.strings),
        "checked": lambda *_: verification_note.how_checked(context.data, context.strings),
        "publisher": lambda *_: _publisher(context),
        "host": lambda *_: context.strings(f"host.{context.extra['host']}"),
        "pdf": lambda *_: f"[{context.strings('pdf.link')}]({relative(context.pdf_name, page.path)}){{: .app-pdf }}",
    }

    def marker(match: re.Match) -> str:
        name, argument = match.groups()
        if name not in makers:
            raise SiteError(page.place, f"<!-- {name} --> is not known.", f"Use one of: {', '.join(makers)}.")
        if (name in _NAMING) != bool(argument):
            wanted = f"<!-- {name}: key -->" if name in _NAMING else f"<!-- {name} -->"
            raise SiteError(page.place, f"{match[0]} is half a marker.", f"Write {wanted}.")
        made = makers[name](argument, heading_level_at(match.string, match.start()))
        if match[0].startswith(" "):  # in a list: a drawing in its item
            return f"    {made.strip()}"
        return f"\n\n{made}\n\n"

    body = MARKER.sub(marker, page.body)
    return INLINE.sub(_inline(context), body) + footnotes(context)

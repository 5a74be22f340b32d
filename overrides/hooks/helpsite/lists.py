"""Lists of all that there is, for a page that shows them: pages, sources, words."""

from collections.abc import Callable

from . import facts
from .errors import SiteError
from .pages import PageRecord, relative


def pages(here: PageRecord, records: list[PageRecord]) -> str:
    """Return every page with its description, as Markdown, in the order of the alphabet."""
    ordered = sorted(records, key=lambda other: other.short_title.lower())
    lines = [f"- [{other.short_title}]({relative(other.path, here.path)})  \n  {other.description}" for other in ordered]
    return '<div class="app-pages" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"


def sources(known: dict, records: list[PageRecord], render: Callable[..., str]) -> str:
    """Return every source with the pages that use it, in the order of who published it."""
    users = {key: [other for other in records if key in other.sources] for key in known}
    ordered = sorted(known, key=lambda key: known[key]["publisher"].lower())
    return render("source-list.html", sources=known, order=ordered, users=users, in_words=facts.in_words)


def terms(known: list[dict], here: PageRecord, records: list[PageRecord]) -> str:
    """Return every word with its sentence, as Markdown. SiteError where one links to a page that is not there."""
    ordered = sorted(known, key=lambda term: term["term"].lower())
    return "\n\n".join(f"## {term['term']}\n\n{term['sentence']}{_more(term, here, records)}" for term in ordered)


def _more(term: dict, here: PageRecord, records: list[PageRecord]) -> str:
    if "link" not in term:
        return ""
    path, _, anchor = term["link"].partition("#")
    target = next((other for other in records if other.path == path), None)
    if target is None:
        raise SiteError("docs/_data/terms.yml", f"{term['term']} links to {path}, which is no page.", "Correct the link.")
    return f" Meer: [{target.short_title}]({relative(path, here.path)}{'#' + anchor if anchor else ''})."

"""Lists of all that there is, as Markdown, for a page that shows them: pages, sources, words."""

from errors import SiteError
from front_matter import PageInfo, relative
from strings import Strings, escape


def pages(here: PageInfo, all_pages: dict[str, PageInfo]) -> str:
    """Return every page with its description, in the order of the alphabet."""
    ordered = sorted(all_pages.values(), key=lambda other: other.short_title.lower())
    lines = [f"- [{other.short_title}]({relative(other.key, here.key)})  \n  {other.description}" for other in ordered]
    return '<div class="app-pages" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"


def sources(here: PageInfo, all_pages: dict[str, PageInfo], known: dict, t: Strings) -> str:
    """Return every source with its grade and the pages that use it, in the order of who published it."""
    lines = []
    for key in sorted(known, key=lambda one: known[one]["publisher"].lower()):
        source = known[key]
        year = f", {source['year']}" if source.get("year") else ""
        language = f'{{: lang="{source["lang"]}" }}' if source.get("lang") else ""
        used = ", ".join(
            f"[{page.short_title}]({relative(page.key, here.key)})"
            for page in all_pages.values()
            if key in page.sources
        )
        seen = t("source.seen", date=t.date(source["seen"]))
        grade = t("source.grade", grade=source["grade"])
        lines.append(
            f"- **{escape(source['publisher'])}**, "
            f"[{escape(source['title'])}]({source['url']}){language}{year}. {seen} {grade}"
            f"  \n    {t('source.used')} {used}."
        )
    return '<div class="app-sources" markdown>\n\n' + "\n".join(lines) + "\n\n</div>"


def terms(here: PageInfo, all_pages: dict[str, PageInfo], known: list[dict], t: Strings) -> str:
    """Return every word with its sentence. SiteError where one links to a page that is not there."""
    ordered = sorted(known, key=lambda term: term["term"].lower())
    parts = []
    for term in ordered:
        language = f' {{: lang="{term["lang"]}" }}' if "lang" in term else ""
        parts.append(f"## {term['term']}{language}\n\n{term['sentence']}{_more(term, here, all_pages, t)}")
    return "\n\n".join(parts)


def _more(term: dict, here: PageInfo, all_pages: dict[str, PageInfo], t: Strings) -> str:
    if "link" not in term:
        return ""
    path, _, anchor = term["link"].partition("#")
    target = next((other for other in all_pages.values() if other.key == path), None)
    if target is None:
        raise SiteError(
            "docs/_data/terms.yml", f"{term['term']} links to {path}, which is no page.", "Correct the link."
        )
    place = f"#{anchor}" if anchor else ""
    return f" {t('glossary.more')} [{target.short_title}]({relative(path, here.key)}{place})."

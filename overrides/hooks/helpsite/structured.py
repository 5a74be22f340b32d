"""What search engines can read of a page, in the words of schema.org.

Every page: what it is, when its facts were checked, and the way to it. The page
of the forms: the set of terms; each form: its term. The help page: the
organisations and their numbers, from contacts.yml.
"""

from collections.abc import Mapping
from urllib.parse import urljoin

from .pages import PageRecord

FORMS = "vormen/"


def _way(record: PageRecord, records: list[PageRecord], root: str) -> dict:
    """Return the breadcrumbs: home, each page above this one in its address, and the page."""
    parts = [part for part in record.url.split("/") if part not in ("", ".")]
    above = {"/".join(parts[:depth]) + "/" for depth in range(1, len(parts))}
    way = [other for other in records if other.url in ("", "./") or other.url in above]
    way = sorted({other.url: other for other in (*way, record)}.values(), key=lambda other: len(other.url.strip("./")))
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "name": other.short_title,
            "item": {"@type": "WebPage", "@id": urljoin(root, other.url)},
        }
        for place, other in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _term(record: PageRecord, root: str) -> dict:
    return {
        "@type": "DefinedTerm",
        "name": record.short_title,
        "description": record.description,
        "url": urljoin(root, record.url),
    }


def _forms(records: list[PageRecord]) -> list[PageRecord]:
    return [other for other in records if other.url.startswith(FORMS) and other.url != FORMS]


def _organization(contact: Mapping) -> dict:
    node = {"@type": "Organization", "name": contact["name"], "description": contact["what_for"]}
    if "web" in contact:
        node["url"] = contact["web"]
    if "phone" in contact:
        node["contactPoint"] = {
            "@type": "ContactPoint",
            "telephone": contact["phone"]["dial"],
            "contactType": "emergency" if contact["kind"] == "emergency" else "hulplijn",
            "availableLanguage": "nl",
        }
    return node


def graph(
    record: PageRecord,
    records: list[PageRecord],
    contacts: Mapping[str, Mapping],
    root: str,
    site_name: str,
    language: str = "nl",
) -> dict:
    """Return the JSON-LD of the page `record`; `root` is the address of the site, `language` the page's own."""
    address = urljoin(root, record.url)
    page = {
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": record.title,
        "description": record.description,
        "inLanguage": language,
        "isPartOf": {"@type": "WebSite", "name": site_name, "url": root},
        "datePublished": record.checked,
        "dateModified": record.checked,
    }
    nodes = [page]
    if record.url not in ("", "./"):
        page["breadcrumb"] = _way(record, records, root)
    if record.url == FORMS:
        terms = [_term(form, root) for form in _forms(records)]
        nodes.append(
            {
                "@type": "DefinedTermSet",
                "@id": f"{address}#begrippen",
                "name": record.title,
                "url": address,
                "hasDefinedTerm": terms,
            }
        )
    elif record in _forms(records):
        nodes.append(_term(record, root) | {"inDefinedTermSet": f"{urljoin(root, FORMS)}#begrippen"})
    elif record.url == "hulp/":
        nodes += [_organization(contact) for contact in contacts.values()]
    return {"@context": "https://schema.org", "@graph": nodes}

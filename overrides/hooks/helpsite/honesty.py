"""Say on /over-deze-site/ how the facts were checked, and no more than that: the words follow the data.

`checked_how: live` in contacts.yml and `seen_how: live` in sources.yml mean that
somebody held the fact beside the page itself; without it, beside a stored copy.
"""

from .errors import SiteError
from .pages import PageRecord

MARKER = "<!-- checked -->"


def _contacts(contacts: dict) -> str:
    live = [contact["name"] for contact in contacts.values() if contact["checked_how"] == "live"]
    if not live:
        return (
            "De nummers, prijzen en tijden van de organisaties hebben we alleen vergeleken met bewaarde kopieën van pagina's. "
            "Niet één is nog vergeleken met de pagina zoals die nu online staat."
        )
    if len(live) == len(contacts):
        return f"De gegevens van alle {len(live)} organisaties hebben we vergeleken met hun eigen pagina, zoals die toen online stond."
    return (
        f"Van {len(live)} van de {len(contacts)} organisaties hebben we de gegevens vergeleken met hun eigen pagina, "
        f"zoals die toen online stond: {', '.join(live)}. "
        f"Bij de andere {len(contacts) - len(live)} keken we alleen naar bewaarde kopieën van pagina's."
    )


def _sources(sources: dict) -> str:
    live = sum(source.get("seen_how") == "live" for source in sources.values())
    if not live:
        return "Alle bronnen lazen we als bewaarde kopie. Geen enkele bron lazen we zoals die nu online staat."
    if live == len(sources):
        return "Alle bronnen lazen we zoals ze toen online stonden."
    return f"Van de {len(sources)} bronnen lazen we er {live} online en {len(sources) - live} als bewaarde kopie."


def how_checked(known: dict) -> str:
    """Return the Dutch words, as Markdown, that are true of `known` (facts.load_all)."""
    return f"{_contacts(known['contacts'])} {_sources(known['sources'])}"


def check_told(records: list[PageRecord]) -> None:
    """Stop where the page about this site does not tell how the facts were checked."""
    for record in records:
        if record.path == "over-deze-site.md" and MARKER not in record.body.splitlines():
            raise SiteError(f"docs/{record.path}", "does not say how the facts were checked.", f"Put {MARKER} back on a line of its own.")

"""Say on the page about this site how the facts were checked, and no more than that: the words follow the data.

`checked_how: live` in contacts.yml and `seen_how: live` in sources.yml mean that somebody held the fact beside
the page itself; without it, beside a stored copy.
"""

from errors import SiteError
from front_matter import PageInfo
from strings import Strings

MARKER = "<!-- checked -->"


def _sentence(part: str, live: int, of: int, t: Strings) -> str:
    kind = "none" if not live else "all" if live == of else "some"
    return t(f"checked.{part}-{kind}", live=live, all=of, stored=of - live)


def how_checked(data: dict, t: Strings) -> str:
    """Return the words, as Markdown, that are true of `data` (data.load)."""
    contacts = sum(contact["checked_how"] == "live" for contact in data["contacts"].values())
    sources = sum(source.get("seen_how") == "live" for source in data["sources"].values())
    return " ".join((
        _sentence("contacts", contacts, len(data["contacts"]), t),
        _sentence("sources", sources, len(data["sources"]), t),
    ))  # fmt: skip


def check_told(about: PageInfo) -> None:
    """Stop where the page about this site does not tell how the facts were checked."""
    if MARKER not in about.body.splitlines():
        raise SiteError(
            about.place, "does not say how the facts were checked.", f"Put {MARKER} back on a line of its own."
        )

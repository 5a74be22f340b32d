"""Stop where an editor wrote what a reader should not meet: a number or address by hand, a marker that is none."""

import re

from .errors import SiteError
from .pages import PageRecord

INLINE = re.compile(r"\[\[([a-z0-9-]+)(?: ([a-z]+))?\]\]")
MARKER = re.compile(r"^<!-- ([a-z]+)(?:: (.+?))? -->$", re.MULTILINE)
# Dutch numbers as people type them; 112 and 113 are words of the language and stay.
_NUMBER = re.compile(r"(?<![\w.,/-])(?:\+31[ -]?|0)\d[\d -]{5,}\d")
_ADDRESS = re.compile(r"https?://|\bwww\.\w")


def place(record: PageRecord) -> str:
    """Return how a message names the file of a page."""
    return f"docs/{record.path}"


def check_facts_stand_once(record: PageRecord) -> None:
    """Stop on a telephone number or web address that is written out in a page."""
    number = _NUMBER.search(record.body)
    if number:
        raise SiteError(
            place(record),
            f"the number {number[0].strip()} stands in the page.",
            "Put it in docs/_data/contacts.yml and write [[key]] here.",
        )
    address = _ADDRESS.search(record.body)
    if address:
        start = record.body[address.start() :].split()[0]
        raise SiteError(
            place(record),
            f"the address {start} stands in the page.",
            "Put it in docs/_data/contacts.yml or sources.yml and write [[key site]] or [^key] here.",
        )


def check_nothing_left(record: PageRecord) -> None:
    """Stop on what looks like a marker or a key and is none: the reader would see nothing, or the brackets."""
    for line in record.body.splitlines():
        if "<!--" in line and not MARKER.fullmatch(line):
            raise SiteError(place(record), f"{line.strip()} is no marker.", "Write it as <!-- contacts: csg -->, small letters, on a line of its own.")
        wrong = re.search(r"\[\[(?!\s).*?\]\]", INLINE.sub("", line))
        if wrong:
            raise SiteError(place(record), f"{wrong[0]} is no key.", "Write it as [[csg]] or [[csg kaart]], in small letters.")

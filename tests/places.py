"""What tests name alike: where the project stands, and the address that the tested site is built for."""

from functools import cache
from pathlib import Path

from strings import Strings

ROOT = Path(__file__).parents[1]
SITE_URL = "https://voorbeeld.example/"


def file_of(site: Path, address: str) -> Path:
    """Return the file of a page: 'hulp/' gives site/hulp/index.html."""
    return site / address if address.endswith(".html") else site / address / "index.html"


@cache
def words_of(address: str) -> Strings:
    """Return the words of the frame in the language of a page: 'en/hulp/' gives the English ones."""
    return Strings("en" if address.startswith("en/") else "nl")

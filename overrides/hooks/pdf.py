"""Write the PDF of the factsheet from its page: PDF/UA-1, at most four sheets, the same to the byte every time."""

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pydyf
from assets import FOLDER
from errors import SiteError

MOST_SHEETS = 4
REMEDY = "On Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. Elsewhere: install Pango."
_LINK = re.compile(r'<a\b[^>]*?href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)


def link_words(html: str, address: str) -> dict[str, str]:
    """Return {whole address: words} of the links in `html`, a page at `address`: a screen reader says them in a PDF."""
    words: dict[str, str] = {}
    for target, text in _LINK.findall(html):
        words.setdefault(urljoin(address, target), " ".join(re.sub(r"<[^>]+>", "", text).split()))
    return words


def _complete(words: dict[str, str]) -> Callable[[object, pydyf.PDF], None]:
    """Return a finisher for WeasyPrint, which names links by their address and leaves headers without scope."""

    def finish(_: object, pdf: pydyf.PDF) -> None:
        for thing in pdf.objects:
            if not isinstance(thing, pydyf.Dictionary):
                continue
            if thing.get("Subtype") == "/Link":
                address = thing["A"]["URI"].string if "A" in thing else "#"
                thing["Contents"] = pydyf.String(words.get(address, address))
            elif thing.get("S") == "/TH":
                thing["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})

    return finish


def write(html: str, address: str, place: str) -> bytes:
    """Return `html`, the whole document of the page at `address`, as a PDF. SiteError where `place` became too long."""
    try:
        from weasyprint import CSS, HTML  # here: importing it needs libraries of the system
    except OSError as error:
        raise SiteError("factsheet.pdf", "can't be written: a library of the system is missing.", REMEDY) from error
    sheet = CSS(filename=FOLDER / "paper/factsheet.css")
    rendered = HTML(string=html, base_url=address).render(stylesheets=[sheet])
    if len(rendered.pages) > MOST_SHEETS:
        raise SiteError(
            place, f"is {len(rendered.pages)} sheets long as a PDF.", f"Shorten it: {MOST_SHEETS} is the most."
        )
    return rendered.write_pdf(pdf_variant="pdf/ua-1", finisher=_complete(link_words(html, address)))

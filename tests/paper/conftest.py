"""Every page, printed as a browser prints it without scripts, and read back.

`printed` is {address: Sheets}. All pages are printed once, in one browser.
"""

import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tools.pictures import addresses


def compact(text: str) -> str:
    """Return a text without white space and soft hyphens: lines break elsewhere on paper."""
    return re.sub(r"[\s\u00ad]+", "", text)


@dataclass
class Sheets:
    """A printed page: its PDF, and the HTML that it was made from."""

    pdf: bytes
    tree: LexborHTMLParser

    @cached_property
    def texts(self) -> list[str]:
        """The text of each sheet, as pypdf reads it."""
        return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(self.pdf)).pages]

    @cached_property
    def compact(self) -> list[str]:
        return [compact(text) for text in self.texts]

    @property
    def whole(self) -> str:
        return "".join(self.compact)

    def picture(self, sheet: int) -> Image.Image:
        """A sheet as a printer would draw it at 216 dots an inch."""
        return pypdfium2.PdfDocument(self.pdf)[sheet].render(scale=3).to_pil()


@pytest.fixture(scope="session")
def printed(browser: Browser, server: str, site: Path) -> dict[str, Sheets]:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sheets = {}
    for address in addresses(site):
        page.goto(server + address)
        file = site / address / "index.html" if address.endswith("/") or not address else site / address
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        sheets[address] = Sheets(page.pdf(prefer_css_page_size=True), tree)
    context.close()
    return sheets


@pytest.fixture(scope="session")
def pages(printed: dict[str, Sheets]) -> dict[str, Sheets]:
    """The printed pages that have an address to come back to: all but the one for a missing address."""
    return {address: sheets for address, sheets in printed.items() if not address.endswith(".html")}

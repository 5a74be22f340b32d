"""Every page, printed as a browser prints it without scripts, and read back: `printed` is {address: Sheets}."""

import io
import re
from dataclasses import dataclass
from functools import cached_property

import pypdf
import pypdfium2
import pytest
from playwright.sync_api import Browser
from pyzbar.pyzbar import decode
from selectolax.lexbor import LexborHTMLParser


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
        return [sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(self.pdf)).pages]

    @cached_property
    def compact(self) -> list[str]:
        return [compact(text) for text in self.texts]

    @property
    def whole(self) -> str:
        return "".join(self.compact)

    def on(self, words: str) -> set[int]:
        """Return the numbers of the sheets that hold these words."""
        return {number for number, sheet in enumerate(self.compact) if compact(words) in sheet}

    def code(self) -> list[str]:
        """Return where the code on the first sheet leads to."""
        return [one.data.decode() for one in decode(pypdfium2.PdfDocument(self.pdf)[0].render(scale=3).to_pil())]


@pytest.fixture(scope="session")
def printed(browser: Browser, server: str, pages: dict[str, LexborHTMLParser]) -> dict[str, Sheets]:
    page = browser.new_page(java_script_enabled=False)
    sheets = {}
    for address, tree in pages.items():
        page.goto(server + address)
        sheets[address] = Sheets(page.pdf(prefer_css_page_size=True), tree)
    page.close()
    return sheets

"""factsheet.pdf: readable for everyone and short. That it is the same every time is held by tests/site."""

import io
from pathlib import Path

import pdfua
import pypdf
import pytest
from places import SITE_URL

from .conftest import Sheets, compact


@pytest.fixture(scope="module")
def pdf(site: Path) -> bytes:
    return (site / "factsheet.pdf").read_bytes()


def test_an_independent_checker_finds_no_error_and_no_warning(site):
    assert [
        f"{finding.rule_id} {finding.message}" for finding in pdfua.validate(str(site / "factsheet.pdf")).findings
    ] == []


def test_it_is_four_sheets_at_most_with_language_title_bookmarks_and_links_in_words(pdf, pages):
    reader, tree = pypdf.PdfReader(io.BytesIO(pdf)), pages["factsheet/"]
    assert len(reader.pages) <= 4 and reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.metadata.title == tree.css_first("title").text()
    assert reader.outline[0].title == tree.css_first("h1").text() and len(reader.outline[1]) > 3
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    links = [note for note in notes if note["/Subtype"] == "/Link"]
    assert links and [one["/Contents"] for one in links if not one.get("/Contents") or "://" in one["/Contents"]] == []


def test_it_says_what_the_page_says_with_numbers_on_every_sheet_and_a_code_to_the_page(pdf, pages):
    sheets = Sheets(pdf, pages["factsheet/"])
    assert [sheet for sheet in sheets.compact if compact("Bel Veilig Thuis 0800 2000") not in sheet] == []
    assert sheets.code() == [f"{SITE_URL}factsheet/"]
    whole = re_joined(sheets.whole)
    for part in sheets.tree.css("article :is(h1, h2, p > strong, li > strong)"):
        assert re_joined(compact(part.text())) in whole, part.text()


def re_joined(text: str) -> str:
    """Return a text without the hyphens at which a line may have ended."""
    return text.replace("-", "").replace("\u2010", "")

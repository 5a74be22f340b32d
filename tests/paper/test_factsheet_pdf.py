"""/factsheet.pdf: readable for everyone, short, and the same every time."""

import io
from pathlib import Path
from types import SimpleNamespace

import pdfua
import pypdf
import pytest
from helpsite import facts
from helpsite.errors import SiteError
from helpsite.finish import Built, factsheet
from places import SITE_URL
from pyzbar.pyzbar import decode
from selectolax.lexbor import LexborHTMLParser

from .conftest import Sheets, compact

LINKED_FROM = ("", "factsheet/", "meldcode/")


@pytest.fixture(scope="module")
def pdf(site: Path) -> bytes:
    return (site / "factsheet.pdf").read_bytes()


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


@pytest.fixture
def built(site: Path, tmp_path: Path) -> Built:
    """The built site before its last steps: the factsheet and a page that links to the PDF."""
    config = SimpleNamespace(site_url=SITE_URL)
    pages = {
        path: LexborHTMLParser((site / path).read_text(encoding="utf-8"))
        for path in ("factsheet/index.html", "index.html")
    }
    return Built(tmp_path, config, facts.load_all(Path("docs/_data")), {}, False, pages)


def test_an_independent_checker_finds_no_error_and_no_warning(site):
    report = pdfua.validate(str(site / "factsheet.pdf"))
    assert [f"{finding.rule_id} {finding.message}" for finding in report.findings] == []


def test_it_is_marked_as_pdf_ua(reader):
    assert b"http://www.aiim.org/pdfua/ns/id/" in reader.trailer["/Root"]["/Metadata"].get_data()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_is_at_most_four_sheets_of_a4(reader):
    assert 1 <= len(reader.pages) <= 4
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in reader.pages} == {
        (595, 842)
    }


def test_it_has_a_language_a_title_and_bookmarks(reader, site):
    tree = LexborHTMLParser((site / "factsheet/index.html").read_text(encoding="utf-8"))
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.metadata.title == tree.css_first("title").text()
    marks = [mark.title for entry in reader.outline for mark in (entry if isinstance(entry, list) else [entry])]
    assert marks == [heading.text().removesuffix("#").strip() for heading in tree.css("article :is(h1, h2)")]


def test_every_link_is_described_in_words(reader):
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    links = [note for note in notes if note["/Subtype"] == "/Link"]
    assert len(links) > 10
    assert [note["/Contents"] for note in links if not note.get("/Contents") or "://" in note["/Contents"]] == []


def test_it_says_everything_that_the_page_says(pdf, site):
    tree = LexborHTMLParser((site / "factsheet/index.html").read_text(encoding="utf-8"))
    sheets = Sheets(pdf, tree)
    whole = sheets.whole.replace("-", "").replace("\u2010", "")
    for text in tree.css("article > :is(h1, h2)"):
        assert compact(text.text().removesuffix("#")).replace("-", "") in whole
    for strong in tree.css("article :is(p, li) > strong"):
        assert compact(strong.text()).replace("-", "") in whole


def test_its_numbers_stand_on_every_sheet_and_its_code_leads_to_the_page(pdf, site):
    sheets = Sheets(pdf, LexborHTMLParser(""))
    assert [sheet for sheet in sheets.compact if compact("Bel Veilig Thuis 0800 2000") not in sheet] == []
    assert [code.data.decode() for code in decode(sheets.picture(0))] == [f"{SITE_URL}factsheet/"]


def test_links_to_it_say_how_large_it_is(reader, pdf, site):
    for address in LINKED_FROM:
        tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
        [link] = tree.css(".app-pdf a")
        assert link.text() == f"De factsheet als PDF ({len(reader.pages)} vellen A4, {round(len(pdf) / 1000)} kB)"


def test_it_is_the_same_to_the_byte_when_it_is_made_again(built):
    factsheet.write(built)
    first = (built.folder / "factsheet.pdf").read_bytes()
    factsheet.write(built)
    assert (built.folder / "factsheet.pdf").read_bytes() == first


def missing_library(*_: object) -> None:
    raise OSError("cannot load library 'libpango-1.0-0'")


def test_a_build_without_the_libraries_stops_and_says_what_to_install(built, monkeypatch):
    monkeypatch.setattr(factsheet, "to_pdf", missing_library)
    with pytest.raises(SiteError, match="apt-get install libpango-1.0-0"):
        factsheet.write(built)


def test_serving_without_the_libraries_goes_on_without_the_pdf_and_says_so(built, monkeypatch, caplog):
    monkeypatch.setattr(factsheet, "to_pdf", missing_library)
    built.serving = True
    with caplog.at_level("INFO", logger="mkdocs.helpsite"):
        factsheet.write(built)
    assert "factsheet.pdf is left out" in caplog.text
    assert not (built.folder / "factsheet.pdf").exists()
    assert [
        link.attributes["href"] for tree in built.pages.values() for link in tree.css('a[href$="factsheet.pdf"]')
    ] == []


def test_a_factsheet_of_five_sheets_stops_the_build(built, monkeypatch):
    monkeypatch.setattr(factsheet, "to_pdf", lambda *_: (b"%PDF", 5))
    with pytest.raises(SiteError, match="5 sheets long"):
        factsheet.write(built)

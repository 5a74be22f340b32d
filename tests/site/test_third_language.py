"""A third language is a matter of words: a made-up one, written from right to left, beside all that is there."""

import re
import shutil
from pathlib import Path

import pytest
from changes import build
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tools.screenshots import serve


def translate(project: Path) -> None:
    """Make Hebrew of every Dutch word file, as CONTRIBUTING.md says, by copying it."""
    strings = project / "overrides/strings"
    text = (strings / "nl.yml").read_text(encoding="utf-8")
    text = text.replace("direction: ltr", "direction: rtl").replace(
        "language.name: Nederlands", "language.name: Ivriet"
    )
    (strings / "he.yml").write_text(text.replace("menu.open: Menu", "menu.open: Tafrit"), encoding="utf-8")
    for name in ("terms", "synonyms"):
        shutil.copy(project / f"docs/_data/{name}.yml", project / f"docs/_data/{name}.he.yml")
    for page in [one for one in (project / "docs").rglob("*.md") if not re.search(r"\.[a-z]{2}\.md$", one.name)]:
        shutil.copy(page, page.with_suffix(".he.md"))
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    added = "      languages:\n        - {locale: he, name: Ivriet, build: true}\n"
    (project / "mkdocs.yml").write_text(config.replace("      languages:\n", added), encoding="utf-8")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("three")
    run = build(project, translate, SITE_URL="https://voorbeeld.example/")
    assert run.returncode == 0, run.stderr
    return project / "site"


def test_every_page_stands_in_the_language_that_it_says(three: Path):
    for path in (three / "he").rglob("index.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert tree.css_first("html").attributes["lang"] == "he" and tree.css_first("html").attributes["dir"] == "rtl"
        assert tree.css_first("[data-app-opens=menu]").text() == "Tafrit"
        twin = tree.css_first("link[hreflang=nl]").attributes["href"]
        assert (three / twin.removeprefix("https://voorbeeld.example/") / "index.html").exists()
    dutch = LexborHTMLParser((three / "hulp/index.html").read_text(encoding="utf-8"))
    assert dutch.css_first("html").attributes["lang"] == "nl"
    assert dutch.css_first("header a[hreflang=he]").attributes["href"] == "../he/hulp/"


def test_the_missing_page_and_the_map_of_the_site_hold_every_language(three: Path):
    missing = LexborHTMLParser((three / "404.html").read_text(encoding="utf-8"))
    assert missing.css_first("html").attributes["lang"] == "nl"
    assert missing.css_first("div[lang=he] a").attributes["href"] == "/he/eerste-stappen/"
    assert (three / "sitemap.xml").read_text(encoding="utf-8").count("<loc>https://voorbeeld.example/he/") > 30
    assert (three / "he/factsheet.pdf").read_bytes()[:4] == b"%PDF"


def test_what_stands_left_stands_right_and_nothing_sticks_out(three: Path, page: Page):
    server = serve(three)
    page.set_viewport_size({"width": 320, "height": 568})
    boxes = []
    for address in ("", "he/"):
        page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        boxes.append(page.locator("header a[href='tel:112']").bounding_box())
    assert boxes[0]["x"] < 20 and boxes[1]["x"] + boxes[1]["width"] > 300
    page.get_by_role("button", name="Tafrit").click()
    page.locator("[data-app-menu] a").filter(has_text="Je rechten").click()
    page.wait_for_url("**/he/je-rechten/")
    server.shutdown()


def test_a_missing_twin_stops_the_build_with_its_name(tmp_path: Path):
    def change(project: Path) -> None:
        translate(project)
        (project / "docs/hulp.he.md").unlink()

    assert "docs/hulp.he.md: is missing. Translate docs/hulp.md" in build(tmp_path, change).stderr

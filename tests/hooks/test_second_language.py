"""The door for a second language is open: pages with a suffix, and Dutch stays Dutch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

PAGE = """---
description: An English page that is long enough for the check of the description.
aliases: [english]
checked: 2026-11-22
---
# Who helps

Call [[112]]. [Start](index.md)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    project = tmp_path_factory.mktemp("english")
    for name in ("docs", "overrides"):
        shutil.copytree(name, project / name)
    head, nav = Path("mkdocs.yml").read_text().split("nav:\n", 1)
    indented = "".join(f"            {line}\n" for line in nav.rstrip().splitlines())
    english = "        - {locale: en, name: English, build: true, nav: [{Home: index.md}, {Help: [{Who helps: hulp.md}]}]}\n"
    marker = "          build: true\n"
    assert marker in head
    (project / "mkdocs.yml").write_text(head.replace(marker, f"{marker}          nav:\n{indented}{english}", 1))
    for name in ("index", "hulp"):
        (project / f"docs/{name}.en.md").write_text(PAGE)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    run = subprocess.run(command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return project / "site"


def language_of(path: Path) -> str:
    return LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("html").attributes["lang"]


def test_translated_pages_stand_beside_the_dutch_ones(site):
    assert language_of(site / "hulp/index.html") == "nl"
    assert language_of(site / "en/hulp/index.html") == "en"


def test_pages_without_translation_are_not_published_as_english(site):
    assert sorted(path.name for path in (site / "en").iterdir() if path.is_dir()) == ["hulp"]


def test_the_page_for_a_missing_address_stays_dutch(site):
    assert language_of(site / "404.html") == "nl"


def test_both_languages_have_the_numbers(site):
    for page in ("hulp/index.html", "en/hulp/index.html"):
        assert LexborHTMLParser((site / page).read_text(encoding="utf-8")).css_first("a[href='tel:112']") is not None

"""make audit: what counts as a hole, what could not be looked up, and which licences reach the reader."""

import json
from importlib import metadata
from pathlib import Path

import pytest

from tools import audit


def looked_up(*packages: dict) -> str:
    return json.dumps({"dependencies": list(packages), "fixes": []})


SOUND = {"name": "goed", "version": "1.0", "vulns": []}
HOLE = {"name": "lek", "version": "1.0", "vulns": [{"id": "CVE-2026-1", "fix_versions": ["1.1"]}]}
UNKNOWN = {"name": "onbekend", "skip_reason": "Dependency not found"}


def test_a_hole_names_its_package_and_the_version_that_mends_it():
    assert audit.read(looked_up(SOUND, HOLE)).holes == ["lek 1.0: CVE-2026-1, mended in 1.1"]


@pytest.mark.parametrize(("packages", "code"), [([SOUND], 0), ([SOUND, UNKNOWN], 2), ([UNKNOWN], 2), ([HOLE, UNKNOWN], 1)])
def test_what_could_not_be_looked_up_does_not_count_as_sound(monkeypatch, capsys, packages: list, code: int):
    monkeypatch.setattr(audit, "holes", lambda: audit.read(looked_up(*packages)))
    monkeypatch.setattr(audit, "reaching", lambda site: [("x 1.0", "MIT", "styles")])
    assert audit.main() == code
    assert ("Could not be looked up: onbekend" in capsys.readouterr().out) == (UNKNOWN in packages)


def test_nobody_answering_is_said_and_is_not_fine(monkeypatch, capsys):
    monkeypatch.setattr(audit, "holes", lambda: None)
    assert audit.main() == 2
    assert "needs the internet" in capsys.readouterr().out


@pytest.mark.parametrize(("terms", "code"), [("MIT", 0), ("BSD-2-Clause", 0), ("AGPL-3.0", 1), ("unknown", 1)])
def test_a_licence_that_asks_more_than_a_notice_is_pointed_out(monkeypatch, terms: str, code: int):
    monkeypatch.setattr(audit, "holes", lambda: audit.read(looked_up(SOUND)))
    monkeypatch.setattr(audit, "reaching", lambda site: [("x 1.0", terms, "styles")])
    assert audit.main() == code


def test_all_that_reaches_the_reader_of_this_site_may_be_passed_on(site: Path):
    assert [row for row in audit.reaching(site) if not audit.FITS.search(row[1])] == []


def test_the_licence_of_what_we_pass_on_stands_on_the_site(site: Path):
    [path] = [file for file in metadata.files("mkdocs-material") if file.match("licenses/LICENSE")]
    assert (site / "assets/licentie-material.txt").read_text(encoding="utf-8") == path.locate().read_text(encoding="utf-8")

"""What `make check-facts` prints, and by which exit code it says how bad it is."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from actors import FILLER, Stage, contact, page, sources

from tools.check_facts.judge import Level


def run(folder: Path, *options: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "tools.check_facts", "--pause", "0", "--data", str(folder), *options]
    return subprocess.run(command, capture_output=True, check=False, text=True, timeout=300)


@pytest.fixture
def folder(tmp_path: Path, stage: Stage) -> Path:
    """The data files of the site, with one contact and one source on the stage."""
    shutil.copytree("docs/_data", tmp_path, dirs_exist_ok=True)
    for name, data in (("contacts", {"hulplijn": contact(stage)}), ("sources", sources(stage)), ("figures", {}), ("terms", [])):
        (tmp_path / f"{name}.yml").write_text(yaml.safe_dump(data).replace("'2026-11-22'", "2026-11-22"))
    return tmp_path


def test_the_command_prints_a_table_and_json_exits_by_severity_and_changes_no_file(stage: Stage, folder: Path):
    stage.plays |= {"/": page(f"Bel 0800 3000. {FILLER}"), "/bron": page(FILLER)}
    before = {path: path.read_bytes() for path in folder.iterdir()}
    table, data = run(folder), run(folder, "--json")
    assert (table.returncode, data.returncode) == (30, 30)
    assert "no longer shows 0800 2000" in table.stdout
    assert json.loads(data.stdout)["findings"][0]["kind"] == "number"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("home", "code"), [("Bel gratis 0800 2000, dag en nacht.", 0), ("Bel 0800 2000: € 1", 20), ("", 10)], ids=["fine", "look", "unsure"]
)
def test_the_exit_code_tells_how_bad_it_is(stage: Stage, folder: Path, home: str, code: int):
    stage.plays |= {"/": page(f"{home} {FILLER if home else ''}"), "/bron": page(FILLER)}
    assert run(folder).returncode == code


def test_a_report_that_is_none_is_said_in_one_line(folder: Path, tmp_path: Path):
    (tmp_path / "oud.json").write_text('{"a": 1}')
    wrong = run(folder, "--before", str(tmp_path / "oud.json"))
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)


def test_the_levels_are_the_exit_codes():
    assert [int(level) for level in Level] == [0, 10, 20, 30]

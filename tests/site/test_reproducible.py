"""The same commit gives the same site, to the byte: on another day, in another folder, on another machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from places import ROOT, SITE_URL

# MkDocs itself, six years on: whatever asks for the time of day gets another one.
_LATER = """
import datetime, sys, time_machine
with time_machine.travel(datetime.datetime(2032, 2, 29, 23, 59, tzinfo=datetime.UTC)):
    from mkdocs.__main__ import cli
    cli(["build", "--quiet", "--site-dir", sys.argv[1]])
"""


def _build_elsewhere(folder: Path) -> Path:
    """Return the site as another machine makes it from a copy of this tree, without `make`."""
    copy = folder / "een andere map"
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment |= {
        "SITE_URL": SITE_URL,
        "NO_MKDOCS_2_WARNING": "1",
        "TZ": "Pacific/Kiritimati",  # already tomorrow
        "LC_ALL": "C",  # not one letter with an accent
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "4711",
    }
    run = subprocess.run([sys.executable, "-c", _LATER, str(folder / "site")], cwd=copy, env=environment, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_of_a_commit_are_the_same_to_the_byte(site: Path, tmp_path: Path):
    here, there = _files(site), _files(_build_elsewhere(tmp_path))
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    traces = ("een andere map", str(ROOT))
    assert [name for name, content in there.items() if any(trace.encode() in content for trace in traces)] == []

"""Changes to a copy of the site, and a real build of it: what the tests of half changes share."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from places import ROOT

Change = Callable[[Path], None]


def edit(path: str, old: str, new: str) -> Change:
    """Return a change that replaces `old` by `new` in a file, and says so when it is not there."""

    def change(project: Path) -> None:
        text = (project / path).read_text(encoding="utf-8")
        assert old in text, f"{path} no longer holds {old!r}: choose other words for this test"
        (project / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def add(path: str, text: str) -> Change:
    """Return a change that adds text to the end of a file, or makes that file."""

    def change(project: Path) -> None:
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def build(project: Path, change: Change, **settings: str) -> subprocess.CompletedProcess:
    """Copy the site to `project`, change it, and build it as `make build` does; `settings` go into its environment."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    change(project)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(project / "site")],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | settings,
        capture_output=True,
        check=False,
        text=True,
    )

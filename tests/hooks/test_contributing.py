"""CONTRIBUTING.md tells what the build says of half a change: each is made here, and the build says just that."""

import re
from pathlib import Path

import pytest
from changes import add, build, edit

_FRONT = "---\ndescription: {}\naliases: [x]\nchecked: 2026-11-22\n---\n# Nieuw\n"
_LONG_ENOUGH = _FRONT.format("Een beschrijving van minstens vijftig en hoogstens 160 tekens.")
_SOURCE = "\nnieuw26:\n  title: {}\n  publisher: CBS\n  year: 2026\n  url: https://www.cbs.nl/\n  seen: 2026-11-22\n  grade: A\n"


def _rename(project: Path) -> None:
    (project / "docs/signalen.md").rename(project / "docs/signalen-zien.md")


# What is done, and how the line begins that CONTRIBUTING.md gives for it.
CASES = {
    "docs/_data/figures.yml: nieuw-cijfer has no": add("docs/_data/figures.yml", "\nnieuw-cijfer:\n  title: Nieuw\n  unit: '%'\n"),
    "docs/_data/figures.yml: sexting-vervelend > rows": edit("docs/_data/figures.yml", "value: 14", "value: 14 procent"),
    "docs/feiten-en-cijfers.md: docs/_data/figures.yml has no": add("docs/feiten-en-cijfers.md", "\n<!-- figure: nieuw-cijfer -->\n"),
    "docs/_data/contacts.yml: veilig-thuis shows": edit("docs/_data/contacts.yml", 'shown: "0800 2000"', 'shown: "0800 2001"'),
    "docs/hulp.md: the number": add("docs/hulp.md", "\nBel 0800 1234.\n"),
    "docs/hulp.md: docs/_data/contacts.yml has no": add("docs/hulp.md", "\nBel [[nieuwe-hulplijn]].\n"),
    "docs/nieuw.md: has no front matter": add("docs/nieuw.md", "# Nieuw\n"),
    "docs/nieuw.md: description is": add("docs/nieuw.md", _FRONT.format("Te kort.")),
    "docs/nieuw.md: is not in the menu": add("docs/nieuw.md", _LONG_ENOUGH),
    "docs/hulp.md: names a source": add("docs/hulp.md", "\nFeit.[^nieuw26]\n"),
    "docs/_data/sources.yml: no page uses": add("docs/_data/sources.yml", _SOURCE.format("Nieuw")),
    "docs/_data/sources.yml: can't be read": add("docs/_data/sources.yml", "\nnieuw26:\n  title: Jeugd: een rapport\n"),
    "docs/_data/moved.yml: privacy/ is": add("docs/_data/moved.yml", "privacy/: hulp/\n"),
    "docs/_data/moved.yml: oud/ leads": add("docs/_data/moved.yml", "oud/: nieuw/\n"),
    "mkdocs.yml: the menu names": _rename,
}
LINES = re.findall(r"^    ((?:docs/|mkdocs\.yml)\S*: .+)$", Path("CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)


def _any_line(text: str) -> str:
    """Return text without the number of a line: it grows with the file."""
    return re.sub(r"at line \d+", "at line N", text)


def test_every_line_that_is_promised_is_tried():
    assert [[line for line in LINES if line.startswith(begin)] for begin in CASES] == [[line] for line in LINES]


@pytest.mark.parametrize("begin", CASES)
def test_the_build_says_what_is_promised(begin: str, tmp_path: Path):
    [promised] = [line for line in LINES if line.startswith(begin)]
    run = build(tmp_path, CASES[begin])
    assert run.returncode != 0
    assert f"ERROR   -  {_any_line(promised)}\n" in _any_line(run.stdout + run.stderr)

"""What an editor does wrong either works or stops the build with one plain line, tried on real builds of the site.

What CONTRIBUTING.md promises is tried too, word for word.
"""

import re
import shutil
from pathlib import Path

import pytest
from changes import Change, add, build, edit
from places import ROOT

PAGE = "docs/privacy.md"
FRONT = "---\ndescription: {}\naliases: [x]\nchecked: 2026-11-28\n---\n# Nieuw\n"
NEW = FRONT.format("Een beschrijving die precies lang genoeg is voor de toets hier.")
SOURCE = (
    "\nnieuw26:\n  title: {}\n  publisher: CBS\n  year: 2026\n  url: https://cbs.nl/\n  seen: 2026-11-22\n  grade: A\n"
)


def write(path: str, content: bytes) -> Change:
    return lambda project: (project / path).write_bytes(content) and None


def rename(old: str, new: str) -> Change:
    return lambda project: shutil.move(project / old, project / new) and None


def recode(path: str, encoding: str) -> Change:
    return lambda project: (
        (project / path).write_bytes((project / path).read_text(encoding="utf-8").encode(encoding)) and None
    )


# What is done, and how the line begins that the build says.
PROMISED = {
    "docs/_data/figures.yml: nieuw-cijfer has no": add(
        "docs/_data/figures.yml", "\nnieuw-cijfer:\n  title: Nieuw\n  unit: '%'\n"
    ),
    "docs/_data/figures.yml: sexting-vervelend > rows": edit(
        "docs/_data/figures.yml", "value: 14", "value: 14 procent"
    ),
    "docs/feiten-en-cijfers.md: docs/_data/figures.yml has no": add(
        "docs/feiten-en-cijfers.md", "\n<!-- figure: nieuw-cijfer -->\n"
    ),
    "docs/_data/contacts.yml: veilig-thuis shows": edit(
        "docs/_data/contacts.yml", 'shown: "0800 2000"', 'shown: "0800 2001"'
    ),
    "docs/hulp.md: the number 0800 1234": add("docs/hulp.md", "\nBel 0800 1234.\n"),
    "docs/hulp.md: docs/_data/contacts.yml has no": add("docs/hulp.md", "\nBel [[nieuwe-hulplijn]].\n"),
    "docs/nieuw.md: has no front matter": add("docs/nieuw.md", "# Nieuw\n"),
    "docs/nieuw.md: description is": add("docs/nieuw.md", FRONT.format("Te kort.")),
    "docs/nieuw.md: is not in the menu": add("docs/nieuw.md", NEW),
    "docs/hulp.md: names a source": add("docs/hulp.md", "\nFeit.[^nieuw26]\n"),
    "docs/_data/sources.yml: no page uses": add("docs/_data/sources.yml", SOURCE.format("Nieuw")),
    "docs/_data/sources.yml: can't be read": add("docs/_data/sources.yml", "\nnieuw26:\n  title: Jeugd: een rapport\n"),
    "docs/_data/moved.yml: privacy/ is": add("docs/_data/moved.yml", "privacy/: hulp/\n"),
    "docs/_data/moved.yml: oud/ leads": add("docs/_data/moved.yml", "oud/: nieuw/\n"),
    "mkdocs.yml: the menu names": rename("docs/signalen.md", "docs/signalen-zien.md"),
    "mkdocs.yml: extra.special_pages names": rename("docs/factsheet.md", "docs/de-factsheet.md"),
    "docs/assets/foto.jpg: is": write("docs/assets/foto.jpg", b"\xff\xd8" + bytes(400_000)),
    "docs/assets/foto.jpg: holds": write("docs/assets/foto.jpg", b"\xff\xd8\xff\xe1\0\0Exif\0\0" + bytes(100)),
}
STOPPED = {
    "a number in another spelling": (
        add(PAGE, "\nBel (020) 123 45 67.\n"),
        "the number (020) 123 45 67 stands in the page (line",
    ),
    "a number with points": (add(PAGE, "\nBel 0800.1234.\n"), "the number 0800.1234"),
    "a short number": (add(PAGE, "\nBel 116 111.\n"), "the number 116 111"),
    "a link that calls": (add(PAGE, "\n[bel](tel:113)\n"), "the address tel:113"),
    "a number in a description": (
        edit(PAGE, "description: ", "description: Bel 0800 1234. "),
        "description holds the number 0800 1234",
    ),
    "a number in an organisation's words": (
        edit("docs/_data/contacts.yml", "what_for: ", "what_for: Bel 0800 1234. "),
        "holds the number",
    ),
    "one bracket": (add(PAGE, "\nBel [veilig-thuis].\n"), "holds [veilig-thuis]"),
    "spaces in brackets": (add(PAGE, "\nBel [[ veilig-thuis ]].\n"), "which is no key"),
    "brackets that do not close": (add(PAGE, "\nBel [[veilig-thuis].\n"), "which is no key"),
    "a script": (add(PAGE, "\n<script>alert(1)</script>\n"), "has HTML that the site does not allow"),
    "an address without https": (add(PAGE, "\n<img src=//x.example/a.js>\n"), "the address //x.example/a.js"),
    "a page in another encoding": (recode(PAGE, "utf-16"), "docs/privacy.md: is not saved as UTF-8"),
    "data in another encoding": (
        recode("docs/_data/contacts.yml", "latin-1"),
        "docs/_data/contacts.yml: is not saved as UTF-8 (line",
    ),
    "marks of a merge": (add(PAGE, "\n<<<<<<< HEAD\n"), "holds the marks of a merge at line"),
    "a table of a word processor": (
        add(PAGE, '\n<table markdown="1"><tr><td>x</td></tr></table>\n'),
        "a table without a row of headers",
    ),
    "a page that ends in .MD": (add("docs/nieuw.MD", NEW), "docs/nieuw.MD: ends in '.MD'"),
    "a contact taken out": (edit("docs/_data/contacts.yml", "\nguiami:", "\nguiami2:"), "has no contact 'guiami'"),
    "a notice that is none": (add(PAGE, '\n!!! nuu "Titel"\n    x\n'), "a notice of the kind 'nuu'"),
    "a notice that is not indented": (add(PAGE, '\n!!! nu "Titel"\nx\n'), "the text below it is not indented"),
    "a notice without a title": (add(PAGE, "\n!!! nu Titel\n    x\n"), "a notice without a title in quotes"),
    "a table below a text": (add(PAGE, "\nTekst\n| a | b |\n| --- | --- |\n"), "begins a table right below a text"),
    "a nested list by two spaces": (add(PAGE, "\n- een\n  - twee\n"), "has an item indented by fewer than four spaces"),
    "a heading without a space": (add(PAGE, "\n##Kop\n"), "a heading without a space"),
    "a link to nothing": (add(PAGE, "\n[x]()\n"), "a link that leads nowhere"),
    "a link by name": (add(PAGE, "\n[x][nergens]\n"), "a link by a name that is nowhere explained"),
    "a dead link": (add(PAGE, "\n[weg](weg.md)\n"), "Doc file 'privacy.md' contains a link 'weg.md'"),
    "a dead anchor": (add(PAGE, "\n[weg](hulp.md#weg)\n"), "Doc file 'privacy.md' contains a link 'hulp.md#weg'"),
    "a link that only holds at the root of a host": (
        add(PAGE, "\n[weg](/hulp/)\n"),
        "contains an absolute link '/hulp/'",
    ),
    "nothing on how facts were checked": (
        edit("docs/over-deze-site.md", "<!-- checked -->", ""),
        "does not say how the facts were checked",
    ),
    "a contact that stands twice": (add("docs/_data/contacts.yml", "\ncsg: {name: x}\n"), "the name csg stands twice"),
    "a skipped heading level": (
        add(PAGE, "\n## Twee\n\n#### Vier\n"),
        "docs/privacy.md: the heading 'Vier' is at level 4",
    ),
    "an image without text": (add(PAGE, "\n![](assets/favicon.svg)\n"), "docs/privacy.md: the image"),
    "attributes below a text": (add(PAGE, "\nTekst {: .groot }\nen meer\n"), "shows readers"),
    "a date that is none": (
        edit(PAGE, "checked: 2026-", "checked: gisteren 2026-"),
        "docs/privacy.md: checked is 'gisteren 2026-",
    ),
    "a sentence of a chart that its rows do not hold": (
        edit("docs/_data/figures.yml", "value: 14}", "value: 15}"),
        "and no row has that value",
    ),
    "a word of the frame that is missing": (
        edit("overrides/strings/nl.yml", "menu.open: Menu", "menu.opn: Menu"),
        "has no words for 'menu.open'",
    ),
}
LINES = re.findall(
    r"^    ((?:docs/|mkdocs\.yml)\S*: .+)$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE
)


def said(project: Path, change: Change) -> str:
    run = build(project, change)
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    return run.stdout + run.stderr


@pytest.mark.parametrize("case", STOPPED)
def test_a_mistake_stops_the_build(case: str, tmp_path: Path):
    change, message = STOPPED[case]
    assert message in said(tmp_path, change)


def _any_number(text: str) -> str:
    """Return text without numbers that grow with a file."""
    return re.sub(r"line \d+|\d+ kB", "N", text)


@pytest.mark.parametrize("begin", PROMISED)
def test_the_build_says_what_contributing_promises(begin: str, tmp_path: Path):
    [promised] = [line for line in LINES if line.startswith(begin)]
    assert f"ERROR   -  {_any_number(promised)}\n" in _any_number(said(tmp_path, PROMISED[begin]))


def test_every_line_that_contributing_promises_is_tried():
    assert [line for line in LINES if not any(line.startswith(begin) for begin in PROMISED)] == []


@pytest.mark.parametrize("wrong", ["", "geen adres", "ftp://x.example/"])
def test_a_wrong_address_of_the_site_stops_with_one_line(wrong: str, tmp_path: Path):
    run = build(tmp_path, lambda project: None, SITE_URL=wrong)
    assert run.returncode != 0
    assert "Traceback" not in run.stderr
    assert "SITE_URL" in run.stderr or "site_url" in run.stderr


def test_what_yaml_takes_for_something_else_stays_the_text_that_was_typed(tmp_path: Path):
    change = edit("docs/_data/contacts.yml", "hours: dag en nacht", "hours: 9:00")
    run = build(tmp_path, change)
    assert run.returncode == 0, run.stderr
    assert "9:00" in (tmp_path / "site/hulp/index.html").read_text(encoding="utf-8")


def test_a_page_at_the_top_of_the_menu_and_one_two_levels_deep_are_both_in_it(tmp_path: Path):
    def change(project: Path) -> None:
        for name in ("boven", "diep"):
            for ending in (".md", ".en.md"):
                (project / f"docs/{name}{ending}").write_text(NEW, encoding="utf-8")
        lines = "  - Boven: boven.md\n  - Groep:\n      - Dieper:\n          - Diep: diep.md\n"
        add("mkdocs.yml", lines)(project)

    run = build(tmp_path, change)
    assert run.returncode == 0, run.stderr
    menu = (tmp_path / "site/index.html").read_text(encoding="utf-8").partition("data-app-menu")[2]
    assert "boven/" in menu and "diep/" in menu

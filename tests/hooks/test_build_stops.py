"""Half a change stops the build: each kind of wrong input, tried on a real build of the real site."""

import pytest
from changes import add, build, edit

PAGE = "docs/privacy.md"
NEW_PAGE = "---\ndescription: Een beschrijving die precies lang genoeg is voor de toets hier.\naliases: [x]\nchecked: 2026-11-22\n---\n# Nieuw\n"
SOURCE = "nergens: {title: x, publisher: x, year: 2020, url: 'https://x.example', seen: 2026-11-22, grade: A}\n"

CASES = {
    "an unknown contact": (add(PAGE, "\nBel [[niemand]].\n"), "docs/privacy.md: docs/_data/contacts.yml has no contact 'niemand'"),
    "an unknown source": (add(PAGE, "\nFeit.[^nergens]\n"), "docs/privacy.md: names a source that"),
    "an unused source": (add("docs/_data/sources.yml", SOURCE), "docs/_data/sources.yml: no page uses: nergens"),
    "a number in a page": (add(PAGE, "\nBel 0800 1234.\n"), "docs/privacy.md: the number 0800 1234 stands in the page"),
    "a page without description": (edit(PAGE, "description:", "beschrijving:"), "docs/privacy.md: has no description. Every page begins with"),
    "a date that is none": (edit(PAGE, "checked: 2026-", "checked: gisteren 2026-"), "docs/privacy.md: checked is 'gisteren 2026-"),
    "a dead link": (add(PAGE, "\n[weg](weg.md)\n"), "docs/privacy.md: links to weg.md, which is not on the site"),
    "a dead anchor": (add(PAGE, "\n[weg](hulp.md#weg)\n"), "docs/privacy.md: links to ../hulp/#weg, but hulp/index.html has no such place"),
    "a link that only holds at the root of a host": (add(PAGE, "\n[weg](/hulp/)\n"), "Aborted with 1 warnings in strict mode"),
    "nothing on how facts were checked": (edit("docs/over-deze-site.md", "<!-- checked -->", ""), "does not say how the facts were checked"),
    "a contact that stands twice": (add("docs/_data/contacts.yml", "\ncsg: {name: x}\n"), "the name csg stands twice"),
    "a skipped heading level": (add(PAGE, "\n## Twee\n\n#### Vier\n"), "docs/privacy.md: the heading 'Vier' is at level 4"),
    "an image without text": (add(PAGE, "\n![](assets/favicon.svg)\n"), "docs/privacy.md: the image"),
    "a page that is not in the menu": (add("docs/nieuw.md", NEW_PAGE), "docs/nieuw.md: is not in the menu"),
    "a dead link in a template": (edit("overrides/partials/footer.html", "'privacy/'", "'weg/'"), "which is not on the site"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_build_stops_on(case, tmp_path):
    change, message = CASES[case]
    run = build(tmp_path, change)
    assert run.returncode != 0
    assert message in run.stdout + run.stderr

"""The facts: each has a source and a date, and what is wrong is said in one line."""

import re
from pathlib import Path

import pytest
from helpsite import facts
from helpsite.errors import SiteError

DATA = Path("docs/_data")


@pytest.fixture(scope="module")
def known() -> dict:
    return facts.load_all(DATA)


def test_the_data_files_are_what_their_schemas_say(known):
    assert sorted(known) == ["contacts", "english", "figures", "moved", "sources", "terms"]


def test_each_number_is_dialled_as_it_is_shown(known):
    digits = {
        key: (re.sub(r"\D", "", phone["shown"]), re.sub(r"^\+31", "0", phone["dial"]))
        for key, contact in known["contacts"].items()
        if (phone := contact.get("phone"))
    }
    assert {key: pair for key, pair in digits.items() if pair[0] != pair[1]} == {}


def test_each_number_has_an_official_or_double_source(known):
    weak = [
        key
        for key, contact in known["contacts"].items()
        if contact.get("phone") and all(known["sources"][source]["grade"] == "C" for source in contact["sources"])
    ]
    assert weak == []


def test_an_unreadable_file_is_named_with_its_line():
    with pytest.raises(SiteError, match=r"docs/_data/x.yml: can't be read at line 2"):
        facts.parse_yaml("a: 1\nb: [", "docs/_data/x.yml")


def test_a_missing_field_is_named_with_its_contact():
    with pytest.raises(SiteError, match=r"csg has no name"):
        facts.check({"csg": {"for_whom": "x"}}, "contacts", "docs/_data/contacts.yml")


def test_a_date_that_does_not_exist_is_refused():
    source = {"title": "x", "publisher": "x", "year": 2020, "url": "https://x.nl", "seen": "2026-02-31", "grade": "A"}
    with pytest.raises(SiteError, match="x > seen is '2026-02-31', a date that does not exist"):
        facts.check({"x": source}, "sources", "docs/_data/sources.yml")


def test_a_fact_without_its_source_is_refused(tmp_path):
    for path in DATA.glob("*.yml"):
        (tmp_path / path.name).write_text(path.read_text())
    with (tmp_path / "contacts.yml").open("a") as file:
        file.write(
            "nieuw: {name: x, for_whom: x, what_for: x, kind: other, sources: [bestaat-niet], "
            "checked: 2026-11-22, checked_how: live}\n"
        )
    with pytest.raises(SiteError, match="nieuw names a source that .* does not have: bestaat-niet"):
        facts.load_all(tmp_path)


def test_a_date_is_said_in_words():
    assert facts.in_words("2026-11-22") == "22 november 2026"

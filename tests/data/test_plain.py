"""What is wrong with a data file is said in plain words, and with the line or field where it is."""

import json
from pathlib import Path

import pytest
import yaml
from helpsite import facts
from helpsite.errors import SiteError

GOOD = {"title": "T", "publisher": "P", "year": 2020, "url": "https://x.nl", "seen": "2026-11-22", "grade": "A"}
SCHEMAS = Path("overrides/schemas")
JARGON = ("required property", "is not of type", "does not match", "Additional properties", "NoneType", "validat", "regex", "mapping", "token", "scalar")


def said(name: str, data: object) -> str:
    with pytest.raises(SiteError) as stopped:
        facts.check(data, name, f"docs/_data/{name}.yml")
    return str(stopped.value).removeprefix(f"docs/_data/{name}.yml: ")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"grade": "D"}, "x > grade is 'D' and should be one of: A, B, C."),
        ({"year": "2020"}, "x > year is '2020' and should be a whole number or nothing."),
        ({"year": 1066}, "x > year is 1066 and should be at least 1990."),
        ({"title": 5}, "x > title is 5 and should be a text: put it between quotes, \"5\"."),
        ({"title": ""}, "x > title is empty."),
        ({"title": None}, "x > title is empty and should be a text."),
        ({"title": ["a"]}, "x > title is a list and should be a text."),
        ({"seen": "22-11-2026"}, "x > seen is '22-11-2026', which is not written as asked. Write a date as 2026-11-22."),
        ({"seen": "2026-02-30"}, "x > seen is '2026-02-30', a date that does not exist."),
        ({"auteur": "P", "jaar": 1}, "x has auteur, jaar, which is not a known field."),
        ({"url": "www.x.nl"}, "x > url is 'www.x.nl', which is not written as asked. Write the whole address"),
    ],
)
def test_a_wrong_field_is_named_with_what_it_should_be(change: dict, words: str):
    assert said("sources", {"x": GOOD | change}).startswith(words)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("sources", {"Een Sleutel": GOOD}, "has a key that is not made of small letters, digits and hyphens."),
        ("sources", {"x": {key: GOOD[key] for key in ("title", "url")}}, "x has no publisher, year, seen, grade."),
        ("sources", ["x"], "is a list and should be a group of fields."),
        ("terms", [{"term": "a", "forms": ["b", "b"], "sentence": "Een zin die lang genoeg is."}, {"term": "c"}], "item 2 has no forms, sentence."),
        ("moved", {"oud": "nieuw/"}, "has 'oud', which is not written as asked."),
        ("page", {"description": "x" * 161, "aliases": ["a"], "checked": "2026-11-22"}, "description is 161 characters long and should be at most 160."),
        ("page", {"description": "x" * 60, "aliases": [], "checked": "2026-11-22"}, "aliases has 0 items and should have at least 1."),
    ],
)
def test_a_wrong_file_is_told_by_key_or_item(name: str, data: object, words: str):
    text = said(name, data)
    assert text.startswith(words)
    assert [word for word in JARGON if word in text] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\nb: Jeugd: een rapport\n", "line 2: a colon with a space after it stands inside a text"),
        ("a: 1\n\tb: 2\n", "line 2: there is a tab"),
        ('a: 1\nb: "open\n', "a quote is opened and not closed"),
        ("a: 1\nb: @x\n", "line 2: a text begins with a sign that means something else"),
        ("a: 1\nb\nc: 2\n", "a line has no colon after its name"),
        ("a: [1\nb: 2\n", "line 2: a [ or { is opened and not closed"),
        ("a:\n  b: 1\n c: 2\n", "a line begins too far to the left or to the right"),
        ("csg: 1\ncsg: 2\n", "line 2: the name csg stands twice"),
        ("a: {b: 1, b: 2}\n", "the name b stands twice"),
    ],
)
def test_what_can_not_be_read_is_told_with_its_line_in_plain_words(text: str, words: str):
    with pytest.raises(SiteError, match="can't be read at line") as stopped:
        facts.parse_yaml(text, "docs/_data/x.yml")
    assert words in str(stopped.value)
    assert [word for word in JARGON if word in str(stopped.value)] == []


def test_a_line_of_front_matter_is_counted_from_the_top_of_the_page():
    with pytest.raises(SiteError, match="at line 3"):
        facts.parse_yaml("a: 1\nb: c: d", "docs/x.md", first_line=2)


def test_a_key_of_digits_needs_no_quotes():
    assert facts.parse_yaml("112: {a: 2026-11-22}\n'113': 1", "x") == {"112": {"a": "2026-11-22"}, "113": 1}


@pytest.mark.parametrize("shown", ["0800 2001", "+31 800 2000"])
def test_a_number_that_dials_another_than_it_shows_stops_the_build(shown: str):
    with pytest.raises(SiteError, match="Make both the same number"):
        facts.check_number("x", {"shown": shown, "dial": "08002000"})


def test_every_data_file_names_the_schema_that_the_build_checks_it_by():
    named = {path.stem: path.read_text(encoding="utf-8").splitlines()[0] for path in Path("docs/_data").glob("*.yml")}
    wanted = {name: f"# yaml-language-server: $schema=../../overrides/schemas/{name.partition('.')[0]}.schema.json" for name in named}
    assert named == wanted
    assert [name for name in named if not (SCHEMAS / f"{name.partition('.')[0]}.schema.json").exists()] == []


def test_the_front_matter_of_every_page_has_its_schema_for_editors():
    [_, [_, options]] = yaml.safe_load(Path(".remarkrc.yml").read_text(encoding="utf-8"))["plugins"]
    assert options["schemas"] == {"./overrides/schemas/page.schema.json": ["./docs/**/*.md"]}


def test_every_field_explains_itself_in_an_editor():
    silent = []

    def walk(schema: object, place: str) -> None:
        if isinstance(schema, dict):
            for name, field in schema.get("properties", {}).items():
                if not {"description", "properties", "$ref"} & field.keys():
                    silent.append(f"{place} > {name}")
            for name, part in schema.items():
                walk(part, f"{place} > {name}")

    for path in SCHEMAS.glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert "draft-07" in schema["$schema"]  # what editors know; newer drafts they know in part
        walk(schema, path.stem)
    assert silent == []

"""Facts are read as an editor means them, checked against each other, and mistakes said in plain words."""

from pathlib import Path

import data
import jsonschema
import pytest
import verification_note
from error_messages import schema_message
from errors import SiteError
from strings import Strings

CASES = {
    "is 'x' and should be a number": ({"type": "number"}, "x"),
    'is 112 and should be a text: put it between quotes, "112"': ({"type": "string"}, 112),
    "has no a": ({"required": ["a"]}, {}),
    "has b, which is not a known field": ({"properties": {"a": {}}, "additionalProperties": False}, {"b": 1}),
    "is 2 characters long and should be at least 5": ({"minLength": 5}, "ab"),
    "is empty": ({"minLength": 1}, ""),
    "has 0 items and should have at least 1": ({"minItems": 1}, []),
    "is 'D' and should be one of: A, B": ({"enum": ["A", "B"]}, "D"),
    "is '2026-02-31', a date that does not exist": ({"format": "date"}, "2026-02-31"),
    "is 'X', which is not written as asked": ({"pattern": "^[a-z]$"}, "X"),
    "names something twice": ({"uniqueItems": True}, [1, 1]),
}


@pytest.mark.parametrize("message", CASES)
def test_a_mistake_in_data_is_said_in_plain_words(message: str):
    schema, value = CASES[message]
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    assert schema_message(next(checker.iter_errors(value))) == message


YAML = {
    "a: Jeugd: een rapport": "a colon with a space after it stands inside a text",
    "a:\n\tb: 1": "a tab or a sign",
    'a: "x': "a quote is opened and not closed",
    "a: [1, 2": "a [, { or quote is opened and not closed",
    "a: 1\na: 2": "the name a stands twice",
}


@pytest.mark.parametrize("text", YAML)
def test_a_mistake_in_yaml_is_said_in_plain_words_with_its_line(text: str):
    with pytest.raises(
        SiteError, match=r"can't be read at line \d+: .*" + YAML[text].replace("[", r"\[").replace("{", r"\{")
    ):
        data.parse_yaml(text, "docs/_data/x.yml")


def test_what_yaml_would_change_stays_as_it_was_typed():
    text = "{dial: 06123456, hours: 9:00, title: No, day: 2026-11-28, value: 5.4, year: 2020, ready: true, none: null}"
    read = data.parse_yaml(text, "x")
    assert list(read.values()) == ["06123456", "9:00", "No", "2026-11-28", 5.4, 2020, True, None]


def test_a_further_language_puts_words_over_facts_and_may_not_add_any(tmp_path: Path):
    facts = {"a": {"name": "Hulp", "rows": [{"label": "x", "value": 1}]}}
    over = data._put_over(facts, {"a": {"rows": [{"label": "y"}]}}, "x.en.yml")
    assert over == {"a": {"name": "Hulp", "rows": [{"label": "y", "value": 1}]}}
    with pytest.raises(SiteError, match="x.en.yml: has b, which the Dutch file does not have"):
        data._put_over(facts, {"b": {}}, "x.en.yml")


@pytest.mark.parametrize(("live", "kind"), [(0, "none"), (1, "some"), (2, "all")])
def test_the_note_says_how_many_facts_were_compared_live(live: int, kind: str):
    how = ["live"] * live + ["stored-copy"] * (2 - live)
    known = {"contacts": {str(n): {"checked_how": one} for n, one in enumerate(how)}, "sources": {"a": {}}}
    t = Strings("nl")
    assert t(f"checked.contacts-{kind}", live=live, all=2, stored=2 - live) in verification_note.how_checked(known, t)


def test_dates_and_numbers_are_said_as_dutch_says_them():
    t = Strings("nl")
    assert (t.date("2026-11-02"), t.number(5.4), t.number(10454)) == ("2 november 2026", "5,4", "10.454")

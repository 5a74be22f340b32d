"""Say in plain words what is wrong with a data file: jsonschema and YAML speak to programmers."""

from collections.abc import Callable

from jsonschema import ValidationError

_KINDS = {"string": "a text", "array": "a list between [ ]", "object": "a group of fields"}
_KINDS |= {"boolean": "true or false", "integer": "a whole number", "number": "a number", "null": "nothing"}
# What libyaml says, and what it nearly always means.
_YAML = {
    "mapping values are not": "a colon with a space after it stands inside a text: put that text between quotes",
    "could not find expected ':'": "a line has no colon after its name",
    "cannot start any token": "a tab or a sign that means something else: use spaces, or put the text between quotes",
    "found unexpected end of stream": "a quote is opened and not closed",
    "expected <block end>": "a line begins too far to the left or to the right",
    "did not find expected": "a [, { or quote is opened and not closed",
}


def _shown(value: object) -> str:
    """Return a value as an editor knows it: short, between quotes where it is a text."""
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= 60 else f"'{value[:57]}…'"
    return "a list" if isinstance(value, dict | list) else str(value).replace("None", "empty").lower()


def _wrong_kind(error: ValidationError) -> str:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    quotes = "string" in wanted and isinstance(error.instance, int | float)
    hint = f': put it between quotes, "{error.instance}"' if quotes else ""
    return f"is {_shown(error.instance)} and should be {' or '.join(_KINDS[kind] for kind in wanted)}{hint}"


def _unknown(error: ValidationError) -> str:
    if "patternProperties" in error.schema:
        return "has a key that is not made of small letters, digits and hyphens"
    names = ", ".join(str(name) for name in error.instance if name not in error.schema.get("properties", {}))
    return f"has {names}, which is not a known field"


_SAID: dict[str, Callable[[ValidationError], str]] = {
    "required": lambda e: f"has no {', '.join(name for name in e.validator_value if name not in e.instance)}",
    "additionalProperties": _unknown,
    "type": _wrong_kind,
    "minLength": lambda e: (
        f"is {len(e.instance)} characters long and should be at least {e.validator_value}" if e.instance else "is empty"
    ),
    "maxLength": lambda e: f"is {len(e.instance)} characters long and should be at most {e.validator_value}",
    "minItems": lambda e: f"has {len(e.instance)} items and should have at least {e.validator_value}",
    "enum": lambda e: f"is {_shown(e.instance)} and should be one of: {', '.join(map(str, e.validator_value))}",
    "format": lambda e: f"is {_shown(e.instance)}, a {e.validator_value} that does not exist",
    "pattern": lambda e: f"is {_shown(e.instance)}, which is not written as asked",
    "uniqueItems": lambda e: "names something twice",
}


def schema_message(error: ValidationError) -> str:
    """Return what is wrong, without the place: 'is 23 characters long and should be at least 50'."""
    said = _SAID.get(error.validator)
    return said(error) if said else error.message


def yaml_message(problem: str) -> str:
    """Return what a YAML error nearly always means; its own words where we know no better."""
    return next((words for sign, words in _YAML.items() if sign in problem), problem)

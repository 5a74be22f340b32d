"""Read the facts of docs/_data and stop where one is wrong.

Organisations, sources, words and figures stand once, in YAML that an editor
can read; pages name them by key.
"""

import contextlib
import json
import re
import typing
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import yaml

from . import plain
from .errors import SiteError

CONTACTS = "docs/_data/contacts.yml"
SCHEMAS = Path(__file__).parents[2] / "schemas"
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]


class _AsJson:
    """YAML as JSON knows it: a date stays the text that the editor typed, a key is a text and stands once.

    YAML itself lets the last of two equal keys win without a word: a telephone number would be lost.
    """

    yaml_implicit_resolvers: typing.ClassVar = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(problem=f"the name {key.value} stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
            key.tag = "tag:yaml.org,2002:str"  # 112: without quotes is a key like any other
        return super().construct_mapping(node, deep)


class _Loader(_AsJson, yaml.SafeLoader):
    """The one whose complaints plain.yaml() knows."""


class _FastLoader(_AsJson, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """The same in C, ten times as fast."""


def parse_yaml(text: str, place: str, first_line: int = 1) -> object:
    """Return the YAML in `text`, which begins on `first_line` of the file; SiteError names the line that can't be read."""
    try:
        with contextlib.suppress(yaml.YAMLError):
            return yaml.load(text, _FastLoader)
        return yaml.load(text, _Loader)  # says what is wrong with it
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + first_line}" if mark else ""
        problem = plain.yaml(getattr(error, "problem", None) or "this is no YAML")
        raise SiteError(place, f"can't be read{line}: {problem}.", "Look at that line and the one above it.") from error


@cache
def _validator(schema: str) -> jsonschema.Draft7Validator:
    definition = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(definition, format_checker=jsonschema.FormatChecker())


def check(data: object, schema: str, place: str) -> None:
    """Stop with the first place where `data` breaks overrides/schemas/`schema`.schema.json."""
    errors = sorted(_validator(schema).iter_errors(data), key=lambda error: (list(map(str, error.absolute_path)), error.validator == "format"))
    if errors:
        error = errors[0]
        where = " > ".join(_name(part) for part in error.absolute_path)
        remedy = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
        problem = f"{where} {plain.schema(error)}." if where else f"{plain.schema(error)}."
        raise SiteError(place, problem, remedy or f"See overrides/schemas/{schema}.schema.json.")


def _name(part: str | int) -> str:
    """Return a step on the way to a mistake: a field by its name, an item of a list by its number."""
    return f"item {part + 1}" if isinstance(part, int) else part


def load(folder: Path, name: str, schema: str = "") -> dict | list:
    """Return the contents of docs/_data/`name`.yml, checked by the schema of that name or by `schema`."""
    path = folder / f"{name}.yml"
    place = f"docs/_data/{name}.yml"
    if not path.exists():
        raise SiteError(place, "is missing.", "Put it back: the site can't be built without it.")
    data = parse_yaml(path.read_text(encoding="utf-8"), place)
    check(data, schema or name, place)
    return data


def check_number(key: str, phone: dict) -> None:
    """Stop where a telephone would dial another number than the reader sees."""
    for number in filter(None, (phone, phone.get("abroad"))):
        dial = number["dial"]
        if re.sub(r"\D", "", number["shown"]) not in (dial.lstrip("+"), re.sub(r"^\+31", "0", dial)):
            raise SiteError(CONTACTS, f"{key} shows {number['shown']} and dials {dial}.", "Make both the same number.")


def load_all(folder: Path) -> dict:
    """Return {contacts, sources, terms, figures, moved} of `folder`, checked against each other too."""
    facts = {name: load(folder, name) for name in ("contacts", "sources", "terms", "figures", "moved", "english")}
    for key, contact in facts["contacts"].items():
        check_number(key, contact.get("phone", {}))
    for name in ("contacts", "figures"):
        for key, entry in facts[name].items():
            unknown = [source for source in entry["sources"] if source not in facts["sources"]]
            if unknown:
                raise SiteError(
                    f"docs/_data/{name}.yml",
                    f"{key} names a source that docs/_data/sources.yml does not have: {', '.join(unknown)}.",
                    "Add the source there, or correct the key.",
                )
    return facts


def in_words(iso: str) -> str:
    """Return a date as people say it: '2026-11-22' gives '22 november 2026'."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

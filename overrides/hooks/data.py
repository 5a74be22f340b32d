"""Read what editors write: pages and the facts of docs/_data. Every mistake stops the build with one line.

Organisations, sources, law, words and figures stand once, in YAML that an editor can read; pages name them by
key. For a further language `name.LANGUAGE.yml` stands beside `name.yml`: facts stay, words are put over them.
"""

import json
import re
import typing
from datetime import date
from functools import cache
from pathlib import Path

import jsonschema
import yaml
from error_messages import schema_message, yaml_message
from errors import SiteError

SCHEMAS = Path(__file__).parents[1] / "schemas"
FACTS = ("contacts", "sources", "law", "figures")  # a further language changes words of these
WORDS = ("terms", "synonyms")  # a further language has these for itself


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML as an editor means it: 06123456, 9:00, No and 2026-11-28 stay the text that was typed; a key stands once."""

    yaml_implicit_resolvers: typing.ClassVar = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:  # YAML lets the last one win without a word: a number would be lost
                problem = f"the name {key.value} stands twice"
                raise yaml.constructor.ConstructorError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
            key.tag = "tag:yaml.org,2002:str"  # 112: without quotes is a key like any other
        return super().construct_mapping(node, deep)


for _kind, _pattern, _first in (
    ("null", r"~|null|", "~n\0"),
    ("bool", r"true|false", "tf"),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(rf"(?:{_pattern})\Z"), list(_first))


def read_text(path: Path, place: str) -> str:
    """Return the text of a file that an editor saved; SiteError where it is not UTF-8, or holds merge marks."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise SiteError(
            place, f"is not saved as UTF-8 (line {line}).", "Save it again with the encoding UTF-8."
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<<<<<<<", ">>>>>>>")):
            raise SiteError(
                place, f"holds the marks of a merge at line {number}.", "Choose one side and take the marks out."
            )
    return text


def parse_yaml(text: str, place: str, first_line: int = 1) -> object:
    """Return the YAML in `text`, which begins on `first_line` of its file; SiteError names the wrong line."""
    try:
        return yaml.load(text, _Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" at line {mark.line + first_line}" if mark else ""
        problem = yaml_message(getattr(error, "problem", None) or "this is no YAML")
        raise SiteError(place, f"can't be read{line}: {problem}.", "Look at that line and the one above it.") from error


@cache
def _validator(schema: str) -> jsonschema.Draft7Validator:
    definition = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(definition, format_checker=jsonschema.FormatChecker())


def check(data: object, schema: str, place: str) -> None:
    """Stop with the first place where `data` breaks overrides/schemas/`schema`.schema.json."""

    def order(error: jsonschema.ValidationError) -> tuple:
        return [str(part) for part in error.absolute_path], error.validator == "format"

    for error in sorted(_validator(schema).iter_errors(data), key=order):
        steps = (f"item {part + 1}" if isinstance(part, int) else part for part in error.absolute_path)
        where = " > ".join(steps)
        remedy = error.schema.get("description", "") if isinstance(error.schema, dict) else ""
        problem = f"{where} {schema_message(error)}.".lstrip()
        raise SiteError(place, problem, remedy or f"See overrides/schemas/{schema}.schema.json.")


def load_file(folder: Path, name: str, schema: str = "") -> dict | list:
    """Return the contents of `folder`/`name`.yml, checked by the schema of that name (or `schema`)."""
    place = f"docs/_data/{name}.yml"
    path = folder / f"{name}.yml"
    if not path.exists():
        raise SiteError(place, "is missing.", "Put it back: the site can't be built without it.")
    return _checked(read_text(path, place), schema or name, place)


@cache  # live reload reads the same texts again and again
def _checked(text: str, schema: str, place: str) -> dict | list:
    data = parse_yaml(text, place)
    check(data, schema, place)
    return data


def _put_over(facts: object, words: object, place: str, key: str = "") -> object:
    """Return `facts` with the values of `words` in their places; SiteError at a key or row that is not there."""
    if isinstance(facts, dict) and isinstance(words, dict):
        unknown = [name for name in words if name not in facts]
        if unknown:
            raise SiteError(
                place,
                f"has {key}{unknown[0]}, which the Dutch file does not have.",
                "Correct the name, or take it out.",
            )
        return facts | {name: _put_over(facts[name], value, place, f"{name} > ") for name, value in words.items()}
    if isinstance(facts, list) and isinstance(words, list) and facts and isinstance(facts[0], dict):
        if len(facts) != len(words):
            raise SiteError(
                place, f"has {len(words)} rows at {key}where the Dutch file has {len(facts)}.", "Write one for each."
            )
        return [_put_over(fact, word, place, key) for fact, word in zip(facts, words, strict=True)]
    return words


def _check_number(key: str, phone: dict) -> None:
    for number in filter(None, (phone, phone.get("abroad"))):
        dial = number["dial"]
        if re.sub(r"\D", "", number["shown"]) not in (dial.lstrip("+"), re.sub(r"^\+31", "0", dial)):
            place = "docs/_data/contacts.yml"
            raise SiteError(place, f"{key} shows {number['shown']} and dials {dial}.", "Make both the same number.")


def _check_sources(data: dict) -> None:
    for name in ("contacts", "figures", "law"):
        for key, entry in data[name].items():
            unknown = [source for source in entry["sources"] if source not in data["sources"]]
            if unknown:
                problem = f"{key} names a source that docs/_data/sources.yml does not have: {', '.join(unknown)}."
                raise SiteError(f"docs/_data/{name}.yml", problem, "Add the source there, or correct the key.")


def _check_figures(figures: dict) -> None:
    """Stop where the sentence of a chart holds a number that none of its rows has."""
    for key, figure in figures.items():
        shown = {format(row["value"], "g").replace(".", ",") for row in figure["rows"]}
        for number in re.findall(r"\d+(?:,\d+)?(?= procent| op de 100|%)", figure["description"].replace(".", "")):
            if number not in {one.replace(".", "") for one in shown}:
                problem = f"{key} says {number} in its description, and no row has that value."
                raise SiteError("docs/_data/figures.yml", problem, "Make the sentence and the rows the same.")


def load(folder: Path, language: str, default: str) -> dict:
    """Return {contacts, sources, law, figures, terms, synonyms, moved} for `language`, checked against each other."""
    data = {
        name: load_file(folder, name)
        for name in (*FACTS, *WORDS, "moved")
        if name != "law" or (folder / "law.yml").exists()
    }
    data.setdefault("law", {})
    for key, contact in data["contacts"].items():
        _check_number(key, contact.get("phone", {}))
    _check_sources(data)
    _check_figures(data["figures"])
    if language != default:
        for name in FACTS:
            place = f"docs/_data/{name}.{language}.yml"
            path = folder / f"{name}.{language}.yml"
            if path.exists():
                data[name] = _put_over(data[name], parse_yaml(read_text(path, place), place), place)
                check(data[name], name, place)
        data |= {name: load_file(folder, f"{name}.{language}", name) for name in WORDS}
    return data


def in_words(iso: str, months: list[str], pattern: str = "{day} {month} {year}") -> str:
    """Return a date as people say it: '2026-11-22' gives '22 november 2026' with the Dutch `months`."""
    day = date.fromisoformat(iso)
    return pattern.format(day=day.day, month=months[day.month - 1], year=day.year)

"""Say in plain words what is wrong with a data file: jsonschema and YAML speak to programmers."""

import jsonschema

_KINDS = {
    "string": "a text",
    "array": "a list between [ ]",
    "object": "a group of fields",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "null": "nothing",
}
# What PyYAML says, and what it nearly always means.
_YAML = {
    "mapping values are not allowed": "a colon with a space after it stands inside a text: put that text between quotes",
    "could not find expected ':'": "a line has no colon after its name",
    "cannot start any token": "a tab or a sign that means something else begins a text: use spaces, or put it between quotes",
    "found unexpected end of stream": "a quote is opened and not closed",
    "expected <block end>": "a line begins too far to the left or to the right",
    "did not find expected": "a [, { or quote is opened and not closed",
}


def _list(names: object) -> str:
    return ", ".join(map(str, names))


def _shown(value: object) -> str:
    """Return a value as an editor knows it: short, between quotes where it is a text."""
    if isinstance(value, str):
        return f"'{value}'" if len(value) <= 60 else f"'{value[:57]}…'"
    return (
        {True: "true", False: "false", None: "empty"}.get(value, str(value))
        if not isinstance(value, dict | list)
        else "a list"
    )


def _wrong_kind(error: jsonschema.ValidationError) -> str:
    wanted = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    asked = " or ".join(_KINDS[kind] for kind in wanted)
    hint = (
        f': put it between quotes, "{error.instance}"'
        if "string" in wanted and type(error.instance) in (int, float, bool)
        else ""
    )
    return f"is {_shown(error.instance)} and should be {asked}{hint}"


def schema_message(error: jsonschema.ValidationError) -> str:
    """Return what is wrong, without the place: 'is 23 characters long and should be at least 50'."""
    value, asked = error.instance, error.validator_value
    if "propertyNames" in error.absolute_schema_path:
        return f"has {_shown(value)}, which is not written as asked"
    if error.validator == "required":
        return f"has no {_list(name for name in asked if name not in value)}"
    if error.validator == "additionalProperties" and isinstance(value, dict):
        if "patternProperties" in error.schema:
            return "has a key that is not made of small letters, digits and hyphens"
        return f"has {_list(name for name in value if name not in error.schema.get('properties', {}))}, which is not a known field"
    if error.validator in ("minLength", "maxLength"):
        side = "at least" if error.validator == "minLength" else "at most"
        return f"is {len(value)} characters long and should be {side} {asked}" if value else "is empty"
    if error.validator in ("minItems", "maxItems"):
        return f"has {len(value)} items and should have {'at least' if error.validator == 'minItems' else 'at most'} {asked}"
    if error.validator in ("minimum", "maximum"):
        return f"is {value} and should be {'at least' if error.validator == 'minimum' else 'at most'} {asked}"
    if error.validator == "exclusiveMinimum":
        return f"is {value} and should be more than {asked}"
    if error.validator == "type":
        return _wrong_kind(error)
    if error.validator == "enum":
        return f"is {_shown(value)} and should be one of: {_list(asked)}"
    if error.validator == "format":
        return f"is {_shown(value)}, a {asked} that does not exist"
    if error.validator == "pattern":
        return f"is {_shown(value)}, which is not written as asked"
    if error.validator == "uniqueItems":
        return "names something twice"
    return error.message


def yaml_message(problem: str) -> str:
    """Return what a YAML error nearly always means; its own words where we know no better."""
    return next((words for sign, words in _YAML.items() if sign in problem), problem)

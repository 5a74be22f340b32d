"""Make a stylesheet shorter: write out what never changes, drop what nobody asks for. tinycss2 does the reading."""

from __future__ import annotations

import typing

import tinycss2

_NESTED = ("media", "supports")


def _map(rules: list, change: typing.Callable) -> str:
    """Return the rules as text, each style rule as `change` gives it back; rules that end up empty are left out."""
    kept = []
    for rule in rules:
        if rule.type == "qualified-rule":
            kept.append(change(rule))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTED and rule.content is not None:
            inner = _map(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), change)
            kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else "")
        elif rule.type == "at-rule":
            kept.append(rule.serialize())
    return "".join(kept)


def _parse(css: str) -> list:
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _declarations(rule: tinycss2.ast.QualifiedRule) -> list:
    found = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [one for one in found if one.type == "declaration"]


def _defined(rules: list) -> typing.Iterator[tuple[str, str]]:
    for rule in rules:
        if rule.type == "qualified-rule":
            on_root = tinycss2.serialize(rule.prelude).strip() == ":root"
            for one in _declarations(rule):
                if one.name.startswith("--"):
                    yield one.name, tinycss2.serialize(one.value).strip() if on_root else ""
        elif rule.type == "at-rule" and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from ((name, "") for name, _ in _defined(inner))


def _filled(tokens: list, constants: dict[str, str]) -> str:
    text = ""
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            name = next(part.value for part in token.arguments if part.type == "ident")
            text += _filled(tinycss2.parse_component_value_list(constants[name]), constants) if name in constants else token.serialize()
        elif token.type == "function":
            text += f"{token.name}({_filled(token.arguments, constants)})"
        else:
            text += token.serialize()
    return text


def fill_in_constants(css: str) -> str:
    """Return `css` with each custom property that has one value, on :root, written out where it is used.

    What dark, print or more contrast give another value stays a property.
    """
    rules = _parse(css)
    values: dict[str, list[str]] = {}
    for name, value in _defined(rules):
        values.setdefault(name, []).append(value)
    constants = {name: found[0] for name, found in values.items() if len(found) == 1 and found[0]}

    def change(rule: tinycss2.ast.QualifiedRule) -> str:
        body = ";".join(
            f"{one.name}:{_filled(one.value, constants)}{'!important' if one.important else ''}" for one in _declarations(rule)
        )
        return f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}"

    return _map(rules, change)


def _asked_for(tokens: list | None) -> set[str]:
    """Return every name in a var(), however deep."""
    used: set[str] = set()
    for token in tokens or []:
        if token.type == "function" and token.lower_name == "var":
            used.update(part.value for part in token.arguments if part.type == "ident")
        for inner in ("arguments", "content", "prelude"):
            used |= _asked_for(getattr(token, inner, None))
    return used


def drop_unused_properties(css: str) -> str:
    """Return `css` without the custom properties that nothing in it asks for."""
    while True:
        rules = _parse(css)
        used = _asked_for(rules)

        def change(rule: tinycss2.ast.QualifiedRule) -> str:
            kept = [one for one in _declarations(rule) if not one.name.startswith("--") or one.name in used]  # noqa: B023
            body = ";".join(one.serialize() for one in kept)
            return f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}" if body else ""

        smaller = _map(rules, change)
        if smaller == css:
            return css
        css = smaller

"""Cut a stylesheet down to the rules that the built pages can use. Pure functions over text; tinycss2 does the reading."""

from __future__ import annotations

import typing

import tinycss2
from selectolax.lexbor import LexborHTMLParser

# Attributes with a value of its own on each page: no selector asks for one of those values.
_FREE = frozenset({"class", "content", "datetime", "href", "id", "src", "style", "title"})
_NESTED = ("media", "supports")


def names_on(trees: typing.Iterable[LexborHTMLParser]) -> set[str]:
    """Return every name that a selector can ask for: 'div', '.app-card', '#menu', '[open]', '[dir=ltr]'."""
    names: set[str] = {"[open]", "[hidden]"}  # states that a browser or a script sets
    for tree in trees:
        for node in tree.css("*"):
            names.add(node.tag)
            for name, value in node.attributes.items():
                names.add(f"[{name}]")
                if name not in _FREE:
                    names.add(f"[{name}={value}]")
                elif name == "class":
                    names.update(f".{part}" for part in (value or "").split())
                elif name == "id":
                    names.add(f"#{value}")
    return names


def needed(selector: list) -> set[str]:
    """Return the names that a selector, as tinycss2's tokens, can't do without.

    What stands in :not() and :is(), and states such as :hover, ask for nothing.
    A vendor's own pseudo-class or element asks for '?', which no page has.
    """
    found = set()
    before = ""
    for token in selector:
        if token.type == "hash":
            found.add(f"#{token.value}")
        elif token.type == "[] block":
            parts = [part for part in token.content if part.type != "whitespace"]
            exact = len(parts) == 3 and parts[1] == "="
            found.add(f"[{parts[0].value}={parts[2].value}]" if exact else f"[{parts[0].value}]")
        elif token.type == "ident" and before == ".":
            found.add(f".{token.value}")
        elif token.type == "ident" and before == ":" and token.value.startswith("-"):
            found.add("?")
        elif token.type == "ident" and before != ":":
            found.add(token.lower_value)
        before = token.value if token.type == "literal" else ""
    return found


def _selectors(prelude: list) -> typing.Iterator[list]:
    part: list = []
    for token in prelude:
        if token == ",":
            yield part
            part = []
        else:
            part.append(token)
    yield part


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


def cut(css: str, names: set[str], without: typing.Container[str] = ()) -> str:
    """Return the rules of `css` that can match a page with these `names`, without the properties in `without` and pictures in data: addresses."""

    def change(rule: tinycss2.ast.QualifiedRule) -> str:
        selectors = [tinycss2.serialize(one).strip() for one in _selectors(rule.prelude) if needed(one) <= names]
        if not selectors:
            return ""
        declarations = [one.serialize() for one in _declarations(rule) if one.lower_name not in without]
        body = ";".join(text for text in declarations if "data:" not in text)
        return f"{','.join(selectors)}{{{body}}}" if body else ""

    return _map([rule for rule in _parse(css) if rule.type != "at-rule" or rule.lower_at_keyword in _NESTED], change)


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

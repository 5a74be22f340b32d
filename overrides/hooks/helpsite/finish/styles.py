"""Put the styles that the pages need into every page, so that text and looks arrive together.

On a slow line the second round trip for a stylesheet costs more than its bytes.
Material's sheet is cut down to the rules that the built pages can use; our own
sheets come whole, because scripts use their names too.
"""

from __future__ import annotations

import typing
from pathlib import Path

import cssselect2.parser
import lightningcss
import material
import tinycss2
from selectolax.lexbor import LexborHTMLParser

from ..errors import SiteError

if typing.TYPE_CHECKING:
    from . import Built

MATERIAL = Path(material.__file__).parent / "templates/assets/stylesheets"
OWN = Path(__file__).parents[3] / "assets/css"


def names_on(trees: typing.Iterable[LexborHTMLParser]) -> set[str]:
    """Return every name a selector can ask for: 'div', '.app-card', '#menu', '[open]'."""
    names: set[str] = {"[open]", "[hidden]"}
    for tree in trees:
        for node in tree.css("*"):
            names.add(node.tag)
            for name, value in node.attributes.items():
                names.add(f"[{name}]")
                if name == "class":
                    names.update(f".{part}" for part in (value or "").split())
                elif name == "id":
                    names.add(f"#{value}")
    return names


def _needs(selector: object) -> set[str]:
    """Return the names that a parsed selector cannot do without."""
    if isinstance(selector, cssselect2.parser.CombinedSelector):
        return _needs(selector.left) | _needs(selector.right)
    if isinstance(selector, cssselect2.parser.CompoundSelector):
        return set().union(*map(_needs, selector.simple_selectors)) if selector.simple_selectors else set()
    if isinstance(selector, cssselect2.parser.LocalNameSelector):
        return {selector.lower_local_name}
    if isinstance(selector, cssselect2.parser.ClassSelector):
        return {f".{selector.class_name}"}
    if isinstance(selector, cssselect2.parser.IDSelector):
        return {f"#{selector.ident}"}
    if isinstance(selector, cssselect2.parser.AttributeSelector):
        return {f"[{selector.lower_name}]"}
    return set()  # :not(), :is() and states: they only narrow down


def _selectors(prelude: list) -> list[tuple[str, set[str]]]:
    """Return (text, needed names) for each selector of a rule; unknown pseudo-classes ask for nothing."""
    parts: list[list] = [[]]
    for token in prelude:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    found = []
    for part in parts:
        text = tinycss2.serialize(part).strip()
        try:
            parsed = list(cssselect2.parser.parse(text, forgiving=False))
            needed = set().union(*(_needs(selector.parsed_tree) for selector in parsed))
        except cssselect2.SelectorError:
            needed = {"?"}  # a vendor's own pseudo-element: nothing that this site shows
        found.append((text, needed))
    return found


def cut(css: str, names: set[str]) -> str:
    """Return the rules of `css` that can match a page with these `names`; nothing that needs a data: address."""

    def keep(rules: list) -> str:
        kept = []
        for rule in rules:
            if rule.type == "at-rule":
                if rule.lower_at_keyword in ("media", "supports") and rule.content is not None:
                    inner = keep(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
                    if inner:
                        kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}")
            elif rule.type == "qualified-rule":
                selectors = [text for text, needed in _selectors(rule.prelude) if needed <= names]
                declarations = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
                body = ";".join(
                    text
                    for text in (one.serialize() for one in declarations if one.type == "declaration")
                    if "data:" not in text
                )
                if selectors and body:
                    kept.append(f"{','.join(selectors)}{{{body}}}")
        return "".join(kept)

    return keep(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def drop_unused_properties(css: str) -> str:
    """Return `css` without the custom properties that nothing in it asks for."""
    while True:
        rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
        used = _asked_for(rules)
        smaller = _without(rules, used)
        if smaller == css:
            return css
        css = smaller


def _asked_for(tokens: list) -> set[str]:
    """Return every name in a var(), however deep."""
    used: set[str] = set()
    for token in tokens or []:
        if token.type == "function" and token.lower_name == "var":
            used.update(part.value for part in token.arguments if part.type == "ident")
        for inner in ("arguments", "content", "prelude"):
            used |= _asked_for(getattr(token, inner, None))
    return used


def _without(rules: list, used: set[str]) -> str:
    kept = []
    for rule in rules:
        if rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            inner = _without(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), used)
            if inner:
                kept.append(f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}")
        elif rule.type == "at-rule":
            kept.append(rule.serialize())
        elif rule.type == "qualified-rule":
            body = ";".join(
                one.serialize()
                for one in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
                if one.type == "declaration" and (not one.name.startswith("--") or one.name in used)
            )
            if body:
                kept.append(f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}")
    return "".join(kept)


def sheet(names: set[str]) -> str:
    """Return the one stylesheet of the site: Material's, cut down to `names`, then our own, in order of name."""
    [main] = MATERIAL.glob("main.*.min.css")
    theirs = cut(main.read_text(encoding="utf-8"), names)
    ours = "".join(path.read_text(encoding="utf-8") for path in sorted(OWN.glob("*.css")))
    small = lightningcss.process_stylesheet(theirs + ours, filename="site.css", minify=True)
    return drop_unused_properties(small)


def inline(built: Built) -> None:
    """Fill the `<style data-app-styles>` of each page; the same text everywhere, so one hash allows it."""
    css = sheet(names_on(built.pages.values()))
    for path, tree in built.pages.items():
        style = tree.css_first("style[data-app-styles]")
        if style is None:
            raise SiteError(path, "has no <style data-app-styles>.", "Keep the block `styles` of overrides/main.html.")
        del style.attrs["data-app-styles"]
        style.insert_child(css)

"""Nothing that is built asks for a browser newer than the floor: Chrome 80, Safari 14, Firefox 78.

Styles are held against lightningcss, which knows since when a browser reads what: what it would still write in
older words is too new. What it does not look at, and scripts, are held against a short list: no kept library that
has the data for scripts comes without Node.
"""

import re
from pathlib import Path

import assets
import pytest
from selectolax.lexbor import LexborHTMLParser

from tools.screenshots import addresses

STYLES = {  # what it is: since when
    r"@(layer|container|property|scope|starting-style)\b": "Chrome 85 to 118",
    r":(has|focus-visible|user-valid|modal|popover-open)\b": "Chrome 86 to 114, Safari 15.4 to 17",
    r"\b(aspect-ratio|translate|rotate|scale|inset[a-z-]*):": "Chrome 85 to 114",
    r"\b\d*\.?\d+([dsl]v[hw]|cq[whib]|lh)\b": "Chrome 105 to 109",
    r"\b(color-mix|oklch|oklab|light-dark|round)\(": "Chrome 111 to 125",
    r"@media[^{]*[<>]": "Chrome 104, Safari 16.4",
    r"display:(inline-)?flex[^}]*;(row-|column-)?gap:": "Chrome 84, Safari 14.1",
    r"[{;](row-|column-)?gap:[^}]*;display:(inline-)?flex": "Chrome 84, Safari 14.1",
}
# A rule that an older browser drops, and what then happens: a frame around what a mouse pressed, a list that begins
# a new sheet, the browser's own line on the card of numbers.
HARMLESS = r":focus:not\(:focus-visible\)|p:has\(\+[^)]*\)|:root:has\(\.app-pocket\)"
SEARCH = ("lunr", "[data-app-search]")  # may be newer: it fails alone, and the link to A to Z stays in its place
SCRIPTS = {
    r"(\|\||&&|\?\?)=": "Chrome 85, Safari 14",
    r"\(\?<[=!]": "Chrome 62, Safari 16.4",
    r"/[a-z]*[dv][a-z]*\.(test|exec)\b": "Chrome 90, Safari 15",
    r"\.(replaceAll|at|hasOwn|findLast|findLastIndex|toSorted|toReversed|groupBy)\(": "Chrome 85 to 117",
    r"\.(any|withResolvers|checkVisibility|randomUUID)\(": "Chrome 85 to 119",
    r"\b(structuredClone|AggregateError|WeakRef|Temporal|reportError)\b": "Chrome 84 to 98, Safari 14.1",
    r"\bstatic\s*\{|class[^{]*\{[^}]*#\w": "Chrome 84 to 94, Safari 14.1 to 16.4",
    r"\d_\d": "Chrome 75, Safari 13, read by none of our tools",
    r"^await |;await ": "Chrome 89, Safari 15",
    r"\.(replaceChildren|requestIdleCallback|scheduler)\(": "Chrome 86, Safari 14 or none",
}


def too_new(text: str, known: dict[str, str]) -> list[str]:
    """Return what of `text` only newer browsers read."""
    text = re.sub(HARMLESS, "", text)
    return [f"{found[0]} ({since})" for pattern, since in known.items() for found in re.finditer(pattern, text)]


def built(site: Path, kind: str, suffix: str) -> dict[str, str]:
    """Return {where: text} of every style or script of the site, the same one once."""
    texts = {path.read_text(encoding="utf-8"): path.name for path in (site / "assets").glob(f"*{suffix}")}
    for address in addresses(site):
        path = site / address / "index.html" if address.endswith("/") or not address else site / address
        for node in LexborHTMLParser(path.read_text(encoding="utf-8")).css(kind):
            texts.setdefault(node.text(), address or "home")
    return {f"{where}: {text[:60]}": text for text, where in texts.items() if text}


def test_styles_are_read_by_the_oldest_browser_we_promise(site):
    styles = built(site, "style", ".css")
    assert styles and {where: found for where, text in styles.items() if (found := too_new(text, STYLES))} == {}
    assert [where for where, text in styles.items() if assets.minify_css(text) != text] == []


def test_scripts_are_read_by_the_oldest_browser_we_promise(site):
    scripts = built(site, "script", ".js")
    ours = {where: text for where, text in scripts.items() if not any(word in text for word in SEARCH)}
    assert len(ours) > 4
    assert {where: found for where, text in ours.items() if (found := too_new(text, SCRIPTS))} == {}


@pytest.mark.parametrize(
    "text", ["a||=1", "/(?<=a)b/", "'x'.replaceAll('a','b')", "class A{static{}}", "class A{#p=1}", "[].at(-1)"]
)
def test_what_a_script_may_not_say_is_seen(text):
    assert too_new(text, SCRIPTS)


@pytest.mark.parametrize("text", ["a{inset:0}", "@media (width>=40rem){a{top:0}}", "a{text-decoration:underline 1px}"])
def test_what_a_style_may_not_say_is_seen_or_written_in_older_words(text):
    assert too_new(text, STYLES) or assets.minify_css(text) != text

"""Styles and scripts as every page carries them, and the policy that allows just these.

All of it is known before the first page is made.

Styles and small scripts stand in the page itself: on a slow line a second round trip costs more than their bytes.
Each script has an element of its own, so that one that a browser can't read takes no other along.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import headers
import lightningcss
import minify_html

FOLDER = Path(__file__).parents[1] / "assets"
# The oldest browsers in which exit, numbers, menu, text, layout and print work (DECISIONS.md).
FLOOR = ["chrome 80", "safari 14", "ios_saf 14", "firefox 78"]


@dataclass(frozen=True)
class Assets:
    """Texts for the pages of one language, and the files that they name, by address."""

    css: str
    early: list[str]  # scripts that must run before the page is seen
    scripts: list[str]  # those below the text
    policy: dict[str, str]
    files: dict[str, bytes]
    print_css: str
    search_engine: str
    search_index: str

    @property
    def policy_in_page(self) -> str:
        """The policy as a page may say it of itself."""
        return headers.for_pages(self.policy)


def serialize(value: bytes | str, stem: str, suffix: str) -> str:
    """Return a name that changes with the content: ('…', 'print', '.css') gives 'assets/print.1f3a5c7e90.css'."""
    content = value.encode() if isinstance(value, str) else value
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}"


def minify_css(css: str, name: str = "site.css") -> str:
    """Return `css` as short as it can be written for the browsers of FLOOR."""
    return lightningcss.process_stylesheet(css, filename=name, minify=True, browsers_list=FLOOR)


def mirror(css: str) -> str:
    """Return `css` for a language that is written from right to left: what stood left stands right."""
    swap = {"left": "right", "right": "left"}
    return re.sub(r"(?<!app-)\b(left|right)\b", lambda side: swap[side[1]], css)


def minify_js(source: str) -> str:
    """Return a script without its comments and white space.

    The minifier takes a comment above a statement for a licence and keeps it; ours stand on lines of their own.
    """
    code = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith("//"))
    wrapped = minify_html.minify(f"<script>{code}</script>", minify_js=True)
    return wrapped.removeprefix("<script>").removesuffix("</script>")


def allowed(text: str) -> str:
    """Return the words that allow this inline style or script in a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _scripts(folder: str, wrap: str) -> list[str]:
    found = sorted((FOLDER / "js" / folder).glob("*.js"))
    return [minify_js(wrap % path.read_text(encoding="utf-8")) for path in found]


def read(printed_numbers: str, search: tuple[str, str], language: str, *, mirrored: bool) -> Assets:
    """Return what pages carry: `printed_numbers` at the foot of every sheet, `search` as (engine, index)."""
    css = minify_css("".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "css").glob("*.css"))))
    early = _scripts("early", "{\n%s\n}")
    css = mirror(css) if mirrored else css
    # What may wait for the next turn does: what it would do before that delays the words.
    scripts = _scripts("", "{\n%s\n}") + _scripts("deferred", "setTimeout(() => {\n%s\n});")
    escaped = printed_numbers.replace("\\", "\\\\").replace('"', '\\"')
    sheet = "".join(path.read_text(encoding="utf-8") for path in sorted((FOLDER / "paper").glob("print*.css")))
    printed = minify_css(f':root{{--app-printed-numbers:"{escaped}"}}{sheet}', "print.css")
    engine, index = search
    named = {
        serialize(printed, f"print.{language}", ".css"): printed.encode(),
        serialize(engine, "search", ".js"): engine.encode(),
        serialize(index, f"search.{language}", ".js"): index.encode(),
    }
    policy = headers.policy([allowed(css)], [allowed(text) for text in early + scripts])
    return Assets(css, early, scripts, policy, named, *named)

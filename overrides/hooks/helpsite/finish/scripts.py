"""Put the scripts of the site into each page, small: one before anything is seen, the others below the text."""

from __future__ import annotations

import hashlib
import typing
from pathlib import Path

import minify_html

from ..errors import SiteError

if typing.TYPE_CHECKING:
    from . import Built

SOURCE = Path(__file__).parents[3] / "assets/js"
EARLY = SOURCE / "early"  # what must run before the page is seen: in each page, by hash
LATE = SOURCE / "late"  # what may wait until it has been seen: what it would do before that delays the words
# After the first frame, and at the latest when all has loaded: a tab in the background draws no frame.
_WAIT = """{
const run = () => { if (run.done) return; run.done = true; PARTS };
requestAnimationFrame(() => setTimeout(run));
addEventListener("load", run);
}"""


def small(source: str) -> str:
    """Return a script without its comments and white space.

    The minifier takes a comment above a statement for a licence and keeps it; ours stand on lines of their own.
    """
    code = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith("//"))
    wrapped = minify_html.minify(f"<script>{code}</script>", minify_js=True)
    return wrapped.removeprefix("<script>").removesuffix("</script>")


def hashed_name(stem: str, suffix: str, content: bytes) -> str:
    """Return a name that changes with the content: ('app', '.js', …) gives 'app.1f3a5c7e90.js'."""
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}"


def _fill(built: Built, attribute: str, text: str) -> None:
    """Put `text` in the `<script>` with `attribute` of each page; the same everywhere, so one hash allows it."""
    for path, tree in built.pages.items():
        script = tree.css_first(f"script[{attribute}]")
        if script is None:
            raise SiteError(path, f"has no <script {attribute}>.", "Keep it in overrides/main.html.")
        del script.attrs[attribute]
        script.insert_child(text)


def early(built: Built) -> None:
    """Fill the `<script data-app-early>`: what must run before the page is seen."""
    _fill(built, "data-app-early", small("".join(path.read_text(encoding="utf-8") for path in sorted(EARLY.glob("*.js")))))


def _blocks(folder: Path) -> str:
    """Return the scripts of a folder, each in a block of its own: no globals."""
    return "".join(f"{{\n{path.read_text(encoding='utf-8')}\n}}\n" for path in sorted(folder.glob("*.js")))


def bundle(built: Built) -> None:
    """Fill the `<script data-app-script>` below the text: on a slow line the exit and the menu do not wait for a second round trip."""
    _fill(built, "data-app-script", small(_blocks(SOURCE) + _WAIT.replace("PARTS", _blocks(LATE))))

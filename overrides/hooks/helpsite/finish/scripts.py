"""Put the scripts of the site into one small file that a browser may keep: its name holds its hash."""

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


def early(built: Built) -> None:
    """Fill the `<script data-app-early>` of each page; the same text everywhere, so one hash allows it."""
    text = small("".join(path.read_text(encoding="utf-8") for path in sorted(EARLY.glob("*.js"))))
    for path, tree in built.pages.items():
        script = tree.css_first("script[data-app-early]")
        if script is None:
            raise SiteError(path, "has no <script data-app-early>.", "Keep it in overrides/main.html.")
        del script.attrs["data-app-early"]
        script.insert_child(text)


def bundle(built: Built) -> None:
    """Write assets/app.HASH.js and name it in the `<script data-app-script>` of each page."""
    parts = [path.read_text(encoding="utf-8") for path in sorted(SOURCE.glob("*.js"))]
    content = small("".join(f"{{\n{part}\n}}\n" for part in parts)).encode()  # a block each: no globals
    name = hashed_name("app", ".js", content)
    (built.folder / "assets").mkdir(exist_ok=True)
    (built.folder / "assets" / name).write_bytes(content)
    for path, tree in built.pages.items():
        script = tree.css_first("script[data-app-script]")
        if script is None:
            raise SiteError(path, "has no <script data-app-script>.", "Keep the block `scripts` of overrides/main.html.")
        script.attrs["src"] = f"{script.attributes['data-app-script']}{name}"
        del script.attrs["data-app-script"]

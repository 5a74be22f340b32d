"""Write each file small beside itself, as .gz and .br, so that the server sends it without work of its own."""

from __future__ import annotations

import gzip
import typing

import brotli

if typing.TYPE_CHECKING:
    from . import Built

_KINDS = {".html", ".js", ".css", ".json", ".svg", ".xml", ".txt", ".webmanifest"}
_TOO_SMALL = 256  # bytes; below this the packing outweighs the content


def files(built: Built) -> None:
    """Pack every text that is worth it, the same bytes each time (no clock in the file)."""
    if built.serving:
        return
    for path in sorted(built.folder.rglob("*")):
        if path.suffix not in _KINDS or path.stat().st_size < _TOO_SMALL:
            continue
        content = path.read_bytes()
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(content, mode=brotli.MODE_TEXT))

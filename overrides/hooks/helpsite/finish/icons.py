"""Draw the pictures that only other programs ask for: the one beside a shared link, and the icons of tabs and home screens.

The drawings are SVG (overrides/assets/share, docs/assets/favicon.svg); chat
programs and older browsers want PNG. No words and no subject: what somebody is
sent must not give them away.
"""

from __future__ import annotations

import struct
import typing
from pathlib import Path

import resvg_py

if typing.TYPE_CHECKING:
    from . import Built

SHARE = Path(__file__).parents[3] / "assets/share"
PICTURE = "beeld.png"
PICTURE_WIDTH = 1200  # and 630 high, as chat programs cut it
ICONS = {"apple-touch-icon.png": 180, "icoon-192.png": 192, "icoon-512.png": 512}


def png(drawing: Path, width: int) -> bytes:
    """Return `drawing`, an SVG without text, as a PNG of `width` pixels."""
    return bytes(resvg_py.svg_to_bytes(svg_path=str(drawing), width=width, skip_system_fonts=True))


def ico(picture: bytes, size: int) -> bytes:
    """Return a PNG of `size` pixels square in the ICO format: a directory of one entry before it."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), len(header) + 16)
    return header + entry + picture


def draw(built: Built) -> None:
    """Write all of them into the built site."""
    built.keep(PICTURE, png(SHARE / "preview.svg", PICTURE_WIDTH))
    for name, size in ICONS.items():
        built.keep(name, png(SHARE / "icon.svg", size))
    favicon = Path(built.config.docs_dir) / built.config.theme["favicon"]
    built.keep("favicon.ico", ico(png(favicon, 32), 32))

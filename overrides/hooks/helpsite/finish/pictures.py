"""Give every picture that a page names a name that holds its hash, so that a browser may keep it."""

from __future__ import annotations

import typing
from pathlib import PurePosixPath

from .links import resolve
from .scripts import hashed_name

if typing.TYPE_CHECKING:
    from . import Built

_PICTURES = (("img[src]", "src"), ("link[rel~=icon], link[rel=apple-touch-icon]", "href"))


def _new_name(built: Built, file: str) -> str:
    """Return the hashed name of a picture, written beside it: 'favicon.svg' gives 'favicon.1f3a5c7e90.svg'."""
    path = built.folder / file
    content = path.read_bytes()
    name = hashed_name(path.stem, path.suffix, content)
    path.with_name(name).write_bytes(content)
    return name


def name(built: Built) -> None:
    """Rename the pictures of /assets/ in every page; what nobody asks for any more is removed later."""
    for path, tree in built.pages.items():
        for selector, attribute in _PICTURES:
            for node in tree.css(selector):
                address = node.attributes.get(attribute) or ""
                target = resolve(path, address)
                if target and target[0].startswith("assets/"):
                    node.attrs[attribute] = str(PurePosixPath(address).with_name(_new_name(built, target[0])))

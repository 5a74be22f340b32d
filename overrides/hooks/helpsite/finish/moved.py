"""Check the addresses that lead elsewhere (docs/_data/moved.yml): an address is a promise, and so is where it leads."""

from __future__ import annotations

import typing

from ..errors import SiteError

if typing.TYPE_CHECKING:
    from . import Built

_PLACE = "docs/_data/moved.yml"


def check(built: Built) -> None:
    """Stop at an old address that is a page, and at a new one that is none."""
    for old, new in built.facts["moved"].items():
        if f"{old}index.html" in built.pages:
            raise SiteError(_PLACE, f"{old} is a page of the site.", "Take the line out: the page is there.")
        if f"{new}index.html" not in built.pages:
            raise SiteError(_PLACE, f"{old} leads to {new}, which is no page.", "Correct the address after the colon.")

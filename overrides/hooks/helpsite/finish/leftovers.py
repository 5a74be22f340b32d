"""Take out what Material's base template leaves for its own script, which this site does not ship."""

from __future__ import annotations

import typing

if typing.TYPE_CHECKING:
    from . import Built

# The drawer's and the search's checkboxes, the overlay, the dialog and empty shells.
_LEFTOVERS = "input.md-toggle, label.md-overlay, div.md-dialog, [data-md-component=announce]"
_OURS = ("data-app", "data-search")


def remove(built: Built) -> None:
    """Remove the leftovers, and say on each link to another site that it tells nothing of this one."""
    for tree in built.pages.values():
        for node in tree.css(_LEFTOVERS):
            node.decompose()
        for node in tree.css("[data-md-component], [data-md-type]"):
            for name in ("data-md-component", "data-md-type"):
                if name in node.attributes:
                    del node.attrs[name]
        for link in tree.css('a[href^="http"]'):
            link.attrs["rel"] = "noopener noreferrer"

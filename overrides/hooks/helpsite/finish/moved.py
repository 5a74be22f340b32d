"""Keep the addresses that lead elsewhere (docs/_data/moved.yml): an address is a promise, and so is where it leads.

nginx and hosts with a CDN send a reader on by themselves (policy.py writes what
they read). A host that only has files gets a page that does it, without a script.
"""

from __future__ import annotations

import typing
from urllib.parse import urljoin

from .. import pages as records
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


def pages(built: Built) -> None:
    """Write a page at each old address. The pages of the site are finished by then, so no other step sees these."""
    template = built.config.theme.get_env().get_template("partials/moved.html")
    titles = {record.url: record.short_title for record in built.records.values()}
    for old, new in built.facts["moved"].items():
        html = template.render(
            config=built.config,
            title=titles[new or "./"],
            link=records.to_root(old) + new,
            address=urljoin(built.config.site_url or "", new),
        )
        folder = built.folder / old
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(html, encoding="utf-8")

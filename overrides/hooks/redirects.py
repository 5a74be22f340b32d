"""Keep the addresses that lead elsewhere (docs/_data/moved.yml): an address is a promise, and so is where it leads.

nginx and hosts with a CDN send a reader on by themselves (headers.py). A host that only has files gets a page
that does it, without a script.
"""

from collections.abc import Callable
from urllib.parse import urljoin

from errors import SiteError
from front_matter import PageInfo

_PLACE = "docs/_data/moved.yml"


def check(moved: dict[str, str], urls: set[str]) -> None:
    """Stop at an old address that is a page, and at a new one that is none."""
    for old, new in moved.items():
        if old in urls:
            raise SiteError(_PLACE, f"{old} is a page of the site.", "Take the line out: the page is there.")
        if new not in urls:
            raise SiteError(_PLACE, f"{old} leads to {new}, which is no page.", "Correct the address after the colon.")


def to_root(url: str) -> str:
    """Return the way from a page's address to the root: 'vormen/sextortion/' gives '../../', '' gives ''."""
    return "../" * len([part for part in url.split("/") if part])


def pages(moved: dict[str, str], infos: list[PageInfo], root: str, render: Callable[..., str]) -> dict[str, str]:
    """Return {file: page} for each old address; `root` is the address of the site."""
    titles = {info.url: info.short_title for info in infos}
    return {
        f"{old}index.html": render("moved.html", title=titles[new], link=to_root(old) + new, address=urljoin(root, new))
        for old, new in moved.items()
    }

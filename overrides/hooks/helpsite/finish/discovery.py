"""Write what search engines and home screens read: sitemap.xml, robots.txt and the manifest."""

from __future__ import annotations

import json
import typing
from urllib.parse import urljoin
from xml.sax.saxutils import escape

if typing.TYPE_CHECKING:
    from ..pages import PageRecord
    from . import Built

_FRAME = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>\n'


def sitemap(records: typing.Iterable[PageRecord], root: str) -> str:
    """Return the sitemap of the site at `root`: each page with the day on which its facts were checked last."""
    lines = (
        f"<url><loc>{escape(urljoin(root, '' if record.url == './' else record.url))}</loc><lastmod>{record.checked}</lastmod></url>\n"
        for record in sorted(records, key=lambda record: record.url)
    )
    return _FRAME.format("".join(lines))


def robots(root: str) -> str:
    """Return robots.txt: everything may be found."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(root, 'sitemap.xml')}\n"


def manifest(name: str) -> str:
    """Return the web manifest, with the `name` that a home screen shows; its addresses are seen from the root, where it stands."""
    icons = [
        {"src": f"icoon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size in (192, 512)
    ]
    data = {
        "name": name,
        "short_name": name,
        "lang": "nl",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": "#fbf7f1",
        "theme_color": "#fbf7f1",
        "icons": icons,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def write(built: Built) -> None:
    """Write all three into the built site."""
    root = built.config.site_url
    built.keep("sitemap.xml", sitemap(built.records.values(), root).encode())
    built.keep("robots.txt", robots(root).encode())
    built.keep("site.webmanifest", manifest(built.config.extra["home_screen_name"]).encode())

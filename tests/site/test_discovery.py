"""What search engines and home screens ask for by name."""

import io
import json
import xml.etree.ElementTree as ET

from PIL import Image
from places import SITE_URL
from selectolax.lexbor import LexborHTMLParser

from tools.pictures import addresses

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SUBJECT = ("seks", "sex", "intimidatie", "porno", "hulp", "online", "geweld")


def test_the_sitemap_has_every_page_with_the_day_on_which_it_was_checked(site):
    told = {
        entry.find(f"{SPACE}loc").text: entry.find(f"{SPACE}lastmod").text
        for entry in ET.fromstring((site / "sitemap.xml").read_bytes()).iter(f"{SPACE}url")
    }
    pages = [address for address in addresses(site) if not address.endswith(".html")]
    expected = {}
    for address in pages:
        tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
        expected[SITE_URL + address] = tree.css_first(".app-page-foot time").attributes["datetime"]
    assert told == expected


def test_robots_may_read_everything_and_are_told_of_the_sitemap(site):
    lines = (site / "robots.txt").read_text().splitlines()
    assert "Allow: /" in lines and f"Sitemap: {SITE_URL}sitemap.xml" in lines
    assert not any(line.startswith("Disallow") for line in lines)


def test_the_name_on_a_home_screen_does_not_show_the_subject(site):
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    tree = LexborHTMLParser((site / "hulp/index.html").read_text(encoding="utf-8"))
    names = (
        manifest["name"],
        manifest["short_name"],
        tree.css_first("meta[name='apple-mobile-web-app-title']").attributes["content"],
    )
    assert len(set(names)) == 1
    assert [word for word in SUBJECT if word in names[0].lower()] == []


def test_every_icon_is_there_in_its_size(site):
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    sizes = {icon["src"]: icon["sizes"] for icon in manifest["icons"]} | {
        "apple-touch-icon.png": "180x180",
        "favicon.ico": "32x32",
    }
    drawn = {name: "{}x{}".format(*Image.open(io.BytesIO((site / name).read_bytes())).size) for name in sizes}
    assert drawn == sizes


def test_every_page_names_the_icons_and_the_manifest(tree):
    assert [
        selector
        for selector in ("link[rel=icon]", "link[rel=apple-touch-icon]", "link[rel=manifest]")
        if not tree.css(selector)
    ] == []

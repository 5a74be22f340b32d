"""What browsers, search engines, chat programs and home screens read of a page."""

import io
import json
import xml.etree.ElementTree as ET
from urllib.parse import urljoin

from PIL import Image
from places import ROOT, SITE_URL

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SUBJECT = ("seks", "sex", "intimidatie", "porno", "hulp", "online", "geweld")
ONCE = (
    "title",
    "canonical",
    "description",
    "og:title",
    "og:description",
    "og:type",
    "og:locale",
    "og:url",
    "og:image",
    "og:image:alt",
    "twitter:card",
    "manifest",
)


def told(tree) -> dict[str, list[str]]:
    """Return what the head of a page says, by name."""
    found: dict[str, list[str]] = {"title": [node.text() for node in tree.css("head > title")]}
    for node in tree.css("head > meta, head > link"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("rel") or ""
        found.setdefault(name, []).append(node.attributes.get("content") or node.attributes.get("href") or "")
    return found


def test_every_page_says_each_thing_once_and_of_itself(pages):
    heads = {address: told(tree) for address, tree in pages.items() if address != "404.html"}
    for address, head in heads.items():
        assert [name for name in ONCE if len(head.get(name, [])) != 1] == [], address
        assert head["canonical"] == head["og:url"] == [urljoin(SITE_URL, address)]
        assert head["og:title"] == head["title"] and head["og:description"] == head["description"]
        assert head["og:type"] == (["website"] if address in ("", "en/") else ["article"])
        name = "Online sexual harassment" if address.startswith("en/") else "Online seksuele intimidatie"
        assert head["og:site_name"] == [name]
        assert address in ("", "en/") or head["title"][0].endswith(f" - {name}")
    titles = [head["title"][0] for head in heads.values()]
    assert len(set(titles)) == len(titles)


def test_the_page_for_a_missing_address_is_not_offered_to_search_engines(pages):
    head = told(pages["404.html"])
    assert head["robots"] == ["noindex"] and "canonical" not in head


def test_the_picture_beside_a_link_tells_nothing_and_is_there_in_its_size(pages, site):
    head = told(pages[""])
    picture = Image.open(site / head["og:image"][0].removeprefix(SITE_URL))
    assert (picture.format, picture.size) == ("PNG", (int(head["og:image:width"][0]), int(head["og:image:height"][0])))
    drawing = (ROOT / "overrides/assets/share/preview.svg").read_text(encoding="utf-8")
    assert [tag for tag in ("<text", "<image", "<foreignObject") if tag in drawing] == []


def test_the_sitemap_has_every_page_with_the_day_on_which_it_was_checked(site, pages):
    entries = ET.fromstring((site / "sitemap.xml").read_bytes()).iter(f"{SPACE}url")
    dated = {entry.find(f"{SPACE}loc").text: entry.find(f"{SPACE}lastmod").text for entry in entries}
    expected = {
        SITE_URL + address: tree.css_first(".app-page-foot time").attributes["datetime"]
        for address, tree in pages.items()
        if address != "404.html"
    }
    assert dated == expected
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text()


def test_a_home_screen_shows_an_icon_and_a_name_that_hides_the_subject(site, pages):
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == manifest["short_name"] == told(pages["hulp/"])["apple-mobile-web-app-title"][0]
    assert [word for word in SUBJECT if word in manifest["name"].lower()] == []
    sizes = {icon["src"]: icon["sizes"] for icon in manifest["icons"]} | {
        "apple-touch-icon.png": "180x180",
        "favicon.ico": "32x32",
    }
    assert {name: "{}x{}".format(*Image.open(io.BytesIO((site / name).read_bytes())).size) for name in sizes} == sizes

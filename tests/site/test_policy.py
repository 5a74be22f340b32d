"""The built site holds what its policy allows, and says so in each page; nothing in it leads elsewhere by itself."""

import base64
import hashlib
import re

from assets import FOLDER
from selectolax.lexbor import LexborHTMLParser

_NO_HASH_ALLOWS = re.compile(r"^on|^style$")


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_each_page_says_its_policy_before_anything_that_runs(pages):
    for tree in pages.values():
        inside = tree.css("head > *")
        assert inside[1].attributes.get("http-equiv") == "Content-Security-Policy" and inside[0].tag == "meta"


def test_the_policy_allows_exactly_what_stands_in_the_pages(pages):
    for address, tree in pages.items():
        policy = tree.css_first("meta[http-equiv]").attributes["content"]
        inline = {hashed(node.text()) for node in tree.css("style, script:not([src])")}
        assert inline == set(re.findall(r"'sha256-[^']+'", policy)), address
        assert tree.css("iframe, object, embed, form, base, script[src]") == [], address


def test_each_script_stands_alone_so_that_one_takes_no_other_along(pages):
    sources = [path for folder in ("js", "js/early", "js/deferred") for path in (FOLDER / folder).glob("*.js")]
    assert len(pages[""].css("script")) == len(sources) > 5


def test_no_policy_allows_anything_unsafe_or_from_elsewhere(site):
    text = (site / "_headers").read_text() + (site / "_headers.nginx").read_text() + (site / "index.html").read_text()
    policies = re.findall(r"default-src [^\"\n]*", text)
    assert len(policies) == 3
    assert [one for one in policies if re.search(r"unsafe|\*|https?:|data:|blob:", one)] == []


def test_nothing_is_written_in_a_page_that_no_hash_can_allow(pages):
    wrong = [
        f"{address}: {node.tag} {name}"
        for address, tree in pages.items()
        for node in tree.css("*")
        for name, value in node.attributes.items()
        if _NO_HASH_ALLOWS.match(name) or (value or "").strip().lower().startswith("javascript:")
    ]
    assert wrong == []


def test_each_link_to_another_site_tells_it_nothing(pages):
    for tree in pages.values():
        outward = tree.css('a[href^="http"]')
        assert (
            outward
            and [node.html for node in outward if "noopener noreferrer" not in (node.attributes.get("rel") or "")] == []
        )
        assert tree.css_first("meta[name=referrer]").attributes["content"] == "no-referrer"


def test_an_address_that_only_leads_on_says_its_policy_too(site):
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert [path for path, text in texts.items() if "Content-Security-Policy" not in text] == []


def test_no_page_shows_a_reader_markup_that_is_ours(pages):
    left = re.compile(r"\{:|\[\[|\]\]|!!! |\?\?\?|\[\^|\{[a-z_]+\}")
    found = {}
    for address, tree in pages.items():
        copy = LexborHTMLParser(tree.html)
        for node in copy.css("script, style, template, [data-app-exit]"):
            node.decompose()
        found[address] = left.findall(copy.body.text())
    assert {address: marks for address, marks in found.items() if marks} == {}

"""The built site holds what its policy allows, and says so in each page."""

import base64
import hashlib
import re


def test_each_page_says_its_policy_before_anything_that_runs(tree):
    inside = [node.tag for node in tree.css("head > *")]
    place = next(number for number, node in enumerate(tree.css("head > *")) if node.attributes.get("http-equiv"))
    assert place == 1 and not {"script", "style", "link"} & set(inside[:place])


def test_each_inline_style_and_script_is_allowed_by_its_hash(tree):
    allowed = tree.css_first("meta[http-equiv]").attributes["content"]
    inline = [
        node for node in tree.css("style, script:not([src])") if "json" not in (node.attributes.get("type") or "")
    ]
    hashes = [base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode() for node in inline]
    assert inline and [value for value in hashes if f"'sha256-{value}'" not in allowed] == []


def test_no_policy_allows_anything_unsafe_or_from_elsewhere(site):
    text = (site / "_headers").read_text() + (site / "_headers.nginx").read_text() + (site / "index.html").read_text()
    policies = re.findall(r"default-src [^\"\n]*", text)
    assert len(policies) == 3
    assert [one for one in policies if re.search(r"unsafe|\*|https?:|data:|blob:", one)] == []


def test_every_picture_style_and_script_of_a_page_has_its_hash_in_its_name(tree):
    asked = [node.attributes.get("src") or "" for node in tree.css("img, script[src]")]
    asked += [node.attributes.get("data-app-src") or "" for node in tree.css("[data-app-src]")]
    asked += [
        node.attributes["href"] or "" for node in tree.css("link[rel=stylesheet], link[rel=icon][type='image/svg+xml']")
    ]
    assert asked and [name for name in asked if not re.search(r"\.[0-9a-f]{10}\.\w+$", name)] == []


def test_each_link_to_another_site_tells_it_nothing(tree):
    outward = tree.css('a[href^="http"]')
    assert outward and [node.html for node in outward if node.attributes.get("rel") != "noopener noreferrer"] == []
    assert tree.css_first("meta[name=referrer]").attributes["content"] == "no-referrer"


def test_the_packed_files_are_what_the_site_serves(site):
    pages = [path for path in site.rglob("*.html")]
    assert [path for path in pages if not path.with_name(f"{path.name}.br").exists()] == []


def test_an_address_that_only_leads_on_says_its_policy_too(site):
    without = [
        path for path in site.rglob("*.html") if "Content-Security-Policy" not in path.read_text(encoding="utf-8")
    ]
    assert without == []

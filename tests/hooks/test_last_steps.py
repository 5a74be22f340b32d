"""What the last steps of the build do to written pages: hash, refuse, check, pack."""

import gzip
from types import SimpleNamespace

import brotli
import pytest
from helpsite.errors import SiteError
from helpsite.finish import compress, moved, pictures, policy
from selectolax.lexbor import LexborHTMLParser

PAGE = "<!doctype html><html><head><meta charset=utf-8><style>p{color:red}</style></head><body>{}</body></html>"


def built(folder, body="", facts=None, serving=False):
    (folder / "index.html").write_text(PAGE.replace("{}", body))
    pages = {"index.html": LexborHTMLParser(PAGE.replace("{}", body))}
    return SimpleNamespace(folder=folder, pages=pages, facts=facts or {"moved": {}}, serving=serving)


def test_the_policy_stands_in_the_page_with_the_hash_of_its_style(tmp_path):
    policy.apply(built(tmp_path))
    page = LexborHTMLParser((tmp_path / "index.html").read_text())
    content = page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert f"style-src 'self' {policy.allowed('p{color:red}')};" in content


def test_while_live_reloading_there_is_no_policy(tmp_path):
    policy.apply(built(tmp_path, serving=True))
    assert "http-equiv" not in (tmp_path / "index.html").read_text()
    assert not (tmp_path / "_headers").exists()


def test_data_in_a_script_element_needs_no_hash():
    html = PAGE.replace("{}", '<script type="application/ld+json">{"a":1}</script><script>1</script>')
    assert policy.hashes("x", html)[1] == {policy.allowed("1")}


@pytest.mark.parametrize("body", ["<p style='color:red'>", "<p onclick='x()'>", "<a href='javascript:x()'>"])
def test_what_no_hash_can_allow_stops_the_build(body):
    with pytest.raises(SiteError, match="hulp/index.html: has <.*, which the policy forbids"):
        policy.hashes("hulp/index.html", PAGE.replace("{}", body))


def test_an_old_address_that_is_a_page_stops_the_build(tmp_path):
    (tmp_path / "hulp").mkdir()
    site = built(tmp_path, facts={"moved": {"hulp/": ""}})
    site.pages["hulp/index.html"] = site.pages["index.html"]
    with pytest.raises(SiteError, match="hulp/ is a page of the site"):
        moved.check(site)


def test_an_old_address_that_leads_nowhere_stops_the_build(tmp_path):
    with pytest.raises(SiteError, match="oud/ leads to weg/, which is no page"):
        moved.check(built(tmp_path, facts={"moved": {"oud/": "weg/"}}))


def test_a_picture_gets_a_name_that_holds_its_hash(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.svg").write_text("<svg/>")
    site = built(tmp_path, "<img src=./assets/a.svg alt=x>")
    pictures.name(site)
    source = site.pages["index.html"].css_first("img").attributes["src"]
    assert source.startswith("assets/a.") and len(source) == len("assets/a.0123456789.svg")
    assert (tmp_path / source).read_text() == "<svg/>"


def test_packed_files_hold_the_same_and_are_the_same_each_time(tmp_path):
    site = built(tmp_path, "woorden " * 100)
    compress.files(site)
    content = (tmp_path / "index.html").read_bytes()
    packed = [(tmp_path / f"index.html.{kind}").read_bytes() for kind in ("gz", "br")]
    assert [gzip.decompress(packed[0]), brotli.decompress(packed[1])] == [content, content]
    compress.files(site)
    assert [(tmp_path / f"index.html.{kind}").read_bytes() for kind in ("gz", "br")] == packed

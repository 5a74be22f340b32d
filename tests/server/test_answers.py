"""Debian's nginx with the shipped configuration: what a reader asks for comes, with every header."""

import gzip
import re

import headers
import pytest
from asking import ask, missing

from tools.screenshots import addresses


def test_every_page_comes_whole_with_every_header_and_is_not_kept(nginx, site):
    wrong = []
    for address in (f"/{address}" for address in addresses(site) if address != "404.html"):
        answer = ask(nginx, address)
        kind = answer.headers["cache-control"], answer.headers["content-type"]
        whole = answer.body == (site / address.strip("/") / "index.html").read_bytes()
        if (answer.status, *kind, whole, missing(answer, site)) != (
            200,
            "no-store",
            "text/html; charset=utf-8",
            True,
            [],
        ):
            wrong.append((address, answer.status, kind, whole))
    assert wrong == []


def test_every_asset_comes_with_every_header_and_a_hashed_one_is_kept(nginx, site):
    files = [f"/assets/{path.name}" for path in (site / "assets").iterdir() if path.suffix not in (".gz", ".br")]
    answers = {address: ask(nginx, address) for address in files}
    told = {address: (a.status, missing(a, site), a.headers["cache-control"]) for address, a in answers.items()}
    assert told == {address: (200, [], headers.caching(address)) for address in files}
    assert headers.IMMUTABLE in {caching for *_, caching in told.values()}


def test_what_is_not_there_is_said_in_dutch_with_every_header(nginx, site):
    for path in ("/bestaat-niet", "/vormen/niet/", "/assets/niet.1f3a5c7e90.js", "/404.html", "/assets/", "/hulp/x"):
        answer = ask(nginx, path)
        assert (path, answer.status, missing(answer, site)) == (path, 404, [])
        assert answer.headers["cache-control"] == "no-store"
        assert b"Deze pagina is er niet" in answer.body and re.search(b'href="?tel:112', answer.body)


def test_the_rules_for_a_cdn_and_the_server_agree(nginx, site):
    rules = {}
    for block in (site / "_headers").read_text().split("\n\n"):
        address = re.search(r"^/\S*", block, re.MULTILINE)[0]
        rules[address] = dict(re.findall(r"^  ([\w-]+): (.*)$", block, re.MULTILINE))
    for address in rules.keys() - {"/*", "/404.html"}:
        answer = ask(nginx, address.removesuffix("*"), x_forwarded_proto="https")
        told = rules["/*"] | rules[address]
        assert {name: answer.headers[name] for name in told} == told, address
    assert len(rules) > 20


def test_moved_addresses_and_what_is_typed_from_paper_lead_on(nginx, site):
    lines = [line.split()[:2] for line in (site / "_redirects").read_text().splitlines()]
    typed = ("/hulp", "/Hulp", "/HULP/", "/Hulp/")
    lines += [[old, "/hulp/"] for old in typed] + [["/vormen/Sextortion/", "/vormen/sextortion/"]]
    for old, new in lines:
        answer = ask(nginx, old)
        assert (old, answer.status, answer.headers["location"], missing(answer, site)) == (old, 301, new, [])
        assert ask(nginx, new).status == 200


@pytest.mark.parametrize("said", ["http", "HTTP", "http, https", "http,http"])
def test_in_the_open_it_leads_to_tls_at_our_own_host_whatever_host_is_named(nginx, said):
    for host in ("voorbeeld.example", "kwaad.example", "kwaad.example:80"):
        answer = ask(nginx, "/hulp/?x", host=host, x_forwarded_proto=said)
        assert (answer.status, answer.headers["location"]) == (301, "https://voorbeeld.example/hulp/?x")
        assert "strict-transport-security" not in answer.headers


@pytest.mark.parametrize(
    ("said", "secure"), [("https", True), ("https, http", True), ("HTTPS,https", True), ("", False)]
)
def test_only_over_tls_it_asks_for_tls_ever_after(nginx, said, secure):
    answer = ask(nginx, "/hulp/", **({"x_forwarded_proto": said} if said else {}))
    assert (answer.status, answer.headers["strict-transport-security"]) == (200, "max-age=63072000" if secure else None)


def test_what_is_packed_is_the_same_page_with_the_same_headers(nginx, site):
    answer = ask(nginx, "/hulp/", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip" and answer.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body) == (site / "hulp/index.html").read_bytes() and missing(answer, site) == []


def test_what_did_not_change_and_a_question_alone_get_the_headers_alone(nginx, site):
    etag = ask(nginx, "/hulp/").headers["etag"]
    for answer in (ask(nginx, "/hulp/", if_none_match=etag), ask(nginx, "/hulp/", method="HEAD")):
        assert (answer.status in (200, 304), answer.body, missing(answer, site)) == (True, b"", [])


def test_it_says_nothing_of_itself_and_sets_no_cookie(nginx):
    for path in ("/", "/niet", "/%00"):
        answer = ask(nginx, path)
        assert answer.headers["server"] == "nginx" and "set-cookie" not in answer.headers

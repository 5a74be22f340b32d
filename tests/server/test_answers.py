"""Debian's nginx with the shipped configuration: what a reader asks for comes, with every header."""

import gzip
import re

import brotli
import headers
import pytest
from asking import ask, missing

from tools.nginx import BROTLI
from tools.screenshots import addresses


def pages(site) -> list[str]:
    return [f"/{address}" for address in addresses(site) if address != "404.html"]


def test_every_page_comes_whole_with_every_header_and_is_not_kept(nginx, site):
    wrong = []
    for address in pages(site):
        answer = ask(nginx, address)
        content = (site / address.strip("/") / "index.html").read_bytes()
        if (answer.status, answer.body) != (200, content) or missing(answer, site):
            wrong.append((address, answer.status))
        if (
            answer.headers["cache-control"] != "no-store"
            or answer.headers["content-type"] != "text/html; charset=utf-8"
        ):
            wrong.append((address, answer.headers.items()))
    assert wrong == []


def test_every_asset_comes_with_every_header_and_a_hashed_one_is_kept(nginx, site):
    files = [path for path in (site / "assets").iterdir() if path.suffix not in (".gz", ".br")]
    answers = {f"/assets/{path.name}": ask(nginx, f"/assets/{path.name}") for path in files}
    assert {address: answer.status for address, answer in answers.items() if answer.status != 200} == {}
    assert {address: lacks for address, answer in answers.items() if (lacks := missing(answer, site))} == {}
    assert [a for a, answer in answers.items() if answer.headers["cache-control"] != headers.caching(a)] == []
    assert headers.IMMUTABLE in {answer.headers["cache-control"] for answer in answers.values()}


def test_what_is_not_there_is_said_in_dutch_with_every_header(nginx, site):
    for path in ("/bestaat-niet", "/vormen/niet/", "/assets/niet.1f3a5c7e90.js", "/404.html", "/assets/", "/hulp/x"):
        answer = ask(nginx, path)
        assert (path, answer.status, missing(answer, site)) == (path, 404, [])
        assert answer.headers["cache-control"] == "no-store"
        assert b"Deze pagina is er niet" in answer.body and b'href="tel:112"' in answer.body.replace(
            b"href=tel:112", b'href="tel:112"'
        )


def test_the_rules_for_a_cdn_and_the_server_agree(nginx, site):
    rules = {}
    for block in (site / "_headers").read_text().split("\n\n"):
        address = re.search(r"^/\S*", block, re.MULTILINE)[0]
        rules[address] = dict(re.findall(r"^  ([\w-]+): (.*)$", block, re.MULTILINE))
    asked = 0
    for address, rule in rules.items():
        if address in ("/*", "/404.html"):
            continue
        answer = ask(nginx, address.removesuffix("*"), x_forwarded_proto="https")
        told = rules["/*"] | rule
        assert {name: answer.headers[name] for name in told} == told, address
        asked += 1
    assert asked > 20


def test_moved_addresses_lead_on_and_so_does_a_forgotten_slash(nginx, site):
    lines = [line.split() for line in (site / "_redirects").read_text().splitlines()]
    lines.append(["/hulp", "/hulp/", "301"])
    for old, new, status in lines:
        answer = ask(nginx, old)
        assert (old, answer.status, answer.headers["location"]) == (old, int(status), new)
        assert missing(answer, site) == []
        assert ask(nginx, new).status == 200


def test_in_the_open_it_leads_to_tls_and_only_there_asks_for_it_ever_after(nginx):
    answer = ask(nginx, "/hulp/?x", x_forwarded_proto="http")
    assert (answer.status, answer.headers["location"]) == (301, "https://voorbeeld.example/hulp/?x")
    assert "strict-transport-security" not in answer.headers
    answer = ask(nginx, "/hulp/", x_forwarded_proto="https")
    assert (answer.status, answer.headers["strict-transport-security"]) == (200, "max-age=63072000")
    assert "strict-transport-security" not in ask(nginx, "/hulp/").headers


UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress, None: bytes}


@pytest.mark.parametrize("kind", ["gzip", "br"])
def test_what_is_packed_is_the_same_page_with_the_same_headers(nginx, site, kind):
    answer = ask(nginx, "/hulp/", accept_encoding=kind)
    possible = kind == "gzip" or BROTLI.exists()  # brotli is a module of its own, which a server may lack
    assert answer.headers["content-encoding"] == (kind if possible else None)
    assert UNPACK[answer.headers["content-encoding"]](answer.body) == (site / "hulp/index.html").read_bytes()
    assert answer.headers["vary"] == "Accept-Encoding" and missing(answer, site) == []


def test_what_did_not_change_is_not_sent_again(nginx, site):
    first = ask(nginx, "/hulp/")
    again = ask(nginx, "/hulp/", if_none_match=first.headers["etag"])
    assert (again.status, again.body, missing(again, site)) == (304, b"", [])


def test_a_question_about_a_page_gets_the_headers_alone(nginx, site):
    answer = ask(nginx, "/hulp/", method="HEAD")
    assert (answer.status, answer.body, missing(answer, site)) == (200, b"", [])
    assert int(answer.headers["content-length"]) == (site / "hulp/index.html").stat().st_size


def test_it_says_nothing_of_itself_and_sets_no_cookie(nginx):
    for path in ("/", "/niet", "/%00"):
        answer = ask(nginx, path)
        assert answer.headers["server"] == "nginx" and "set-cookie" not in answer.headers

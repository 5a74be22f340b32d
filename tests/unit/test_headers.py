"""What servers are told to send: one policy, one rule for each address, below any path."""

import headers
import pytest

POLICY = headers.policy(["'sha256-a'"], ["'sha256-b'"])
FILES = ["index.html", "hulp/index.html", "assets/print.1f3a5c7e90.css", "robots.txt"]


@pytest.mark.parametrize("root", ["/", "/sub/pad/"])
def test_each_address_has_one_rule_for_caching(root: str):
    rules = dict(
        block.split("\n", 1)
        for block in headers.cdn(POLICY, FILES, root).split("\n\n", 0)[0].partition("\n")[2].split("\n\n")
    )
    kept = {address for address, rule in rules.items() if "immutable" in rule}
    assert kept == {f"{root}assets/print.1f3a5c7e90.css"}
    assert {address for address, rule in rules.items() if "no-store" in rule} == {
        root,
        f"{root}hulp/*",
        f"{root}robots.txt",
    }
    assert "Content-Security-Policy" in rules[f"{root}*"]


@pytest.mark.parametrize("root", ["/", "/sub/pad/"])
def test_old_addresses_lead_on_below_any_path(root: str):
    assert headers.redirects({"oud/": "nieuw/"}, root).splitlines() == [
        f"{root}oud {root}nieuw/ 301",
        f"{root}oud/ {root}nieuw/ 301",
    ]
    assert f'"~*^{root}oud/?$" "{root}nieuw/";' in headers.nginx(POLICY, {"oud/": "nieuw/"}, ["", "nieuw/"], root)


def test_the_policy_forbids_all_but_what_the_build_put_there():
    assert POLICY["default-src"] == "'none'" and POLICY["script-src"] == "'self' 'sha256-b'"
    assert "frame-ancestors" not in headers.for_pages(POLICY) and "frame-ancestors 'none'" in headers.serialize(POLICY)

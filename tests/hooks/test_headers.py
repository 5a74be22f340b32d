"""The headers, from their one place: helpsite/headers.py."""

import re

from helpsite import headers

POLICY = headers.policy(["'sha256-style'"], ["'sha256-script'"])


def test_everything_that_is_not_named_is_forbidden():
    assert POLICY["default-src"] == "'none'"
    assert [POLICY[name] for name in ("base-uri", "form-action", "frame-ancestors")] == ["'none'"] * 3


def test_styles_run_by_hash_only_and_scripts_from_the_site_or_by_hash():
    assert POLICY["style-src"] == "'self' 'sha256-style'"
    assert POLICY["script-src"] == "'self' 'sha256-script'"


def test_the_policy_of_a_page_leaves_out_what_a_page_may_not_say():
    assert "frame-ancestors" in headers.written(POLICY)
    assert "frame-ancestors" not in headers.for_pages(POLICY)


def test_only_a_name_with_a_hash_is_kept_by_browsers():
    kept = {
        address: headers.caching(address) == headers.IMMUTABLE
        for address in (
            "/",
            "/hulp/",
            "/404.html",
            "/assets/beeld.png",
            "/assets/app.1f3a5c7e90.js",
            "/hulp/app.1f3a5c7e90.js",
        )
    }
    assert [address for address, is_kept in kept.items() if is_kept] == ["/assets/app.1f3a5c7e90.js"]


def test_no_two_rules_for_a_cdn_say_how_long_an_address_is_kept():
    text = headers.cdn(
        POLICY, ["index.html", "hulp/index.html", "vormen/x/index.html", "robots.txt", "assets/app.1f3a5c7e90.js"]
    )
    rules = dict(re.findall(r"^(/\S*)\n((?:  .*\n)+)", text, re.MULTILINE))
    keeping = {address: rule for address, rule in rules.items() if "Cache-Control" in rule}
    assert sorted(keeping) == ["/", "/assets/app.1f3a5c7e90.js", "/hulp/*", "/robots.txt", "/vormen/*"]
    assert "Cache-Control" not in rules["/*"]


def test_a_moved_address_leads_on_with_and_without_its_slash():
    assert headers.redirects({"oud/": "nieuw/"}) == "/oud /nieuw/ 301\n/oud/ /nieuw/ 301\n"
    assert '"~^/oud/?$" "/nieuw/";' in headers.nginx(POLICY, {"oud/": "nieuw/"})

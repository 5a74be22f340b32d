"""Structured data: right by schema.org's own vocabulary, and true of the page."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import schema_org
from helpsite import facts
from places import SITE_URL
from selectolax.lexbor import LexborHTMLParser

from tools.pictures import addresses


@pytest.fixture(scope="module")
def graphs(site) -> dict[str, list[dict]]:
    """What each page says of itself: a list of nodes."""
    found = {}
    for address in addresses(site):
        if not address.endswith(".html"):
            tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
            data = json.loads(tree.css_first("script[type='application/ld+json']").text())
            assert data["@context"] == "https://schema.org"
            found[address] = data["@graph"]
    return found


def of_type(nodes: list[dict], name: str) -> list[dict]:
    return [node for node in nodes if node["@type"] == name]


def check(value: object) -> object:
    """Return a node as the vocabulary's own class; an error where that knows no such type or property, or not with such a value."""
    if isinstance(value, list):
        return [check(one) for one in value]
    if isinstance(value, dict):
        return getattr(schema_org, value["@type"]).model_validate({name: check(one) for name, one in value.items()})
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    return value


def test_the_vocabulary_knows_every_type_property_and_value(graphs):
    for nodes in graphs.values():
        for node in nodes:
            check(node)


WRONG = (
    {"@type": "Webpagina"},
    {"@type": "WebPage", "naam": "x"},
    {"@type": "WebPage", "datePublished": "gisteren"},
    {"@type": "WebPage", "isPartOf": {"@type": "Organization", "name": "x"}},
)


@pytest.mark.parametrize("wrong", WRONG)
def test_the_check_sees_what_the_vocabulary_does_not_know(wrong):
    with pytest.raises((ValueError, AttributeError)):
        check(wrong)


def test_every_page_says_when_its_facts_were_checked(graphs, site):
    for address, nodes in graphs.items():
        [page] = of_type(nodes, "WebPage")
        tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
        day = tree.css_first(".app-page-foot time").attributes["datetime"]
        assert (page["datePublished"], page["dateModified"], page["url"]) == (day, day, SITE_URL + address)


def test_every_page_but_the_first_says_the_way_to_it(graphs):
    for address, nodes in graphs.items():
        items = of_type(nodes, "WebPage")[0].get("breadcrumb", {}).get("itemListElement", [])
        steps = [item["item"]["@id"].removeprefix(SITE_URL) for item in items]
        parts = address.strip("/").split("/")
        assert steps == (
            [] if not address else ["", *("/".join(parts[: depth + 1]) + "/" for depth in range(len(parts)))]
        )
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))


def test_the_six_forms_are_a_set_of_terms(graphs):
    [terms] = of_type(graphs["vormen/"], "DefinedTermSet")
    forms = {
        address: of_type(nodes, "DefinedTerm")
        for address, nodes in graphs.items()
        if address.startswith("vormen/") and address != "vormen/"
    }
    assert sorted(term["url"] for term in terms["hasDefinedTerm"]) == sorted(SITE_URL + address for address in forms)
    assert len(forms) == 6
    assert {term["inDefinedTermSet"] for [term] in forms.values()} == {terms["@id"]}


def test_the_help_page_names_each_organisation_with_its_number(graphs):
    contacts = facts.load(Path("docs/_data"), "contacts").values()
    told = {
        (node["name"], node.get("contactPoint", {}).get("telephone"))
        for node in of_type(graphs["hulp/"], "Organization")
    }
    assert told == {(contact["name"], contact.get("phone", {}).get("dial")) for contact in contacts}

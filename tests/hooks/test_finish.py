"""The steps over the built site: links, styles, words that are explained."""

from helpsite import content, language, pages
from helpsite.finish import constants, links
from selectolax.lexbor import LexborHTMLParser


def test_addresses_lead_to_files_of_the_site():
    assert links.resolve("vormen/x/index.html", "../../hulp/#csg") == ("hulp/index.html", "csg")
    assert links.resolve("vormen/x/index.html", "#wet") == ("vormen/x/index.html", "wet")
    assert links.resolve("index.html", ".") == ("index.html", "")
    assert links.resolve("hulp/index.html", "..") == ("index.html", "")
    assert links.resolve("404.html", "/assets/a.js") == ("assets/a.js", "")
    assert links.resolve("index.html", "https://elders.example/") is None
    assert links.resolve("index.html", "tel:112") is None


def test_names_that_nothing_asks_for_are_dropped():
    assert constants.drop_unused_properties(":root{--a:1;--b:var(--c);--c:2}p{top:var(--a)}") == ":root{--a:1}p{top:var(--a)}"


def test_a_word_is_explained_once_and_never_inside_a_link_or_heading():
    terms = [{"term": "melding", "forms": ["meldingen"], "sentence": "Zin met \"teken\"."}]
    tree = LexborHTMLParser("<h2>Melding</h2><p><a href=x>melding</a> en meldingen en melding</p>")
    language.explain(tree.body, terms, "../begrippen/")
    assert tree.css_first("p").html == (
        '<p><a href="x">melding</a> en <a class="app-term" href="../begrippen/#melding" '
        'title="Zin met &quot;teken&quot;.">meldingen</a> en melding</p>'
    )


def test_a_list_item_with_a_box_gets_a_box_for_a_pen():
    record = pages.PageRecord("x.md", "x/", "X", "", "2026-11-22", (), {}, "")
    assert '<li class="app-check">Doe dit</li>' in content.improve("<h1>X</h1><ul><li>[ ] Doe dit</li></ul>", record, [])


def test_a_property_with_one_value_is_written_out_and_one_that_changes_stays() -> None:
    css = ":root{--a:1rem;--b:red}p{top:calc(var(--a)*2);color:var(--b)}@media print{:root{--b:#000}}"
    filled = constants.fill_in_constants(css)
    assert "top:calc(1rem*2)" in filled
    assert "color:var(--b)" in filled

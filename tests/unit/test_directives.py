"""What an editor writes becomes what Markdown knows, and Markdown's tree becomes what a reader gets."""

import directives
import pytest
from errors import SiteError
from front_matter import PageInfo
from glossary import Glossary
from markdown import Markdown
from page_tree import PageTree
from strings import Strings

CHECKED = {"sources": ["a"], "checked": "2026-11-22", "checked_how": "stored-copy"}
DATA = {
    "contacts": {
        "hulp": CHECKED | {"name": "Hulp", "phone": {"shown": "0800 1", "dial": "08001"}, "web": "https://h.example"},
        "chat": CHECKED | {"name": "Chat", "web": "https://chat.example", "checked_how": "live"},
    },
    "sources": {"a": {"title": "T [1]", "publisher": "P*Q", "url": "https://a.example", "seen": "2026-11-22"}},
    "law": {"klacht": {"text": "Zo zit het.", "sources": ["a"]}},
    "figures": {},
    "terms": [],
}  # fmt: skip
TERMS = [{"term": "melding", "forms": ["meldingen"], "sentence": "Zin."}]
STRINGS = Strings("nl")


def expand(body: str, sources: tuple[str, ...] = ()) -> str:
    page = PageInfo("vormen/x.md", "vormen/x.md", "nl", "vormen/x/", "X", {}, f"# X\n\n{body}", 6, sources)
    extra = {"special_pages": {"help": "hulp.md"}, "host": "own", "publisher": {}}
    return directives.expand(
        directives.Context(page, {page.key: page}, DATA, STRINGS, extra, lambda partial, **_: f"[{partial}](x)")
    )


def render(markdown: str) -> str:
    tree = PageTree()
    page = PageInfo("x.md", "x.md", "nl", "x/", "X", {}, markdown, 1)
    tree.turn_to(page, Glossary(TERMS, "begrippen.md"), STRINGS)
    return Markdown(extensions=["admonition", "attr_list", "md_in_html", "tables", "footnotes", "toc", tree]).convert(
        markdown
    )


def test_a_key_becomes_the_number_as_one_piece():
    assert "[0800\u00a01](tel:08001){: .app-tel }" in expand("Bel [[hulp]].")


def test_a_card_is_linked_from_the_folder_of_the_page():
    assert "[Hulp](../hulp.md#hulp)" in expand("[[hulp kaart]]")


def test_a_fact_of_law_brings_its_sources():
    assert "Zo zit het.[^a]" in expand("[[klacht wet]]")


def test_a_note_says_who_wrote_it_and_when_it_was_read():
    assert r"[^a]: P\*Q, [T \[1\]](https://a.example). *Bekeken op 22 november 2026.*" in expand("Feit.[^a]", ("a",))


def test_cards_say_with_what_they_were_compared_and_text_below_a_marker_stays_text():
    text = expand("<!-- contacts: hulp -->\nDaarna.")
    assert "kopie van de bron, op 22 november 2026.\n{: .app-cards-checked }\n\n\nDaarna." in text
    assert "vergeleken met de eigen pagina" in expand("<!-- contacts: chat -->")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("Bel [[chat]].", "chat has no phone"),
        ("[[hulp fax]]", r"\[\[hulp fax\]\] is not known"),
        ("[[geen wet]]", "has no fact 'geen'"),
        ("<!-- onbekend -->", "<!-- onbekend --> is not known"),
        ("<!-- contacts -->", "<!-- contacts --> is half a marker"),
        ("<!-- pages: hulp -->", "<!-- pages: hulp --> is half a marker"),
        ("<!--contacts: hulp-->", "<!--contacts: hulp-->, which is no marker"),
        ("Bel [[Hulp]] nu.", r"\[\[Hulp\]\] nu., which is no key"),
        ("Bel +31 (0)20 1234567.", r"the number \+31 \(0\)20 1234567 stands"),
        ("Bel 020/1234567.", "the number 020/1234567 stands"),
    ],
)
def test_wrong_markup_stops_with_the_name_of_the_page(body: str, message: str):
    with pytest.raises(SiteError, match=f"docs/vormen/x.md: .*{message}"):
        expand(body)


FIGURES = [
    "Sinds 1 juli 2024.",
    "14 van de 100, in 2017-2018.",
    "12 tot 25 jaar",
    "100.000 per dag",
    "artikel 254ba",
    "2024R006",
    "Bel 112 of 113.",
    "op 1-1-2024",
    "0 tot 9, 10 euro",
    "ECLI:NL:HR:2023:13",
]


@pytest.mark.parametrize("words", FIGURES)
def test_years_and_figures_are_no_telephone_numbers(words: str):
    assert words in expand(words)


def test_a_section_folds_up_to_the_next_heading_of_its_level():
    html = render("# X\n\n## Later {: #later .vouw }\n\nA\n\n### Dieper\n\nB\n\n## Nu\n\nC").replace("\n", "")
    fold = '<summary><h2 id="later">Later</h2></summary><p>A</p><h3 id="dieper">Dieper</h3><p>B</p></details>'
    assert '<details class="app-fold" data-app-fold="" open="open">' in html
    assert fold in html and html.endswith('<h2 id="nu">Nu</h2><p>C</p>')


def test_a_word_is_explained_once_and_never_inside_a_link_or_heading():
    html = render("# X\n\n## Melding\n\n[melding](x.md) en **meldingen** en melding")
    assert html.count("app-term") == 1
    assert '<strong><a class="app-term" href="begrippen.md#melding">meldingen</a></strong> en melding' in html


def test_a_notice_is_a_group_that_its_title_names():
    html = render('# X\n\n!!! nu "Doe dit"\n    Tekst')
    assert 'aria-labelledby="kader-1"' in html and 'role="group"' in html and 'id="kader-1">Doe dit' in html


def test_a_table_keeps_its_labels_in_every_cell_and_has_headers_for_rows():
    html = render("# X\n\n| Wel | Liever niet |\n| --- | --- |\n| a | b |")
    assert '<th data-label="Wel" scope="row">a</th>' in html and '<td data-label="Liever niet">b</td>' in html


def test_a_list_item_with_a_box_gets_a_box_for_a_pen():
    assert '<li class="app-check">Doe dit</li>' in render("# X\n\n- [ ] Doe dit")


def test_a_source_has_one_way_back_with_words():
    html = render("# X\n\nEen.[^a] Twee.[^a]\n\n[^a]: Bron.")
    assert html.count("footnote-backref") == 1 and ">Terug naar de tekst</a>" in html


def test_sections_beside_each_other_keep_their_own_fold():
    html = render("# X\n\n## A {: .vouw }\n\n1\n\n## B {: .vouw }\n\n2")
    assert html.count("</details>") == 2 and html.index("</details>") < html.index('id="b"')

"""What an editor writes becomes what Markdown knows, or stops with the page's name."""

import pytest
from helpsite import markup, pages
from helpsite.errors import SiteError

KNOWN = {
    "contacts": {
        "hulp": {"name": "Hulp", "phone": {"shown": "0800 1", "dial": "08001"}, "web": "https://hulp.example", "sources": ["a"], "checked": "2026-11-22"},
        "chat": {"name": "Chat", "web": "https://chat.example", "sources": ["a"], "checked": "2026-11-22"},
    },
    "sources": {"a": {"title": "T [1]", "publisher": "P", "year": None, "url": "https://a.example", "seen": "2026-11-22"}},
    "figures": {},
    "terms": [],
}
FRONT = "---\ndescription: Een beschrijving die precies lang genoeg is voor de toets hier.\naliases: [x]\nchecked: 2026-11-22\n---\n"


def expand(body: str, path: str = "vormen/x.md") -> str:
    record = pages.read(path, "vormen/x/", f"{FRONT}# Titel\n\n{body}", KNOWN)
    return markup.expand(record, KNOWN, [record], lambda partial, **values: f"[{partial}]")


def test_a_key_becomes_the_number_as_a_link():
    assert '<a class="app-tel" href="tel:08001">0800 1</a>' in expand("Bel [[hulp]].")


def test_a_card_is_linked_from_the_folder_of_the_page():
    assert "[Hulp](../hulp.md#hulp)" in expand("[[hulp kaart]]")


def test_a_footnote_gets_its_source_with_the_day_it_was_read():
    assert r'[^a]: P, [T \[1\]](https://a.example). <span class="app-seen">Bekeken op 22 november 2026.</span>' in expand("Feit.[^a]")


def test_cards_bring_their_sources_with_them():
    assert "[contact-cards.html]\n\nGegevens gecontroleerd op 22 november 2026.[^a]" in expand("<!-- contacts: hulp -->")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("Bel [[wie]].", "has no contact 'wie'"),
        ("Bel [[chat]].", "chat has no phone"),
        ("[[hulp fax]]", r"\[\[hulp fax\]\] is not known"),
        ("<!-- contacts: wie -->", "has no contact 'wie'"),
        ("<!-- figure: wat -->", "has no figure 'wat'"),
        ("<!-- onbekend -->", "<!-- onbekend --> is not known"),
        ("<!-- contacts -->", "<!-- contacts --> is half a marker"),
        ("<!-- pages: hulp -->", "<!-- pages: hulp --> is half a marker"),
        ("<!--contacts: hulp-->", "<!--contacts: hulp--> is no marker"),
        ("  <!-- Contacts: hulp -->", "<!-- Contacts: hulp --> is no marker"),
        ("Bel [[Hulp]] nu.", r"\[\[Hulp\]\] is no key"),
        ("Bel 0800 2000.", "the number 0800 2000 stands in the page"),
        ("Bel 020-2615275.", "the number 020-2615275 stands in the page"),
        ("Bel +31 20 261 52 75.", r"the number \+31 20 261 52 75 stands"),
        ("Zie https://x.example/y nu.", "the address https://x.example/y stands in the page"),
    ],
)
def test_wrong_markup_stops_with_the_name_of_the_page(body, message):
    with pytest.raises(SiteError, match=f"docs/vormen/x.md.*{message}|docs/vormen/x.md: .*{message}"):
        expand(body)


@pytest.mark.parametrize("words", ["Sinds 1 juli 2024.", "Bij 14 van de 100, in 2017-2018.", "12 tot 25 jaar", "100.000 per dag"])
def test_years_and_figures_are_no_telephone_numbers(words):
    assert words in expand(words)

"""How links are prepared for paper, and what the foot of every sheet says."""

import pytest
from helpsite.finish import icons, paper
from selectolax.lexbor import LexborHTMLParser


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("https://www.politie.nl/", "politie.nl"),
        ("https://voorbeeld.example/hulp/#csg", "voorbeeld.example/hulp/"),
        ("https://a.example/x?y=1", "a.example/x?y=1"),
    ],
)
def test_addresses_are_printed_as_people_write_them(long, short):
    assert paper.short(long) == short


def test_a_link_prints_its_address_the_first_time_only_and_a_source_always():
    tree = LexborHTMLParser(
        '<article><a href="../hulp/">a</a><a href="../hulp/#x">b</a><a href="#c">c</a><a href="tel:112">d</a>'
        '<a class="app-term" href="../begrippen/#e">e</a><div class="footnote"><a href="https://voorbeeld.example/hulp/">f</a></div></article>'
    )
    paper.mark(tree, "https://voorbeeld.example/signalen/")
    assert [link.text() for link in tree.css(f"[{paper.ATTRIBUTE}]")] == ["a", "f"]


def test_a_quote_in_a_name_cannot_end_the_text_at_the_foot():
    contacts = {
        "112": {"phone": {"shown": "112"}},
        "veilig-thuis": {"name": 'Veilig "Thuis"', "phone": {"shown": "0800 2000"}, "price": "gratis"},
    }
    assert paper.numbers(contacts) == (
        ':root{--app-printed-numbers:"Direct gevaar? Bel 112. Advies of melden? Bel Veilig \\"Thuis\\" 0800 2000, gratis."}'
    )


def test_an_icon_of_old_is_a_directory_of_one_picture():
    assert (
        icons.ico(b"PNG", 32)
        == bytes.fromhex("000001000100") + bytes.fromhex("20200000010020000300000016000000") + b"PNG"
    )

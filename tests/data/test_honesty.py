"""The site never claims more than was done: how facts were checked follows from the data."""

from pathlib import Path

import pytest
from helpsite import facts, honesty
from selectolax.lexbor import LexborHTMLParser


def known(contacts: int, live: int, sources: int = 2, read_live: int = 0) -> dict:
    return {
        "contacts": {f"c{n}": {"name": f"Hulp {n}", "checked_how": "live" if n < live else "stored-copy"} for n in range(contacts)},
        "sources": {f"s{n}": {"seen_how": "live"} if n < read_live else {} for n in range(sources)},
    }


@pytest.mark.parametrize(
    ("data", "said", "not_said"),
    [
        (known(3, 0), ["Niet één is nog vergeleken", "Geen enkele bron"], ["toen online"]),
        (known(3, 2), ["Van 2 van de 3 organisaties", ": Hulp 0, Hulp 1.", "Bij de andere 1"], ["alle 3", "Hulp 2"]),
        (known(3, 3), ["alle 3 organisaties"], ["nummers, prijzen"]),
        (known(3, 3, 4, 1), ["er 1 online en 3 als bewaarde kopie"], ["Alle bronnen"]),
        (known(3, 3, 4, 4), ["Alle bronnen lazen we zoals ze toen online stonden"], ["kopie"]),
    ],
)
def test_the_words_say_what_the_data_say(data: dict, said: list, not_said: list):
    text = honesty.how_checked(data)
    assert [words for words in said if words not in text] == []
    assert [words for words in not_said if words in text] == []


def test_the_page_about_this_site_says_it_of_the_data_as_they_are(site: Path):
    page = LexborHTMLParser((site / "over-deze-site/index.html").read_text(encoding="utf-8"))
    wanted = honesty.how_checked(facts.load_all(Path("docs/_data"))).split(". ")
    text = " ".join(page.css_first("main").text().split())
    assert [sentence for sentence in wanted if sentence not in text] == []

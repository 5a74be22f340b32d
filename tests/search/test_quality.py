"""How good the search is, typed into the real box, against lists of which some are blind (data/README.md)."""

import pytest
from quality import asking, danger, read, score

BARS = {"known": (80, 94), "questions": (85, 95), "stranger": (85, 97)}  # of 100: right page first, in the first three


DANGER = ("danger-tuning", "danger-blind", "danger-stranger")  # the second as a number only


@pytest.fixture(scope="module")
def asks(browser, server):
    page = browser.new_page()
    yield lambda language: asking(page, server + language)
    page.close()


@pytest.mark.parametrize(("name", "language"), [*[(name, "") for name in BARS], ("english", "en/")])
def test_the_page_that_helps_stands_first_or_near_it_and_opens_at_its_section(asks, name, language):
    got = score(name, asks(language))
    first, three = BARS.get(name, (85, 95))
    assert got.first >= first
    assert got.three >= three
    assert got.section >= 70


@pytest.mark.parametrize(("name", "language"), [*[(name, "") for name in DANGER], ("danger-stranger.en", "en/")])
def test_who_wants_to_die_or_is_in_danger_sees_the_number(asks, name, language):
    got = danger(name, asks(language))
    assert got["113"][0] >= 90
    assert got["112"][0] >= 90
    assert got["-"][0] >= 95


def test_every_query_has_a_page_that_is_there(site):
    concepts = dict(read("concepts"))
    assert [query for name in ("known", "stranger") for query, concept in read(name) if concept not in concepts] == []
    assert [
        url
        for urls in concepts.values()
        for url in urls.split()
        if not (site / url.partition("#")[0] / "index.html").exists()
    ] == []


@pytest.mark.parametrize(
    "query",
    [
        *[sign * 200 for sign in ("a", "ab", "naaktfoto", "🙂", "é", "1", "a ", "ik wil dood ")],
        "https://voorbeeld.example/foto?x=" + "q7Zk3vLp9" * 20,
        " ".join(f"onbekendwoort{number}" for number in range(14)),
    ],
)
def test_no_text_stands_still(browser, server, query):
    page = browser.new_page()
    ask = asking(page, server)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    letter = min(ask("mijn ex dreigt mijn foto te sturen"[:end])[2] for end in range(26, 33))
    took = min(ask(query[: 200 - step])[2] for step in range(5))
    page.close()
    assert took <= 50
    assert letter <= 30

"""How good the search is, typed into the real box, against lists of which some are blind (data/README.md)."""

import pytest
from quality import asking, danger, read, score

BARS = {"known": (80, 94), "questions": (85, 95), "stranger": (86, 97)}  # of 100: right page first, in the first three


@pytest.fixture(scope="module")
def ask(browser, server):
    page = browser.new_page()
    yield asking(page, server)
    page.close()


@pytest.mark.parametrize("name", BARS)
def test_the_page_that_helps_stands_first_or_near_it_and_opens_at_its_section(ask, name):
    got = score(name, ask)
    assert (got.first, 0) >= (BARS[name][0], 0)
    assert got.three >= BARS[name][1]
    assert got.section >= 70


@pytest.mark.parametrize(("name", "least", "alike"), [("danger-tuning", 95, 95), ("danger-blind", 90, 95)])
def test_who_wants_to_die_or_is_in_danger_sees_the_number(ask, name, least, alike):
    got = danger(name, ask)
    assert got["113"][0] >= least
    assert got["112"][0] >= least
    assert got["-"][0] >= alike


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

"""What check-facts says of facts and pages that do not agree: each case once, through the whole round."""

import pytest
from actors import FILLER, Stage, contact, hung_up, page, sources, status

from tools.check_facts import judge, reading, report, visit
from tools.check_facts.judge import Report
from tools.check_facts.polite import Guest, Manners

QUICK = Manners(pause=0, connect=20, silence=20, whole=20, longest_pause=0)


def go(stage: Stage, **changes: object) -> Report:
    return visit.go({"hulplijn": contact(stage, **changes)}, sources(stage), Guest(QUICK))


def kinds(found: Report) -> list[tuple[str, str]]:
    return [(finding.kind, finding.level.name) for finding in report.ordered(found)]


def test_a_page_that_says_what_we_say_gives_no_finding(stage: Stage):
    stage.plays |= {"/": page(f"Bel gratis 0800-2000, 24/7. {FILLER}"), "/bron": page(FILLER)}
    found = go(stage)
    assert (kinds(found), found.own_page) == ([], {"hulplijn": stage.url("/")})
    assert found.level == 0


def test_a_number_that_is_nowhere_any_more_is_wrong(stage: Stage):
    stage.plays |= {"/": page(f"Bel 0800 3000. {FILLER}"), "/bron": page(FILLER)}
    assert kinds(go(stage)) == [("number", "WRONG")]


def test_a_number_that_only_another_site_still_shows_must_be_looked_at(stage: Stage):
    stage.plays |= {"/": page(f"Bel 0800 3000. {FILLER}"), "/bron": page(f"Bel 0800 2000. {FILLER}")}
    assert kinds(go(stage)) == [("number", "LOOK")]


def test_a_number_on_the_contact_page_is_found(stage: Stage):
    stage.plays |= {
        "/": page(f'<a href="/contact/">Zo bereik je ons</a> {FILLER}'),
        "/contact/": page(f'<a href="tel:+318002000">Bel ons</a> gratis, dag en nacht {FILLER}'),
        "/bron": page(FILLER),
    }
    found = go(stage)
    assert (kinds(found), found.own_page) == ([], {"hulplijn": stage.url("/contact/")})


def test_a_page_that_only_scripts_fill_says_nothing_about_a_number(stage: Stage):
    stage.plays |= {"/": page("<div id=app></div><script>0</script>"), "/bron": page(FILLER)}
    assert kinds(go(stage)) == [("number", "UNSURE")]


def test_a_number_is_not_called_gone_where_its_page_did_not_answer(stage: Stage):
    stage.plays |= {"/": hung_up, "/bron": page(FILLER)}
    assert kinds(go(stage)) == [("unreachable", "LOOK")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bel 0800 2000 (€ 0,20 per minuut), dag en nacht.", "price"),
        ("Bel 0800 2000, gratis, op werkdagen van 09:00 tot 17:00 uur.", "hours"),
    ],
)
def test_another_price_or_other_hours_around_the_number_must_be_looked_at(stage: Stage, text: str, kind: str):
    stage.plays |= {"/": page(f"{text} {FILLER}"), "/bron": page(FILLER)}
    assert kinds(go(stage)) == [(kind, "LOOK")]


def test_a_clock_time_that_changed_is_named_with_both_sides(stage: Stage):
    stage.plays |= {"/": page(f"Bel 0800 2000 van 8:00 tot 22.00 uur. {FILLER}"), "/bron": page(FILLER)}
    [finding] = go(stage, hours="van 7.00 tot 22.00 uur").findings
    assert finding.message == "our card says 7.00, there it says 22.00, 8.00."


def test_prices_and_hours_far_from_the_number_do_not_count(stage: Stage):
    stage.plays |= {"/": page(f"Bel gratis 0800 2000, dag en nacht. {FILLER * 2} Doneer € 5 voor 17:00."), "/bron": page(FILLER)}
    assert kinds(go(stage)) == []


def test_what_stands_around_a_number_is_compared_with_an_earlier_round(stage: Stage):
    facts = {"price": "staat op hun site", "hours": "staan op hun site"}
    stage.plays |= {"/": page(f"Bel 0800 2000 van 9.00 tot 17.00 uur. {FILLER}"), "/bron": page(FILLER)}
    before = report.from_json(report.to_json(go(stage, **facts)))
    stage.plays["/"] = page(f"Bel 0800 2000 van 9.00 tot 21.00 uur. {FILLER}")
    now = go(stage, **facts)
    [finding] = judge.since(before.around, now)
    assert finding.message == "hours around the number: was 17.00, 9.00, is 21.00, 9.00."
    assert judge.since(now.around, now) == []


def test_a_website_of_an_organisation_that_is_gone_is_worse_than_a_source(stage: Stage):
    assert kinds(go(stage)) == [("gone", "WRONG"), ("gone", "LOOK")]


@pytest.mark.parametrize(
    ("code", "to", "expected"),
    [
        (301, "/nieuw", [("moved", "LOOK")]),
        (302, "/nieuw", []),  # a language or a session
        (301, "/bron/", []),  # only a slash
        (302, "/", [("moved", "LOOK")]),  # sent to the front door: the page itself is gone
        (302, "elsewhere", [("moved", "UNSURE")]),  # a wall for consent, perhaps
    ],
)
def test_a_move_is_told_from_a_detour(stage: Stage, code: int, to: str, expected: list):
    elsewhere = stage.url("/muur", "127.0.0.1")
    stage.plays |= dict.fromkeys(("/", "/nieuw", "/bron/", "/muur"), page(FILLER))
    stage.plays["/bron"] = status(code, Location=elsewhere if to == "elsewhere" else to)
    assert kinds(visit.go({}, sources(stage), Guest(QUICK))) == expected


def test_an_address_is_asked_for_once_however_many_use_it(stage: Stage):
    stage.plays["/"] = page(f"Bel gratis 0800 2000, dag en nacht. {FILLER}")
    both = {"een": contact(stage), "twee": contact(stage)}
    found = visit.go(both, sources(stage, "/", "127.0.0.1"), Guest(QUICK))
    assert (stage.asked_for().count("/"), found.addresses) == (1, 1)


@pytest.mark.parametrize("text", ["0800 2000", "0800-2000", "0800 20 00", "+31 800 2000", "+31 (0)800-2000", "00318002000"])
def test_a_number_is_found_however_it_is_written(text: str):
    assert reading.around(f"Bel {text} nu", "08002000")


@pytest.mark.parametrize("text", ["0800 20001", "10800 2000", "€ 1.112", "800 2000"])
def test_a_number_is_not_found_inside_another(text: str):
    assert [dial for dial in ("08002000", "112") if reading.around(f"Bel {text} nu", dial)] == []

"""How check-facts asks: a server on this machine plays what the web may do."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from threading import Barrier, BrokenBarrierError

import pytest
from actors import Stage, broken_off, first, hung_up, nonsense, page, playing, silent, status, trickle

from tools.check_facts.answer import Answer
from tools.check_facts.polite import Guest, Manners
from tools.check_facts.visit import ask_all, quiet

# No pause between two requests, and patience with a busy machine.
QUICK = Manners(pause=0, connect=20, silence=20, whole=20, longest_pause=1)
IMPATIENT = replace(QUICK, silence=0.5, whole=1)


def ask(stage: Stage, path: str, manners: Manners = QUICK) -> Answer:
    return Guest(manners).ask(stage.url(path))


def test_a_page_is_read(stage: Stage):
    stage.plays["/"] = page("<p>Bel 0800 2000.</p>")
    assert ask(stage, "/").html == "<p>Bel 0800 2000.</p>"


@pytest.mark.parametrize("code", [404, 410])
def test_a_page_that_is_not_there_is_gone(stage: Stage, code: int):
    stage.plays["/weg"] = status(code)
    assert ask(stage, "/weg").outcome == "gone"
    assert stage.asked_for().count("/weg") == 1  # a clear answer is not asked for twice


def test_a_redirect_is_followed_and_remembered(stage: Stage):
    stage.plays |= {"/oud": status(301, Location="/nieuw"), "/nieuw": page("hier")}
    answer = ask(stage, "/oud")
    assert (answer.outcome, answer.final, answer.forever, answer.html) == ("ok", stage.url("/nieuw"), True, "hier")


def test_one_redirect_for_now_makes_the_way_not_permanent(stage: Stage):
    stage.plays |= {"/a": status(308, Location="/b"), "/b": status(302, Location="/c"), "/c": page("hier")}
    assert ask(stage, "/a").forever is False


def test_redirects_in_a_circle_end(stage: Stage):
    stage.plays |= {"/a": status(302, Location="/b"), "/b": status(302, Location="/a")}
    assert "circle" in ask(stage, "/a").detail


def test_redirects_without_end_end(stage: Stage):
    stage.plays |= {f"/{n}": status(302, Location=f"/{n + 1}") for n in range(40)}
    assert "circle" in ask(stage, "/0").detail
    assert len(stage.visits) < 15


def test_a_redirect_to_something_that_is_no_web_address_is_not_followed(stage: Stage):
    stage.plays["/app"] = status(302, Location="whatsapp://send")
    assert "no web address" in ask(stage, "/app").detail


@pytest.mark.parametrize(
    ("play", "words"),
    [
        (broken_off, "broke off"),
        (hung_up, "broke off"),
        (nonsense, "broke off"),
        (status(500), "out of order"),
        (status(503), "out of order"),
        (status(204), "says nothing"),
        (page("geen gzip " * 9, Content_Encoding="gzip"), "can't read"),
    ],
    ids=["broken off", "hung up", "nonsense", "500", "503", "204", "not gzip"],
)
def test_trouble_is_said_in_plain_words(stage: Stage, play, words: str):
    stage.plays["/"] = play
    answer = ask(stage, "/")
    assert answer.outcome == "unreachable"
    assert words in answer.detail


@pytest.mark.parametrize(("play", "words"), [(silent(5), "stopped answering"), (trickle, "longer than 1 seconds")], ids=["silent", "trickle"])
def test_whoever_takes_too_long_is_left(stage: Stage, play, words: str):
    stage.plays |= {"/robots.txt": page("", "text/plain"), "/": play}
    guest = Guest(QUICK)
    assert guest.ask(stage.url("/robots.txt")).outcome == "ok"  # robots.txt is known now, so that only the page has to hurry
    guest.manners = IMPATIENT
    answer = guest.ask(stage.url("/"))
    assert answer.outcome == "unreachable"
    assert words in answer.detail


def test_a_closed_port_and_an_unknown_name_are_told_apart():
    with playing() as gone:
        closed = gone.url("/")
    assert "refuses connections" in Guest(QUICK).ask(closed).detail
    assert "name is not known" in Guest(QUICK).ask("http://bestaat-niet.invalid/").detail


def test_trouble_that_passes_is_tried_once_more(stage: Stage):
    stage.plays["/"] = first(status(503, Retry_After="1"), page("weer terug"))
    assert ask(stage, "/").html == "weer terug"
    first_time, second_time = [start for path, start, _ in stage.visits if path == "/"]
    assert second_time - first_time >= 1  # as long as the server asked


@pytest.mark.parametrize("code", [401, 403, 451])
def test_a_door_that_is_closed_to_robots_is_refused_and_not_gone(stage: Stage, code: int):
    stage.plays["/"] = status(code)
    assert ask(stage, "/").outcome == "refused"


def test_robots_txt_is_obeyed(stage: Stage):
    stage.plays |= {"/robots.txt": page("User-agent: *\nDisallow: /*/geheim", "text/plain"), "/a/geheim": page("x"), "/a/open": page("x")}
    assert ask(stage, "/a/geheim").outcome == "refused"
    assert "/a/geheim" not in stage.asked_for()
    assert ask(stage, "/a/open").outcome == "ok"


def test_robots_txt_is_obeyed_behind_a_redirect_too(stage: Stage):
    stage.plays |= {
        "/robots.txt": page("User-agent: osi-check-facts\nDisallow: /dicht", "text/plain"),
        "/open": status(302, Location="/dicht"),
        "/dicht": page("x"),
    }
    assert ask(stage, "/open").outcome == "refused"
    assert "/dicht" not in stage.asked_for()


def test_a_robots_txt_that_is_out_of_order_keeps_us_away(stage: Stage):
    stage.plays |= {"/robots.txt": status(500), "/": page("x")}
    assert "stay away" in ask(stage, "/").detail
    assert "/" not in stage.asked_for()


def test_one_request_a_host_at_a_time_with_the_pause_it_asks_for(stage: Stage):
    stage.plays |= {f"/{n}": page("x") for n in range(3)}
    stage.plays["/robots.txt"] = page("User-agent: *\nCrawl-delay: 0.3", "text/plain")
    urls = [stage.url(f"/{n}") for n in range(3)]
    ask_all(urls, Guest(QUICK), quiet)
    starts = [start for path, start, _ in stage.visits if path != "/robots.txt"]
    assert len(starts) == 3
    assert [gap for gap in (later - earlier for earlier, later in pairwise(starts)) if gap < 0.3] == []


def test_a_host_never_gets_two_requests_at_once_whoever_sends_us_there(stage: Stage):
    inside: list[int] = []
    most: list[int] = []

    def count(handler: BaseHTTPRequestHandler) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.1)
        inside.pop()
        page("x")(handler)

    stage.plays |= {f"/{n}": count for n in range(4)}
    guest = Guest(QUICK)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(guest.ask, [stage.url(f"/{n}") for n in range(4)]))
    assert most == [1, 1, 1, 1]


def test_two_hosts_do_not_wait_for_each_other(stage: Stage):
    met: list[bool] = []
    both = Barrier(2)

    def meet(handler: BaseHTTPRequestHandler) -> None:
        try:
            both.wait(timeout=10)
            met.append(True)
        except BrokenBarrierError:
            met.append(False)
        page("x")(handler)

    stage.plays |= {"/een": meet, "/twee": meet}
    ask_all([stage.url("/een"), stage.url("/twee", "localhost")], Guest(QUICK), quiet)
    assert met == [True, True]  # each was there while the other was


def test_the_guest_says_its_name_and_where_to_read_about_it(stage: Stage):
    stage.plays["/"] = page("x")
    Guest(QUICK, "https://voorbeeld.example/over-deze-site/").ask(stage.url("/"))
    assert {agent for _, _, agent in stage.visits} == {"osi-check-facts/1.0 (+https://voorbeeld.example/over-deze-site/)"}


def test_a_pdf_only_has_to_be_there(stage: Stage):
    stage.plays["/rapport.pdf"] = page("%PDF" + "x" * 100_000, "application/pdf")
    answer = ask(stage, "/rapport.pdf")
    assert (answer.outcome, answer.html) == ("ok", "")

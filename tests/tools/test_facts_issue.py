"""The one issue that tells what to look at: opened once, kept up to date, closed when nothing is left."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler

import pytest
from actors import playing

from tools.check_age import Dated
from tools.check_facts.judge import Finding, Level, Report
from tools.check_facts.reading import Around
from tools.facts_issue import TITLE, Forge, state_of, tell

TODAY = date(2027, 3, 1)
GONE = Finding(Level.WRONG, "number", "contact csg", "https://csg.example/", "no longer shows 0800 0188.")
UNSURE = Finding(Level.UNSURE, "refused", "source nu14", "https://nu.example/", "it answers 403: not for robots.")
LATE = Dated("contact csg", "2026-11-22", 90)


class FakeForge(Forge):
    """GitHub's API, played on this machine."""

    def __init__(self, port: int) -> None:
        super().__init__(f"http://127.0.0.1:{port}", "wij/site", "geheim")
        self.issues: list[dict] = []
        self.comments: list[str] = []
        self.tokens: set[str] = set()

    def play(self, handler: BaseHTTPRequestHandler) -> None:
        self.tokens.add(handler.headers["Authorization"])
        sent = json.loads(handler.rfile.read(int(handler.headers.get("Content-Length") or 0)) or "{}")
        path = handler.path.partition("?")[0].removeprefix("/repos/wij/site/issues")
        if handler.command == "GET":
            answer = self.issues if "page=1" in handler.path.split("&") else []
        elif path.endswith("/comments"):
            self.comments.append(sent["body"])
            answer = {}
        elif handler.command == "POST":
            answer = {"number": len(self.issues) + 1, "state": "open", "user": {"type": "Bot"}} | sent
            self.issues.append(answer)
        else:
            [answer] = [issue for issue in self.issues if f"/{issue['number']}" == path]
            answer |= sent
        content = json.dumps(answer).encode()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)


@pytest.fixture
def forge() -> Iterator[FakeForge]:
    with playing() as stage:
        fake = FakeForge(stage.port)
        stage.any = fake.play
        yield fake


def found(*findings: Finding, hours: tuple = ("9.00",)) -> Report:
    return Report(list(findings), {"csg": Around((), hours, "Bel ```ons``` @iemand")}, {"csg": "https://csg.example/"}, 3)


def test_something_to_look_at_opens_an_issue(forge: FakeForge):
    tell(forge, found(GONE), [LATE], TODAY)
    [issue] = forge.issues
    assert (issue["title"], issue["state"]) == (TITLE, "open")
    assert [words for words in (GONE.message, LATE.what, "2027-03-01") if words not in issue["body"]] == []
    assert forge.tokens == {"Bearer geheim"}


def test_the_same_again_opens_no_second_issue_and_says_nothing_new(forge: FakeForge):
    tell(forge, found(GONE), [], TODAY)
    tell(forge, found(GONE), [], TODAY)
    assert (len(forge.issues), forge.comments) == (1, [])


def test_what_is_new_and_what_is_done_stand_in_a_comment(forge: FakeForge):
    tell(forge, found(GONE), [], TODAY)
    tell(forge, found(), [LATE], TODAY)
    [comment] = forge.comments
    new, done = comment.split("No longer there:")
    assert "too old: contact csg" in new
    assert GONE.message in done


def test_the_issue_closes_when_nothing_is_left_and_opens_again_later(forge: FakeForge):
    states = []
    for findings in ([GONE], [], [GONE]):
        tell(forge, found(*findings), [], TODAY)
        states.append(forge.issues[0]["state"])
    assert states == ["open", "closed", "open"]


def test_what_could_not_be_checked_is_told_but_opens_nothing(forge: FakeForge):
    tell(forge, found(UNSURE), [], TODAY)
    assert forge.issues[0]["state"] == "closed"
    assert UNSURE.message in forge.issues[0]["body"]


def test_hours_that_changed_since_the_last_round_are_found(forge: FakeForge):
    tell(forge, found(hours=("9.00",)), [], TODAY)
    tell(forge, found(hours=("10.00",)), [], TODAY)
    assert "was 9.00, is 10.00" in forge.comments[0]


def test_a_site_that_was_away_for_one_round_is_compared_with_the_round_before(forge: FakeForge):
    tell(forge, found(hours=("9.00",)), [], TODAY)
    tell(forge, Report(addresses=3), [], TODAY)
    tell(forge, found(hours=("10.00",)), [], TODAY)
    assert "was 9.00, is 10.00" in forge.comments[0]


def test_an_issue_of_a_stranger_with_the_same_title_is_left_alone(forge: FakeForge):
    stranger = {"number": 1, "title": TITLE, "body": "x", "state": "open", "user": {"type": "User"}, "author_association": "NONE"}
    forge.issues.append(dict(stranger))
    tell(forge, found(GONE), [], TODAY)
    assert (forge.issues[0], len(forge.issues)) == (stranger, 2)


def test_words_of_other_sites_stay_words(forge: FakeForge):
    evil = Finding(Level.LOOK, "moved", "source x", "https://x.example/", "has moved to https://x.example/```@iedereen")
    tell(forge, found(evil), [], TODAY)
    body = forge.issues[0]["body"]
    assert body.count("```") == 6  # three blocks, opened and closed by us
    assert state_of(body)[0]["csg"].text == "Bel ```ons``` @iemand"


def test_a_body_that_somebody_changed_counts_as_none():
    assert [state_of(body) for body in ("", "weg", "```json\n{}\n```")] == [({}, [])] * 3


def test_a_thousand_findings_still_fit_in_an_issue(forge: FakeForge):
    many = [Finding(Level.UNSURE, "unreachable", f"source s{n}", f"https://s{n}.example/{'x' * 90}", "weg.") for n in range(1000)]
    tell(forge, Report(many, addresses=1001), [], TODAY)
    assert len(forge.issues[0]["body"]) < 65_536


def test_a_machine_without_internet_opens_no_issue(forge: FakeForge):
    silent = Finding(Level.LOOK, "unreachable", "contact csg", "https://csg.example/", "this host's name is not known.")
    with pytest.raises(SystemExit, match="internet connection"):
        tell(forge, Report([silent], addresses=1), [LATE], TODAY)
    assert forge.issues == []


def test_without_a_forge_one_line_says_what_to_do_instead(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    run = subprocess.run([sys.executable, "tools/facts_issue.py"], capture_output=True, check=False, text=True)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "make check-facts" in run.stderr

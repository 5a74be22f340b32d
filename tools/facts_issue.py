"""`make facts-issue`: both checks, and one issue on the forge that tells what somebody has to look at.

There is one such issue, ever. It is open while there is something to do, closed
when there is not, and a comment on it tells what is new since the last round.
Its text also holds what stood around each number, for the next round to compare.
Runs in .github/workflows/facts.yml, which gives it GITHUB_TOKEN and GITHUB_REPOSITORY.
"""

import json
import os
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import requests

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "overrides/hooks")]

from helpsite import facts

from tools import check_age
from tools.check_facts import judge, report, visit
from tools.check_facts.__main__ import about
from tools.check_facts.judge import Level, Report
from tools.check_facts.polite import Guest, Manners
from tools.check_facts.reading import Around

TITLE = "Facts to check"
_OURS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})  # who may have opened the issue, beside a bot
_ROOM = 40_000  # characters for the tables; a forge takes 65,536 in all
_STATE = ("<details><summary>For the next round</summary>\n\n```json\n", "\n```\n</details>")


class Forge:
    """The issues of one repository, through GitHub's REST API (which Forgejo speaks too)."""

    def __init__(self, api: str, repository: str, token: str) -> None:
        self.address = f"{api}/repos/{repository}/issues"
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"})

    def _call(self, method: str, path: str = "", **values: object) -> dict | list:
        answer = self.session.request(method, f"{self.address}{path}", timeout=30, **values)
        answer.raise_for_status()
        return answer.json()

    def find(self) -> dict | None:
        """Return the one issue, open or closed; None where there was none yet."""
        page = 1
        while issues := self._call("GET", params={"state": "all", "per_page": 100, "page": page}):
            for issue in issues:
                by_us = issue["user"]["type"] == "Bot" or issue.get("author_association") in _OURS
                if issue["title"] == TITLE and by_us and "pull_request" not in issue:
                    return issue
            page += 1
        return None

    def open(self, body: str) -> dict:
        return self._call("POST", json={"title": TITLE, "body": body})

    def change(self, number: int, **values: str) -> None:
        self._call("PATCH", f"/{number}", json=values)

    def comment(self, number: int, body: str) -> None:
        self._call("POST", f"/{number}/comments", json={"body": body})


def _block(text: str) -> str:
    """Return text as a block that the forge shows as it is: addresses of others may hold anything."""
    cut = text if len(text) <= _ROOM else f"{text[:_ROOM]}\n… and more: make check-facts"
    return "```text\n" + cut.replace("```", "'''") + "\n```"


def keys(found: Report, late: list[check_age.Dated]) -> list[str]:
    """Return what there is to do, a line each: what a later round calls new or done."""
    worth = [finding for finding in report.ordered(found) if finding.level >= Level.LOOK]
    return [f"{one.kind}: {one.who}: {one.message}" for one in worth] + [f"too old: {one.what} ({one.checked})" for one in late]


def body_of(found: Report, late: list[check_age.Dated], today: date) -> str:
    """Return the text of the issue; `state_of` reads its end back."""
    state = {"around": {key: asdict(near) for key, near in found.around.items()}, "keys": keys(found, late)}
    hidden = json.dumps(state, ensure_ascii=False).replace("`", "\\u0060")
    return "\n\n".join(
        (
            f"Last round: {today.isoformat()}. Made by `make facts-issue`; CONTRIBUTING.md tells what to do.",
            f"## Against the live pages\n\n{_block(report.table(found))}",
            f"## Checked too long ago\n\n{_block(check_age.table(late, today))}",
            hidden.join(_STATE),
        )
    )


def state_of(body: str) -> tuple[dict[str, Around], list[str]]:
    """Return ({contact: what stood around its number}, what there was to do) of the last round; empty where it can't be read."""
    try:
        state = json.loads(body.rpartition(_STATE[0])[2].removesuffix(_STATE[1]))
        around = {key: Around(tuple(near["prices"]), tuple(near["hours"]), near["text"]) for key, near in state["around"].items()}
        return around, list(state["keys"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}, []


def difference(before: list[str], now: list[str]) -> str:
    """Return what is new and what is done since the last round; '' where nothing is new."""
    new = [line for line in now if line not in before]
    done = [line for line in before if line not in now]
    if not new:
        return ""
    return f"New:\n{_block(chr(10).join(new))}" + (f"\nNo longer there:\n{_block(chr(10).join(done))}" if done else "")


def tell(forge: Forge, found: Report, late: list[check_age.Dated], today: date) -> str:
    """Bring the one issue up to date and return, in a line, what was done. Stops, and tells nothing, where nobody answered."""
    if report.nobody_answered(found):
        sys.exit(report.NOBODY)
    issue = forge.find()
    before, told = state_of(issue["body"] or "") if issue else ({}, [])
    found.findings += judge.since(before, found)
    found.around = before | found.around  # who did not answer now is compared with the round before
    now = keys(found, late)
    state = "open" if now else "closed"
    body = body_of(found, late, today)
    if issue is None:
        issue = forge.open(body)
        if not now:
            forge.change(issue["number"], state="closed")
        return f"Issue {issue['number']} made, {state}: {len(now)} to look at."
    forge.change(issue["number"], body=body, state=state)
    if news := difference(told, now):
        forge.comment(issue["number"], news)
    return f"Issue {issue['number']} brought up to date, {state}: {len(now)} to look at."


def main() -> None:
    """Go round, and tell the forge."""
    missing = [name for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY") if not os.environ.get(name)]
    if missing:
        sys.exit(f"{' and '.join(missing)} not set: this is for a workflow of the forge. By hand: make check-facts, make check-age.")
    forge = Forge(os.environ.get("GITHUB_API_URL", "https://api.github.com"), os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"])
    known = facts.load_all(Path("docs/_data"))
    found = visit.go(known["contacts"], known["sources"], Guest(Manners(), about()), visit.aloud)
    today = date.today()
    print(tell(forge, found, check_age.due(check_age.everything(Path("docs")), today), today))


if __name__ == "__main__":
    main()

"""What make check-age calls too old."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tools.check_age import LAW_AND_HELP_PAGES, Dated, due, everything, term_of

DOCS = Path("docs")


def run(*options: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "tools/check_age.py", *options], capture_output=True, check=False, text=True)


@pytest.mark.parametrize(("term", "what"), [(90, "contact"), (180, "page hulp.md"), (365, "source")])
def test_a_term_is_over_on_the_day_after_its_last(term: int, what: str):
    one = Dated(what, "2026-11-22", term)
    last = date(2026, 11, 22) + timedelta(days=term)
    assert due([one], last) == []
    assert due([one], last + timedelta(days=1)) == [one]


def test_the_oldest_comes_first():
    dates = ("2025-06-01", "2024-01-01", "2025-01-01")
    late = due([Dated("source", day, 365) for day in dates], date(2027, 1, 1))
    assert [one.checked for one in late] == sorted(dates)


def test_contacts_law_and_help_and_all_other_have_their_own_term():
    terms = {one.what: one.term for one in everything(DOCS)}
    wanted = {"contact veilig-thuis": 90, "page je-rechten.md": 180, "page vormen/grooming.md": 180, "page privacy.md": 365}
    assert {what: terms.get(what) for what in wanted} == wanted
    assert {term for what, term in terms.items() if what.startswith("source")} == {365}


def test_everything_with_a_date_is_looked_at():
    assert {f"page {path.relative_to(DOCS).as_posix()}" for path in DOCS.rglob("*.md")} <= {one.what for one in everything(DOCS)}


def test_the_pages_of_law_and_help_exist():
    assert [name for name in LAW_AND_HELP_PAGES if not (DOCS / name).exists()] == []
    assert term_of("vormen/index.md") == 180


def test_the_command_lists_what_is_due_and_says_so_by_its_exit_code():
    late = run("--today", "2028-01-01", "--json")
    listed = json.loads(late.stdout)
    assert late.returncode == 1
    assert len(listed) == len(everything(DOCS))
    oldest = min(one.checked for one in everything(DOCS))
    in_time = run("--today", oldest)
    assert (in_time.returncode, in_time.stdout) == (0, "Everything was checked in time.\n")

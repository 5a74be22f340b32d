"""`make check-age`: which facts were checked too long ago, oldest first. Exit code 1 where there are any.

Contacts 90 days, pages of law and help 180, all others 365: a number changes
sooner than a law, and a wrong number does most harm.
"""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "overrides/hooks"))

from helpsite import facts, pages
from helpsite.errors import SiteError

CONTACT, LAW_AND_HELP, OTHER = 90, 180, 365  # days
# What a reader acts on. A name that ends in / is a folder.
LAW_AND_HELP_PAGES = (
    "beelden-verwijderen.md",
    "eerste-stappen.md",
    "herken-je-dit.md",
    "hulp.md",
    "iemand-helpen.md",
    "je-rechten.md",
    "meldcode.md",
    "sporen-wissen.md",
    "vormen/",
)


@dataclass(frozen=True)
class Dated:
    """Something that was checked on a day and is due again `term` days later."""

    what: str  # "contact csg", "page hulp.md", "source vt-nog"
    checked: str  # ISO date
    term: int

    def over(self, today: date) -> int:
        """Return how many days over its term it is; 0 or less where it is in time."""
        return (today - date.fromisoformat(self.checked)).days - self.term


def term_of(page: str) -> int:
    """Return after how many days a page is due: 'vormen/grooming.md' gives 180."""
    return LAW_AND_HELP if page in LAW_AND_HELP_PAGES or f"{page.split('/')[0]}/" in LAW_AND_HELP_PAGES else OTHER


def everything(docs: Path) -> list[Dated]:
    """Return all that has a date in docs/; SiteError where it can't be read."""
    known = facts.load_all(docs / "_data")
    found = [Dated(f"contact {key}", contact["checked"], CONTACT) for key, contact in known["contacts"].items()]
    found += [Dated(f"source {key}", source["seen"], OTHER) for key, source in known["sources"].items()]
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        record = pages.read(name, "", path.read_text(encoding="utf-8"), known)
        found.append(Dated(f"page {name}", record.checked, term_of(name)))
    return found


def due(all_of_it: list[Dated], today: date) -> list[Dated]:
    """Return what is over its term, oldest first."""
    return sorted((one for one in all_of_it if one.over(today) > 0), key=lambda one: (one.checked, one.what))


def table(late: list[Dated], today: date) -> str:
    """Return a line for each, and one that sums up."""
    lines = [f"{one.checked}  {one.over(today):>4} days over {one.term:>3}  {one.what}" for one in late]
    return "\n".join([*lines, f"{len(late)} to check again." if late else "Everything was checked in time."])


def main(given: list[str]) -> int:
    """Print what is due and return the exit code."""
    parser = argparse.ArgumentParser(prog="make check-age", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    parser.add_argument("--today", type=date.fromisoformat, default=date.today(), help="as if it were this day: 2027-03-01")
    parser.add_argument("--docs", type=Path, default=Path("docs"), help=argparse.SUPPRESS)
    options = parser.parse_args(given)
    try:
        late = due(everything(options.docs), options.today)
    except SiteError as error:
        print(error, file=sys.stderr)
        return 2
    listed = [asdict(one) | {"over": one.over(options.today)} for one in late]
    print(json.dumps(listed, indent=1) if options.json else table(late, options.today))
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

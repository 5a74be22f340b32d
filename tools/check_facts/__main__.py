"""`make check-facts`: what the live pages say of our facts. Reads, prints, and never changes a file.

Exit code: 0 fine · 10 something could not be checked · 20 somebody must look · 30 probably wrong.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "overrides/hooks"))

from helpsite import facts
from helpsite.errors import SiteError

from . import judge, report, visit
from .polite import Guest, Manners


def about() -> str:
    """Return the page that tells a host who asks; '' where the site has no address of its own yet."""
    site = os.environ.get("SITE_URL", "")
    return f"{site}over-deze-site/" if site and "127.0.0.1" not in site else ""


def arguments(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make check-facts", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    parser.add_argument("--before", type=Path, metavar="FILE", help="JSON of an earlier round, to compare with")
    parser.add_argument("--only", choices=["contacts", "sources"], help="leave the other out")
    parser.add_argument("--pause", type=float, default=Manners.pause, help="seconds between requests to a host")
    parser.add_argument("--data", type=Path, default=Path("docs/_data"), help=argparse.SUPPRESS)
    return parser.parse_args(given)


def main(given: list[str]) -> int:
    """Go round once and return the exit code."""
    options = arguments(given)
    try:
        known = facts.load_all(options.data)
        before = report.from_json(options.before.read_text(encoding="utf-8")).around if options.before else {}
    except (SiteError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    contacts = {} if options.only == "sources" else known["contacts"]
    named = {key for contact in contacts.values() for key in contact["sources"]}
    sources = {key: known["sources"][key] for key in named} if options.only == "contacts" else known["sources"]
    found = visit.go(contacts, sources, Guest(Manners(pause=options.pause), about()), visit.aloud)
    found.findings += judge.since(before, found)
    print(report.to_json(found) if options.json else report.table(found))
    return int(found.level)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

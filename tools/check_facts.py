"""`make check-facts`: what was checked too long ago, and what the live pages say of our facts. Changes no file.

Contacts are due after 90 days, pages that a reader acts on after 180, the rest after 365: a number changes sooner
than a law, and a wrong number does most harm. A translation is due as soon as its Dutch page was checked later.
Exit code: 0 nothing to do · 1 somebody must look · 2 the facts can't be read.
"""

import argparse
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[1] / "overrides/hooks"))

import data
import front_matter
import requests
from errors import SiteError
from protego import Protego

CONTACT, ACTED_ON, OTHER = 90, 180, 365  # days
ACTED_ON_PAGES = re.compile(
    r"(beelden-verwijderen|eerste-stappen|herken-je-dit|hulp|iemand-helpen|je-rechten|makkelijk-lezen|meldcode"
    r"|school-en-club|sporen-wissen|werk|zelf-te-ver-gegaan|vormen/[a-z-]+)(\.[a-z]{2})?\.md"
)
AGENT = "osi-check-facts"
PAUSE = 2.0  # seconds between two requests to a host
PATIENCE = (10, 20)  # seconds for a connection, and without a byte
MOST_BYTES = 3_000_000  # a page; whoever sends more is not sending a page
_BETWEEN = r"[\s().\-/\u2010-\u2015]*"  # what people put between digits


def old(docs: Path, today: date) -> list[str]:
    """Return a line for each fact of docs/ that is past its term on `today`, oldest first."""
    known = data.load(docs / "_data", "nl", "nl")
    dated = [(entry["checked"], CONTACT, f"contact {key}") for key, entry in known["contacts"].items()]
    dated += [(entry["seen"], OTHER, f"source {key}") for key, entry in known["sources"].items()]
    checked = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        checked[name] = front_matter.read_page(name, name, "", path, known).checked
        dated.append((checked[name], ACTED_ON if ACTED_ON_PAGES.fullmatch(name) else OTHER, f"page {name}"))
    lines = []
    for day, term, what in sorted(dated):
        over = (today - date.fromisoformat(day)).days - term
        if over > 0:
            lines.append(f"OLD    {what}: checked on {day}, {over} days past its term of {term}.")
    for name, day in checked.items():
        dutch = re.sub(r"\.[a-z]{2}\.md$", ".md", name)
        if day < checked.get(dutch, day):
            lines.append(f"OLD    page {name}: docs/{dutch} was checked later ({checked[dutch]}).")
    return lines


def number_pattern(dial: str) -> re.Pattern:
    """Return what finds a number however it is written: '08002000' finds '0800 - 2000' and '+31 800 2000'."""
    national = re.sub(r"^\+31", "0", dial)
    start = rf"(?:0|(?:\+|00){_BETWEEN}3{_BETWEEN}1{_BETWEEN}(?:\(0\))?){_BETWEEN}" if national.startswith("0") else ""
    return re.compile(rf"(?<![\d+.,]){start}{_BETWEEN.join(national.removeprefix('0') if start else national)}(?!\d)")


class Host:
    """One host, asked for one page at a time, as its robots.txt allows."""

    def __init__(self, pause: float = PAUSE) -> None:
        self._pause, self._robots, self._last = pause, None, 0.0

    def _get(self, url: str) -> tuple[int, str, str]:
        """Return (status, the address that answered, text) of one request."""
        time.sleep(max(0.0, self._last + self._pause - time.monotonic()))
        asked = {"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "nl"}
        try:
            with requests.get(url, headers=asked, timeout=PATIENCE, stream=True) as answer:
                body = answer.raw.read(MOST_BYTES, decode_content=True)
                return answer.status_code, answer.url, body.decode(answer.encoding or "utf-8", "replace")
        finally:
            self._last = time.monotonic()

    def ask(self, url: str) -> tuple[str, str]:
        """Return (what is wrong, text of the page) for `url`; never raises."""
        try:
            if self._robots is None:
                parts = urlsplit(url)
                status, _, text = self._get(f"{parts.scheme}://{parts.netloc}/robots.txt")
                self._robots = Protego.parse(text if status == 200 else "")
            if not self._robots.can_fetch(url, AGENT):
                return f"UNSURE its robots.txt keeps robots away from {url}.", ""
            status, final, text = self._get(url)
        except (requests.RequestException, OSError, UnicodeError, ValueError) as error:
            return f"UNSURE {url} did not answer ({type(error).__name__}).", ""
        if status in (404, 410):
            return f"WRONG  {url} is gone ({status}).", ""
        if status != 200:
            return f"UNSURE {url} answers {status}.", ""
        if place(final) != place(url):
            return f"LOOK   {url} leads to {final} now.", text
        return "", text


def place(url: str) -> tuple[str, str]:
    """Return (host, path) without what says nothing: www, a last slash, http or https."""
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")


def live(contacts: dict, sources: dict, pause: float = PAUSE) -> list[str]:
    """Return a line for each address or number that does not hold on the live pages, worst first."""
    users: dict[str, list[str]] = {}
    for kind, entries, name in (("contact", contacts, "web"), ("source", sources, "url")):
        for key, entry in entries.items():
            if name in entry:
                users.setdefault(entry[name], []).append(f"{kind} {key}")
    hosts: dict[str, list[str]] = {}
    for url in users:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)

    def ask_host(urls: list[str]) -> dict[str, tuple[str, str]]:
        host = Host(pause)
        return {url: host.ask(url) for url in urls}

    with ThreadPoolExecutor(8) as pool:
        answers = {url: answer for found in pool.map(ask_host, hosts.values()) for url, answer in found.items()}
    lines = [f"{answers[url][0]} ({', '.join(who)})" for url, who in users.items() if answers[url][0]]
    for key, contact in contacts.items():
        if "phone" in contact:
            lines += _number_line(
                key, contact, [contact.get("web", ""), *(sources[one]["url"] for one in contact["sources"])], answers
            )
    return sorted(lines, key=lambda line: ("WRONG", "LOOK", "OLD", "UNSURE").index(line.split()[0]))


def _number_line(key: str, contact: dict, urls: list[str], answers: dict) -> list[str]:
    own = place(contact.get("web", ""))[0]
    texts = [re.sub(r"<[^>]+>", " ", answers[url][1]) for url in urls if url in answers and place(url)[0] == own]
    readable = [text for text in texts if len(text) > 200]
    if any(number_pattern(contact["phone"]["dial"]).search(text) for text in texts):
        return []
    level = "WRONG  " if readable else "UNSURE "
    return [f"{level}contact {key}: {contact['phone']['shown']} is on no page of the organisation that we know."]


def main(given: list[str]) -> int:
    """Print what somebody must look at, and return the exit code."""
    parser = argparse.ArgumentParser(prog="make check-facts", description=__doc__)
    parser.add_argument("--offline", action="store_true", help="ages only")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), help="as if it were this day: 2027-03-01"
    )
    parser.add_argument("--docs", type=Path, default=Path("docs"), help=argparse.SUPPRESS)
    options = parser.parse_args(given)
    try:
        lines = old(options.docs, options.today)
        known = data.load(options.docs / "_data", "nl", "nl")
    except SiteError as error:
        print(error, file=sys.stderr)
        return 2
    lines += [] if options.offline else live(known["contacts"], known["sources"])
    print("\n".join([*lines, f"{len(lines)} to look at." if lines else "Nothing to look at."]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

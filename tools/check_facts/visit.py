"""One round along all addresses: hosts side by side, each host one request at a time."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from . import judge, reading
from .answer import Answer
from .judge import Report
from .polite import Guest

AT_ONCE = 8  # hosts


def ask_all(urls: list[str], guest: Guest, progress: Callable[[str], None]) -> dict[str, Answer]:
    """Return {url: answer}. One thread has all addresses of a host, so that nobody waits in line for it."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc, []).append(url)

    def ask_host(host: str) -> list[Answer]:
        progress(f"asking {host} ({len(hosts[host])})")
        return [guest.ask(url) for url in hosts[host]]

    longest_first = sorted(hosts, key=lambda host: -len(hosts[host]))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {answer.url: answer for answers in pool.map(ask_host, longest_first) for answer in answers}


def quiet(_: str) -> None:
    pass


def aloud(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def go(contacts: dict, sources: dict, guest: Guest, progress: Callable[[str], None] = quiet) -> Report:
    """Return what the live pages say of these facts."""
    users = judge.users(contacts, sources)
    answers = ask_all(list(users), guest, progress)
    report = Report(addresses=len(users))
    for url, who in users.items():
        report.findings += judge.address(answers[url], who)
    for key, contact in contacts.items():
        if "phone" not in contact:
            continue
        pages = [answers[contact["web"]]] if "web" in contact else []
        cited = [answers[sources[source]["url"]] for source in contact["sources"]]
        host = _host(contact.get("web", ""))
        own = pages + [page for page in cited if _host(page.url) == host]
        own += _contact_page(pages, contact, guest)
        judge.number(key, contact, own, [page for page in cited if page not in own], report)
    return report


def _contact_page(pages: list[Answer], contact: dict, guest: Guest) -> list[Answer]:
    """Return the contact page that the home page links to, asked for only where the number is not on it."""
    for page in pages:
        shown = page.html and reading.around(reading.words(page.html), contact["phone"]["dial"])
        if not shown and (link := reading.contact_page(page.html, page.final)):
            return [guest.ask(link)]
    return []


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")

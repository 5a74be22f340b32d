"""Ask for one address as a polite guest: its robots.txt first, one request a host at a time, never for long."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

import requests
import urllib3
from protego import Protego

from .answer import Answer, is_text, plain, text_of

AGENT = "osi-check-facts"
_MAX_HOPS = 8
_MAX_BYTES = 3_000_000  # a page; whoever sends more is not sending a page
_FOREVER = frozenset({301, 308})
_FOR_NOW = frozenset({302, 303, 307})
_GONE = frozenset({404, 410})
_NOT_FOR_US = frozenset({401, 403, 429, 451})
_TROUBLE = (requests.RequestException, urllib3.exceptions.HTTPError, UnicodeError, OSError)


@dataclass(frozen=True)
class Manners:
    """How patient a guest is. All in seconds."""

    pause: float = 2.0  # between two requests to one host
    connect: float = 10.0
    silence: float = 20.0  # without a byte
    whole: float = 60.0  # for one page, however it trickles in
    longest_pause: float = 30.0  # what a robots.txt or Retry-After may ask of us


class _Retry(Exception):
    """Trouble that may be over in a moment."""

    def __init__(self, detail: str, wait: float = 0) -> None:
        super().__init__(detail)
        self.wait = wait


class Guest:
    """Asks for addresses. Safe to use from several threads: each host still gets one request at a time."""

    def __init__(self, manners: Manners = Manners(), about: str = "") -> None:
        self.manners = manners
        self.agent = f"{AGENT}/1.0 (+{about})" if about else f"{AGENT}/1.0"
        self._turns: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}
        self._pauses: dict[str, float] = {}
        self._robots: dict[str, Protego | None] = {}  # by origin; None where it can't be read

    def ask(self, url: str) -> Answer:
        """Return what `url` answers, tried twice where the trouble may pass. Never raises."""
        try:
            return self._follow(url)
        except _Retry as trouble:
            time.sleep(min(trouble.wait or self.manners.pause, self.manners.longest_pause))
        try:
            return self._follow(url)
        except _Retry as trouble:
            return Answer(url, "unreachable", str(trouble))

    def _follow(self, url: str) -> Answer:
        here, forever, seen = url, True, {url}
        while True:
            if urlsplit(here).scheme not in ("http", "https") or not urlsplit(here).netloc:
                return Answer(url, "unreachable", f"it sends us on to {here}, which is no web address")
            if not self._allowed(here):
                return Answer(url, "refused", f"its robots.txt keeps robots away from {here}", here, forever)
            answer, onward, permanent = self._once(here)
            if onward is None:
                return replace(answer, url=url, final=here, forever=forever)
            here, forever = urljoin(here, onward), forever and permanent
            if here in seen or len(seen) > _MAX_HOPS:
                return Answer(url, "unreachable", "its redirects go round in a circle")
            seen.add(here)

    def _once(self, url: str) -> tuple[Answer, str | None, bool]:
        """Return (answer, the redirect it names or None, whether that is permanent) of one request."""
        status, headers, body = self._get(url)
        if status in _FOREVER | _FOR_NOW and headers.get("Location"):
            return Answer(url, "ok"), headers["Location"], status in _FOREVER
        if status in _GONE:
            return Answer(url, "gone", f"it answers {status}: not there"), None, False
        if status >= 500 or status == 429:
            after = headers.get("Retry-After", "")
            raise _Retry(f"it answers {status}: {'too busy' if status == 429 else 'out of order'}", float(after) if after.isdigit() else 0)
        if status in _NOT_FOR_US:
            return Answer(url, "refused", f"it answers {status}: not for robots"), None, False
        if status != 200:
            return Answer(url, "unreachable", f"it answers {status}, which says nothing"), None, False
        return Answer(url, "ok", html=text_of(headers, body)), None, False

    def _get(self, url: str) -> tuple[int, requests.structures.CaseInsensitiveDict, bytes]:
        """Return (status, headers, body) of one request; _Retry where there is no whole answer in time."""
        patience = (self.manners.connect, self.manners.silence)
        end = time.monotonic() + self.manners.whole
        body = b""
        with self._turn(urlsplit(url).netloc):
            try:
                asked = {"User-Agent": self.agent, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "nl"}
                with requests.get(url, headers=asked, timeout=patience, allow_redirects=False, stream=True) as response:
                    while is_text(response.headers) and len(body) < _MAX_BYTES:
                        # read1 gives what is there; any other read waits until its buffer is full
                        piece = response.raw.read1(65536, decode_content=True)
                        if not piece:
                            break
                        body += piece
                        if time.monotonic() > end:
                            raise _Retry(f"it took longer than {self.manners.whole:.0f} seconds")
                    return response.status_code, response.headers, body
            except _TROUBLE as error:
                raise _Retry(plain(error)) from error

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """Wait until nobody else talks to `host` and the pause since the last request is over."""
        with self._turns.setdefault(host, threading.Lock()):
            pause = max(self.manners.pause, self._pauses.get(host, 0))
            time.sleep(max(0, self._last.get(host, -pause) + pause - time.monotonic()))
            try:
                yield
            finally:
                self._last[host] = time.monotonic()

    def _allowed(self, url: str) -> bool:
        """Follow RFC 9309: no robots.txt allows all, one that is out of order nothing."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            rules = self._read_robots(origin)
            if rules and (delay := rules.crawl_delay(AGENT)):
                self._pauses[parts.netloc] = min(delay, self.manners.longest_pause)
            self._robots[origin] = rules
        rules = self._robots[origin]
        return rules is not None and rules.can_fetch(url, AGENT)

    def _read_robots(self, origin: str) -> Protego | None:
        address = f"{origin}/robots.txt"
        for _ in range(5):  # redirects that RFC 9309 asks to follow
            status, headers, body = self._get(address)
            if status in _FOREVER | _FOR_NOW and headers.get("Location"):
                address = urljoin(address, headers["Location"])
                continue
            if status >= 500:
                raise _Retry(f"its robots.txt answers {status}, so we stay away")
            return Protego.parse(text_of(headers, body) if status == 200 else "")
        return Protego.parse("")

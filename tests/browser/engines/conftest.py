"""A reader in Firefox, WebKit or Chromium, and two servers: our site, and another that answers or keeps silent."""

import contextlib
import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from reading import ENGINES, WINDOWS, Reader, screen

from tools import setup

GREEN = b"<!doctype html><title>Elders</title><body style='background:#0a0'>"


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """Another site: one green page, which comes once `answers` is set."""

    answers = threading.Event()

    def do_GET(self) -> None:
        self.answers.wait(60)
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # the reader did not wait
            self.wfile.write(GREEN)

    def log_message(self, *_: object) -> None:
        pass


class Ours(http.server.SimpleHTTPRequestHandler):
    """The built site, not kept, with the exit leading to the other site."""

    exit_url = b""

    def end_headers(self) -> None:
        self.send_header("cache-control", "no-store")
        super().end_headers()

    def copyfile(self, source, outputfile) -> None:
        outputfile.write(source.read().replace(b"https://www.weeronline.nl/", self.exit_url))

    def send_header(self, name: str, value: str) -> None:
        if name.lower() not in ("content-length", "last-modified"):  # what is sent has another length
            super().send_header(name, value)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[str]:
    Elsewhere.answers.set()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"  # another name: another site
    server.shutdown()


@pytest.fixture
def silent(elsewhere: str) -> Iterator[None]:
    Elsewhere.answers.clear()
    yield
    Elsewhere.answers.set()


@pytest.fixture(scope="session")
def ours(site: Path, elsewhere: str) -> Iterator[str]:
    Ours.exit_url = elsewhere.encode()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Ours, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    with screen() as name:
        yield name


def reader_in(engine: str, display: str, **how: bool) -> Iterator[Reader]:
    if not setup.find(engine):
        assert not os.environ.get("CI"), f"{engine} is not here; on CI it must be"
        pytest.skip(f"{engine} is not here")
    with ENGINES[engine](**how) as drive:
        yield Reader(engine, WINDOWS[engine], display, drive)


@pytest.fixture(params=["firefox", "webkit"], scope="module")
def reader(request: pytest.FixtureRequest, display: str) -> Iterator[Reader]:
    yield from reader_in(request.param, display)


@pytest.fixture(params=["firefox", "webkit"])
def dark_reader(request: pytest.FixtureRequest, display: str) -> Iterator[Reader]:
    yield from reader_in(request.param, display, dark=True)

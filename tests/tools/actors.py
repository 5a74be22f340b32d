"""A server that plays every case that check-facts may meet, told by path; and one that counts its guests."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FILLER = "Hier staat genoeg tekst om een pagina te zijn die zonder scripts te lezen is. " * 4
Play = Callable[[BaseHTTPRequestHandler], None]


class Stage:
    """What is played: {path: Play}, and who came: [(path, when, agent)]."""

    def __init__(self) -> None:
        self.plays: dict[str, Play] = {}
        self.visits: list[tuple[str, float, str]] = []
        self.port = 0
        self.any: Play | None = None  # plays what has no play of its own

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of `path`; 'localhost' is another host to whoever asks."""
        return f"http://{host}:{self.port}{path}"

    def asked_for(self) -> list[str]:
        return [visit[0] for visit in self.visits]


def page(body: str, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Play:
    """Play a page with this body."""

    def play(handler: BaseHTTPRequestHandler) -> None:
        content = body.encode()
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return play


def status(code: int, **headers: str) -> Play:
    """Play an answer without a page."""
    return page("", status=code, **headers)


def first(play: Play, then: Play) -> Play:
    """Play one thing the first time and another from then on."""
    left = [play]
    return lambda handler: (left.pop() if left else then)(handler)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<p>half a pa")
    handler.close_connection = True


def hung_up(handler: BaseHTTPRequestHandler) -> None:
    """Close the line without a word."""
    handler.close_connection = True


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    """Answer with something that is no HTTP."""
    handler.wfile.write(b"\x00\x01 hello?\r\n\r\n")
    handler.close_connection = True


def silent(seconds: float) -> Play:
    """Say nothing for a while."""
    return lambda handler: time.sleep(seconds)


def trickle(handler: BaseHTTPRequestHandler) -> None:
    """Send a page a few letters at a time, never silent for long, without end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass  # the guest has left
    handler.close_connection = True


@contextmanager
def playing() -> Iterator[Stage]:
    """Serve a Stage on a free port of this machine."""
    stage = Stage()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that http.server asks for
            # before the answer: the guest may ask who came as soon as it has it
            stage.visits.append((self.path, time.monotonic(), self.headers.get("User-Agent", "")))
            (stage.plays.get(self.path) or stage.any or status(404))(self)

        do_POST = do_PATCH = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stage.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield stage
    finally:
        server.shutdown()
        server.server_close()


def contact(stage: Stage, **changes: object) -> dict:
    """Return one organisation as docs/_data/contacts.yml has it, whose site is on the stage."""
    entry = {
        "name": "Hulplijn",
        "for_whom": "Voor iedereen.",
        "what_for": "Je krijgt advies.",
        "kind": "first",
        "phone": {"shown": "0800 2000", "dial": "08002000"},
        "price": "gratis",
        "hours": "dag en nacht",
        "web": stage.url("/"),
        "sources": ["bron"],
        "checked": "2026-11-22",
        "checked_how": "stored-copy",
    }
    return entry | changes


def sources(stage: Stage, path: str = "/bron", host: str = "localhost") -> dict:
    """Return one source as docs/_data/sources.yml has it, on the stage."""
    entry = {"title": "Bron", "publisher": "B", "year": 2020, "url": stage.url(path, host), "seen": "2026-11-22", "grade": "A"}
    return {"bron": entry}

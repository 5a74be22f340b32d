"""The tool that compares facts with live pages, against a server of its own; and what is too old."""

import http.server
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tools import check_facts

PAGES = {
    "/robots.txt": (200, "User-agent: *\nDisallow: /dicht"),
    "/goed": (200, "Bel 0800 - 2000 " + "tekst " * 50),
    "/ander": (200, "Bel 0800 9999 " + "tekst " * 50),
    "/elders": (301, "/goed"),
}


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, text = PAGES.get(self.path, (404, ""))
        self.send_response(status)
        if status == 301:
            self.send_header("Location", text)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def lines(host: str, path: str) -> list[str]:
    contact = {"web": f"{host}{path}", "sources": [], "phone": {"shown": "0800 2000", "dial": "08002000"}}
    return check_facts.live({"hulp": contact}, {}, pause=0)


@pytest.mark.parametrize(
    ("path", "levels"),
    [
        ("/goed", []),
        ("/ander", ["WRONG"]),
        ("/weg", ["WRONG", "UNSURE"]),
        ("/elders", ["LOOK"]),
        ("/dicht", ["UNSURE", "UNSURE"]),
    ],
)
def test_each_kind_of_page_gets_its_level(host: str, path: str, levels: list[str]):
    assert [line.split()[0] for line in lines(host, path)] == levels


@pytest.mark.parametrize(
    "text", ["0800 2000", "0800-2000", "0800 - 20 00", "+31 800 2000", "+31 (0)800 2000", "(0800) 2000"]
)
def test_a_number_is_found_however_it_is_written(text: str):
    assert check_facts.number_pattern("08002000").search(f"bel {text} nu")


@pytest.mark.parametrize("text", ["0800 20001", "10800 2000", "0800 2001"])
def test_another_number_is_not(text: str):
    assert not check_facts.number_pattern("08002000").search(f"bel {text} nu")


def test_what_was_checked_too_long_ago_is_listed_and_nothing_else():
    assert check_facts.old(Path("docs"), date(2026, 11, 28)) == []
    assert [line for line in check_facts.old(Path("docs"), date(2027, 3, 15)) if "contact" not in line] == []
    late = check_facts.old(Path("docs"), date(2027, 12, 31))
    assert any("page hulp.md" in line for line in late) and any("source" in line for line in late)

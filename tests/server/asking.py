"""Ask a server something that no browser would send, byte for byte, and see which headers its answer lacks."""

import contextlib
import http.client
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import headers

PATIENCE = 20  # seconds


@dataclass(frozen=True)
class Answer:
    """What came back; status 0 where the server hung up without a word."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def send(server: str, request: bytes) -> Answer:
    """Return the answer of the server at address `server` to exactly these bytes."""
    place = urlsplit(server)
    with socket.create_connection((place.hostname, place.port), PATIENCE) as line:
        with contextlib.suppress(ConnectionError):  # it may have said no before we were done
            line.sendall(request)
        response = http.client.HTTPResponse(line, method=request.split(b" ", 1)[0].decode("latin-1"))
        try:
            response.begin()
            return Answer(response.status, response.headers, response.read())
        except (ConnectionError, http.client.HTTPException):
            return Answer(0, http.client.HTTPMessage(), b"")


def ask(server: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Return the answer to an ordinary request; `path` goes out as it is, headers as x_forwarded_proto='http'."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in ({"host": "voorbeeld.example"} | headers).items()]
    request = "\r\n".join([f"{method} {path} HTTP/1.1", *lines, "connection: close", "", ""])
    return send(server, request.encode("latin-1"))


def wanted(site: Path) -> dict[str, str]:
    """Return the headers of every answer, as the build wrote them for hosts with a CDN."""
    return dict(re.findall(r"^  ([\w-]+): (.*)$", (site / "_headers").read_text().split("\n\n")[0], re.MULTILINE))


def missing(answer: Answer, site: Path) -> list[str]:
    """Return the headers that an answer over plain HTTP lacks or has twice."""
    sent = {name: value for name, value in wanted(site).items() if name not in headers.SECURE}
    return [name for name, value in sent.items() if answer.headers.get_all(name) != [value]]

"""Ask a server something that no browser would send, byte for byte, and see which headers its answer lacks."""

import contextlib
import http.client
import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

import headers


def send(server: str, request: bytes) -> http.client.HTTPResponse:
    """Return the answer to exactly these bytes, its `body` read; status 0 where the server hung up without a word."""
    place = urlsplit(server)
    with socket.create_connection((place.hostname, place.port), 20) as line:
        with contextlib.suppress(ConnectionError):  # it may have said no before we were done
            line.sendall(request)
        answer = http.client.HTTPResponse(line, method=request.split(b" ", 1)[0].decode("latin-1"))
        try:
            answer.begin()
            answer.body = answer.read()
        except (ConnectionError, http.client.HTTPException):
            answer.status, answer.headers, answer.body = 0, http.client.HTTPMessage(), b""
        return answer


def ask(server: str, path: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
    """Return the answer to an ordinary request; `path` goes out as it is, headers as x_forwarded_proto='http'."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in ({"host": "voorbeeld.example"} | headers).items()]
    return send(
        server, "\r\n".join([f"{method} {path} HTTP/1.1", *lines, "connection: close", "", ""]).encode("latin-1")
    )


def missing(answer: http.client.HTTPResponse, site: Path) -> list[str]:
    """Return the headers, as the build wrote them for a CDN, that an answer over plain HTTP lacks or has twice."""
    rules = re.findall(r"^  ([\w-]+): (.*)$", (site / "_headers").read_text().split("\n\n")[0], re.MULTILINE)
    sent = {name: value for name, value in rules if name not in headers.SECURE}
    return [name for name, value in sent.items() if answer.headers.get_all(name) != [value]]

"""Debian's nginx with the shipped configuration: what no reader asks for gets a clear no, with every header."""

import contextlib
import os
import signal
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from asking import ask, missing, send

from tools import nginx as nginx_tool

DOTTED = (
    "/.git/config",
    "/.env",
    "/.htaccess",
    "/hulp/.git",
    "/%2egit/config",
    "/%2Eenv",
    "/assets/.x",
    "/_headers",
    "/_headers.nginx",
    "/%5fheaders",
)
PACKED = ("/index.html.gz", "/index.html.br", "/assets/%2e%2e/index.html.gz")
UP = (
    "/../etc/passwd",
    "/../../../../etc/passwd",
    "/hulp/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/..%2f..%2fetc/passwd",
    "/..%5c..%5cetc%5cpasswd",
    "/..\\..\\etc\\passwd",
    "/%252e%252e/%252e%252e/etc/passwd",
    "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
    "/%uff0e%uff0e/etc/passwd",
    "/....//....//etc/passwd",
    "/..;/..;/etc/passwd",
    "/assets../etc/passwd",
    "//etc/passwd",
    "///../etc/passwd",
)
ZERO = ("/%00", "/hulp/%00", "/index.html%00.txt", "/hulp/\x00")
ODD = (
    "/" + "a" * 7000,
    "/" + "a/" * 3000,
    "/%",
    "/%zz",
    "/%ff%fe",
    "/?" + "x=1&" * 1500,
    "*",
    "hulp/",
    "http://elders.example/",
    "/hulp/#x",
    "/\r",
)
METHODS = ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "MKCOL", "get", "BREW")
ALLOWED = {200, 301, 304} | set(range(400, 500))


def test_dotfiles_and_files_of_the_server_are_not_there(nginx, site):
    for path in DOTTED + PACKED:
        answer = ask(nginx, path)
        assert (path, answer.status, missing(answer, site)) == (path, 404, [])


@pytest.mark.parametrize("path", UP + ZERO + ODD, ids=lambda path: repr(path[:40]))
def test_no_address_leads_out_of_the_site(nginx, site, path):
    answer = ask(nginx, path)
    assert answer.status in ALLOWED and missing(answer, site) == []
    assert b"root:" not in answer.body and b"worker_processes" not in answer.body
    if answer.status == 301:
        assert answer.headers["location"].startswith("/") and not answer.headers["location"].startswith("//")


@pytest.mark.parametrize("method", METHODS)
def test_nobody_can_do_more_than_read(nginx, site, method):
    for path in ("/", "/niet", "/assets/"):
        answer = ask(nginx, path, method=method, content_length="0")
        assert answer.status in (400, 405) and missing(answer, site) == []
        if answer.status == 405 and method != "TRACE":  # nginx refuses TRACE before it looks at anything
            assert answer.headers["allow"] == "GET, HEAD"


def test_a_page_is_not_changed_by_what_is_sent_along(nginx, site):
    request = b"POST /hulp/ HTTP/1.1\r\nhost: x\r\ncontent-length: 1048576\r\n\r\n" + b"x" * 1048576
    answer = send(nginx, request)
    assert answer.status in (0, 405, 413)
    assert answer.status == 0 or missing(answer, site) == []


def test_eight_kilobytes_of_headers_are_read(nginx):
    assert ask(nginx, "/", cookie="a" * 8000).status == 200


@pytest.mark.parametrize("size", [9 * 1024, 64 * 1024, 1024 * 1024])
@pytest.mark.parametrize("many", [False, True], ids=["one header", "many headers"])
def test_more_headers_than_that_are_refused(nginx, site, size, many):
    lines = b"".join(b"x-%d: %s\r\n" % (number, b"a" * 1000) for number in range(size // 1000))
    lines = lines * (4 if many else 1) if many else b"x: " + b"a" * size + b"\r\n"
    answer = send(nginx, b"GET / HTTP/1.1\r\nhost: x\r\n" + lines + b"\r\n")
    assert answer.status in (0, 400, 414, 431)  # 0: it hung up on us while we went on
    assert answer.status == 0 or missing(answer, site) == []
    assert ask(nginx, "/").status == 200


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: a b\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
        b"\x00\x00\x00\x00\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
    ids=["TLS", "HTTP 9", "no host", "two hosts", "bad host", "two lengths", "negative length", "zeros", "HTTP 2"],
)
def test_what_is_no_request_gets_a_clear_no(nginx, site, request_):
    answer = send(nginx, request_)
    assert 400 <= answer.status < 500 or answer.status == 505
    assert missing(answer, site) == []


def test_half_a_request_keeps_nobody_waiting_and_is_hung_up_on(nginx):
    place = urlsplit(nginx)
    with contextlib.ExitStack() as lines:
        half = []
        for _ in range(300):
            line = lines.enter_context(socket.create_connection((place.hostname, place.port), 30))
            line.sendall(b"GET / HTTP/1.1\r\nhost: x\r\nx: ")
            half.append(line)
        assert ask(nginx, "/hulp/").status == 200
        began = time.monotonic()
        with contextlib.suppress(ConnectionError):
            assert half[0].recv(1) in (b"", b"H")
        assert time.monotonic() - began < 30


def test_a_worker_that_dies_is_replaced(site):
    port = nginx_tool.free_port()
    with nginx_tool.serving(site, port) as master:
        children = Path(f"/proc/{master.pid}/task/{master.pid}/children")
        for worker in children.read_text().split():
            os.kill(int(worker), signal.SIGKILL)
        until = time.monotonic() + 20
        status = 0
        while status != 200 and time.monotonic() < until:
            with contextlib.suppress(OSError):
                status = ask(f"http://127.0.0.1:{port}/", "/hulp/").status
            time.sleep(0.05)
        assert status == 200

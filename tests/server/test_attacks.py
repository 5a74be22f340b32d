"""Debian's nginx with the shipped configuration: what no reader asks for gets a clear no, with every header."""

import contextlib
import socket
from urllib.parse import urlsplit

import pytest
from asking import ask, missing, send

HIDDEN = "/.git/config /.env /hulp/.git /%2egit/config /assets/.x /_headers /_headers.nginx /%5fheaders /index.html.gz"
UP = """/../etc/passwd /../../../../etc/passwd /hulp/../../etc/passwd /%2e%2e/%2e%2e/etc/passwd /..%2f..%2fetc/passwd
/..%5c..%5cetc%5cpasswd /..\\..\\etc\\passwd /%252e%252e/etc/passwd /%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd
/....//....//etc/passwd /..;/..;/etc/passwd /assets../etc/passwd //etc/passwd ///../etc/passwd /%00 /hulp/%00
/index.html%00.txt /hulp/\x00 /% /%zz /%ff%fe * hulp/ http://elders.example/ //elders.example/Hulp /hulp/#x"""
ODD = ["/" + "a" * 7000, "/" + "a/" * 3000, "/?" + "x=1&" * 1500, "/\r"]


@pytest.mark.parametrize("path", HIDDEN.split())
def test_dotfiles_and_files_of_the_server_are_not_there(nginx, site, path):
    answer = ask(nginx, path)
    assert (answer.status, missing(answer, site)) == (404, [])


@pytest.mark.parametrize("path", [*UP.split(), *ODD], ids=lambda path: repr(path[:40]))
def test_no_address_leads_out_of_the_site(nginx, site, path):
    answer = ask(nginx, path)
    assert answer.status in {200, 301, 304} | set(range(400, 500)) and missing(answer, site) == []
    assert b"root:" not in answer.body and b"worker_processes" not in answer.body
    if answer.status == 301:
        assert answer.headers["location"].startswith("/") and not answer.headers["location"].startswith("//")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "BREW"])
def test_nobody_can_do_more_than_read(nginx, site, method):
    for path in ("/", "/niet", "/assets/"):
        answer = ask(nginx, path, method=method, content_length="0")
        assert answer.status in (400, 405) and missing(answer, site) == []
        if answer.status == 405 and method != "TRACE":  # nginx refuses TRACE before it looks at anything
            assert answer.headers["allow"] == "GET, HEAD"


REQUESTS = {
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
    "bad host": b"GET / HTTP/1.1\r\nhost: a b\r\n\r\n",
    "two lengths": b"GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "HTTP 2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "long header": b"GET / HTTP/1.1\r\nhost: x\r\nx: " + b"a" * 65536 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\nhost: x\r\n" + b"x: " * 1 + (b"a" * 1000 + b"\r\nx: ") * 100 + b"\r\n\r\n",
    "a large body": b"POST /hulp/ HTTP/1.1\r\nhost: x\r\ncontent-length: 1048576\r\n\r\n" + b"x" * 1048576,
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
def test_what_is_no_request_gets_a_clear_no(nginx, site, request_):
    answer = send(nginx, request_)
    assert answer.status == 505 or 400 <= answer.status < 500 or (answer.status == 0 and len(request_) > 9000)
    assert answer.status == 0 or missing(answer, site) == []
    assert ask(nginx, "/", cookie="a" * 8000).status == 200


def test_half_a_request_keeps_nobody_waiting(nginx):
    place = urlsplit(nginx)
    with contextlib.ExitStack() as lines:
        for _ in range(300):
            line = lines.enter_context(socket.create_connection((place.hostname, place.port), 30))
            line.sendall(b"GET / HTTP/1.1\r\nhost: x\r\nx: ")
        assert ask(nginx, "/hulp/").status == 200

"""The site works at any address, on any host; the same commit gives the same bytes; and a change is seen at once."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from changes import add, build, edit
from places import ROOT
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from tools.screenshots import serve

BELOW = "https://org.example/sub/pad/"
# MkDocs itself, six years on: whatever asks for the time of day gets another one.
LATER = """
import datetime, sys, time_machine
with time_machine.travel(datetime.datetime(2032, 2, 29, 23, 59, tzinfo=datetime.UTC)):
    from mkdocs.__main__ import cli
    cli(["build", "--quiet", "--site-dir", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the site below a path: sub/pad/."""
    folder = tmp_path_factory.mktemp("below")
    environment = os.environ | {"SITE_URL": BELOW, "SITE_HOST": "pages", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "sub/pad")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return folder


def test_below_a_path_every_address_that_is_written_down_holds_the_path(below: Path):
    site = below / "sub/pad"
    assert all(
        line.startswith(("/sub/pad/", "#", " ")) for line in (site / "_headers").read_text().splitlines() if line
    )
    assert all(line.count("/sub/pad/") == 2 for line in (site / "_redirects").read_text().splitlines())
    assert set(re.findall(r"<loc>(https://org\.example/sub/pad/)", (site / "sitemap.xml").read_text())) == {BELOW}
    missing = LexborHTMLParser((site / "404.html").read_text(encoding="utf-8"))
    inner = [
        node.attributes["href"]
        for node in missing.css("a[href], link[href]")
        if node.attributes["href"].startswith("/")
    ]
    assert inner and [one for one in inner if not one.startswith("/sub/pad/")] == []


def test_below_a_path_search_menu_and_old_addresses_work(below: Path, page: Page):
    server = serve(below)
    root = f"http://127.0.0.1:{server.server_port}/sub/pad/"
    page.goto(root + "sextortion/")
    page.wait_for_url(root + "vormen/sextortion/")
    page.get_by_role("button", name="Menu").click()
    page.locator("[data-app-menu] a").filter(has_text="Je rechten").click()
    page.wait_for_url(root + "je-rechten/")
    page.goto(root + "404.html")
    page.locator("article a").first.click()
    page.wait_for_url(root + "eerste-stappen/")
    server.shutdown()


def test_what_the_site_says_of_its_host_follows_the_host(below: Path, site: Path):
    pages = [(folder / "privacy/index.html").read_text(encoding="utf-8") for folder in (below / "sub/pad", site)]
    assert ["GitHub" in text for text in pages] == [True, False]


def test_a_copy_without_a_publisher_says_so_and_one_with_names_it(pages, tmp_path: Path):
    assert "nog geen uitgever" in pages["over-deze-site/"].body.text()
    change = edit(
        "mkdocs.yml", 'publisher: {name: "", reach: ""}', 'publisher: {name: "Stichting X", reach: "het postadres"}'
    )
    run = build(tmp_path, change)
    assert run.returncode == 0, run.stderr
    for name in ("over-deze-site", "toegankelijkheid"):
        assert "Stichting X" in (tmp_path / f"site/{name}/index.html").read_text(encoding="utf-8")


def test_a_server_of_another_user_can_read_what_was_built_with_a_strict_umask(tmp_path: Path):
    before = os.umask(0o077)
    try:
        run = build(tmp_path, lambda project: None)
    finally:
        os.umask(before)
    assert run.returncode == 0, run.stderr
    assert [path for path in (tmp_path / "site").rglob("*") if path.is_file() and not path.stat().st_mode & 0o004] == []


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_of_a_commit_are_the_same_to_the_byte(site: Path, tmp_path: Path):
    """On another day, in another folder, time zone and locale, without `make`."""
    copy = tmp_path / "een andere map"
    build(copy, add("mkdocs.yml", "\n"))
    odd = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONHASHSEED": "4711",
    }
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    environment |= odd | {"SITE_URL": "https://voorbeeld.example/", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-c", LATER, str(tmp_path / "site")], cwd=copy, env=environment, check=True)
    here, there = _files(site), _files(tmp_path / "site")
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []
    assert [
        name for name, content in there.items() if b"een andere map" in content or str(ROOT).encode() in content
    ] == []


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the site, shown live: (project, address)."""
    build(tmp_path, lambda project: None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": address}
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment) as process:
        yield tmp_path, address
        process.terminate()


def _wait_for(address: str, words: str) -> bool:
    for _ in range(100):
        try:
            text = urllib.request.urlopen(address, timeout=5).read().decode()
        except urllib.error.HTTPError as error:
            text = error.read().decode()
        except OSError:
            text = ""
        if words in text:
            return True
        time.sleep(0.2)
    return False


def test_a_mistake_is_shown_in_the_browser_and_goes_when_it_is_mended(live: tuple[Path, str]):
    project, address = live
    assert _wait_for(f"{address}privacy/", "<h1")
    page = project / "docs/privacy.md"
    right = page.read_text(encoding="utf-8")
    page.write_text(f"{right}\nBel [[niemand]].\n", encoding="utf-8")
    assert _wait_for(f"{address}privacy/", "has no contact &#x27;niemand&#x27;")
    page.write_text(f"{right}\nNu gemend.\n", encoding="utf-8")
    assert _wait_for(f"{address}privacy/", "Nu gemend.")

"""What all tests share: the site, built once; a server of it; a browser that is told nothing of Google.

`site` is the built folder, `address` each built page in turn ('' is the home
page, 'hulp/' the help page, '404.html'), `server` the address of a plain server,
`nginx` the address of Debian's nginx with deploy/nginx.conf.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT, SITE_URL, file_of
from selectolax.lexbor import LexborHTMLParser

from tools import nginx as nginx_tool
from tools.screenshots import addresses, serve
from tools.setup import launch_options

BUILT = "TEST_SITE"  # the workers of pytest-xdist learn from it where the first process built the site


def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput") or BUILT in os.environ:
        return
    folder = tempfile.mkdtemp(prefix="site-")
    environment = os.environ | {"SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", folder]
    run = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if run.returncode:
        pytest.exit(f"The site can't be built, so nothing was tested:\n{run.stdout}{run.stderr}", returncode=1)
    os.environ[BUILT] = folder


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `address` runs for every page that the build made."""
    if "address" in metafunc.fixturenames:
        metafunc.parametrize("address", addresses(Path(os.environ[BUILT])), ids=lambda address: address or "home")


@pytest.fixture(scope="session")
def site() -> Path:
    return Path(os.environ[BUILT])


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    running = serve(site)
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()


@pytest.fixture(scope="session")
def nginx(site: Path) -> Iterator[str]:
    port = nginx_tool.free_port()
    with nginx_tool.serving(site, port):
        yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    return launch_options()


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Every built page, parsed, by address. For reading only."""
    return {
        address: LexborHTMLParser(file_of(site, address).read_text(encoding="utf-8")) for address in addresses(site)
    }


@pytest.fixture
def tree(site: Path, address: str) -> LexborHTMLParser:
    """The parsed page at `address`."""
    return LexborHTMLParser(file_of(site, address).read_text(encoding="utf-8"))

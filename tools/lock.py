"""Pin every dependency with its hash, and show which versions changed. No registry's name goes into the file."""

import difflib
import subprocess
import sys
from pathlib import Path

LOCK = Path("requirements.txt")
COMMAND = [
    "-m",
    "uv",
    "pip",
    "compile",
    "pyproject.toml",
    "--group",
    "dev",
    "--universal",
    "--upgrade",
    "--generate-hashes",
    "--quiet",
    "--output-file",
    "requirements.txt",
    "--custom-compile-command",
]


def versions() -> list[str]:
    return [
        line.split()[0]
        for line in LOCK.read_text(encoding="utf-8").splitlines()
        if "==" in line and not line.startswith(" ")
    ]


def main() -> None:
    before = versions() if LOCK.exists() else []
    subprocess.run([sys.executable, *COMMAND, "make lock"], check=True)
    changes = [
        line
        for line in difflib.unified_diff(before, versions(), lineterm="", n=0)
        if line[0] in "+-" and line[1] not in "+-"
    ]
    print("\n".join(changes) or "Nothing changed.")


if __name__ == "__main__":
    main()

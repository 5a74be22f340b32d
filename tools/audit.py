"""`make audit`: known holes in what is pinned, and the licence of all that reaches the reader.

Exit code: 0 fine · 1 a hole or a licence that does not fit · 2 not everything could be looked up.
pip-audit alone ends with 0 where it could look up nothing at all.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pypdf import PdfReader

# Whatever leaves something of its own in site/, and what that is. All else only works on it.
REACHES = {
    "mkdocs-material": "the frame of each page",
}
# What such a package holds of others, and passes on through us.
WITHIN = [("lunr, in mkdocs-material", "MIT", "the engine of the search")]
# Licences under which that may be passed on with this site, and what they ask.
FITS = re.compile(r"MIT|BSD|Apache|ISC|OFL|CC0|Bitstream Vera|Unlicense", re.IGNORECASE)
# Fonts put into the PDF, by the beginning of their name. Their makers allow that.
FONTS = {"DejaVu": "Bitstream Vera (free to embed)", "Liberation": "OFL-1.1", "Noto": "OFL-1.1", "Open-Sans": "Apache-2.0"}


@dataclass(frozen=True)
class Looked:
    """What pip-audit found: the holes, a line each, and the packages it could not look up."""

    holes: list[str]
    unknown: list[str]
    total: int


def read(text: str) -> Looked:
    """Return what a JSON report of pip-audit says."""
    packages = json.loads(text)["dependencies"]
    holes = [
        f"{one['name']} {one['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for one in packages
        for hole in one.get("vulns", [])
    ]
    return Looked(holes, [one["name"] for one in packages if "skip_reason" in one], len(packages))


def holes() -> Looked | None:
    """Ask about every pinned package; None where nobody answers."""
    command = [sys.executable, "-m", "pip_audit", "-r", "requirements.txt", "--require-hashes", "--disable-pip"]
    run = subprocess.run([*command, "--format", "json", "--progress-spinner", "off"], capture_output=True, check=False, text=True)
    return read(run.stdout) if run.stdout.startswith("{") else None


def licence(package: str) -> str:
    """Return the licence that a package names of itself; 'unknown' where it names none."""
    about = metadata.metadata(package)
    classifiers = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return about.get("License-Expression") or ", ".join(classifiers) or about.get("License") or "unknown"


def fonts(site: Path) -> set[str]:
    """Return the names of the fonts inside the PDFs of the built site."""
    found = set()
    for path in site.rglob("*.pdf"):
        for page in PdfReader(path).pages:
            for font in (page.get("/Resources", {}).get_object().get("/Font") or {}).values():
                name = str(font.get_object().get("/BaseFont", "")).lstrip("/")
                found.add(re.sub(r"^[A-Z]{6}\+", "", name))
    return found


def reaching(site: Path) -> list[tuple[str, str, str]]:
    """Return (what, licence, where it is) of all that is not ours and reaches the reader."""
    rows = [(f"{name} {metadata.version(name)}", licence(name), use) for name, use in REACHES.items()] + WITHIN
    for name in sorted(fonts(site)):
        known = next((terms for start, terms in FONTS.items() if name.startswith(start)), "unknown")
        rows.append((name, known, "a font inside the PDF"))
    return rows


def main() -> int:
    """Print both lists and return the exit code."""
    rows = reaching(Path("site"))
    print("What reaches the reader besides our own words (CC BY 4.0) and code (MIT):")
    print("\n".join(f"  {what:<28} {terms:<34} {use}" for what, terms, use in rows))
    unfit = [what for what, terms, _ in rows if not FITS.search(terms)]
    if unfit:
        print(f"Read these licences before you publish: {', '.join(unfit)}.")
    looked = holes()
    if looked is None:
        print("Known holes: nobody answered. This needs the internet.")
        return 1 if unfit else 2
    print(f"Known holes in {looked.total - len(looked.unknown)} of {looked.total} pinned packages: {len(looked.holes)}.")
    print("\n".join(f"  {hole}" for hole in looked.holes), end="\n" if looked.holes else "")
    if looked.unknown:
        print(f"Could not be looked up: {', '.join(looked.unknown)}.")
    return 1 if unfit or looked.holes else 2 if looked.unknown else 0


if __name__ == "__main__":
    sys.exit(main())

"""Hold the places of every page that people can link to: write them to tests/site/anchors.txt.

make anchors      after a new page or heading, so that its address is a promise too
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from selectolax.lexbor import LexborHTMLParser

from tools.pictures import addresses

LIST = Path("tests/site/anchors.txt")
_PLACES = "article h2[id], article h3[id], article h4[id], article .app-card[id]"


def anchors(site: Path) -> set[str]:
    """Return each place of the built site that can be linked to: {'hulp/#csg', …}."""
    found = set()
    for address in addresses(site):
        if not address.endswith(".html"):
            tree = LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))
            found |= {f"{address}#{place.attributes['id']}" for place in tree.css(_PLACES)}
    return found


def main() -> None:
    held = set(LIST.read_text(encoding="utf-8").split()) if LIST.exists() else set()
    now = anchors(Path("site"))
    LIST.write_text("\n".join(sorted(held | now)) + "\n", encoding="utf-8")
    print(f"{len(now - held)} new places in {LIST}; nothing is ever taken out by this command")


if __name__ == "__main__":
    main()

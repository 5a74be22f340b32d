"""Types lists of queries into the real box and counts where the right page stands. Run, it prints a report."""

import contextlib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

DATA = Path(__file__).parent / "data"
BLIND = ("stranger", "danger-blind")  # nobody learns from their misses
# What Playwright's fill() does, in one go: results come at once, while the event is handled.
TYPE = """([box, query]) => {
  box.value = query;
  const began = performance.now();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const took = performance.now() - began;
  const shown = (list) => [...document.querySelectorAll(list + " a")].map((link) => link.getAttribute("href"));
  return [shown("[data-search-results]"), shown("[data-app-search-numbers]"), took];
}"""


class Score(NamedTuple):
    """Of 100 queries: right page first, in the first three, first result opens at a section; and the misses."""

    first: float
    three: float
    section: float
    misses: list[str]


def read(name: str) -> list[list[str]]:
    """Return the rows of a table in tests/search/data without its heading."""
    return [line.split("\t") for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def asking(page: Page, server: str) -> Callable[[str], tuple[list[str], list[str], float]]:
    """Return what types into the box and gives (addresses, numbers, milliseconds)."""
    page.goto(server)
    box = page.get_by_role("searchbox")
    box.fill("grooming")
    page.locator("[data-search-results] a").first.wait_for()
    handle = box.element_handle()

    def ask(query: str) -> tuple[list[str], list[str], float]:
        links, numbers, took = page.evaluate(TYPE, [handle, query])
        root = page.evaluate("new URL('.', location.href).href")
        return (
            ["/" + link.removeprefix(root) for link in links],
            [number.removeprefix("tel:") for number in numbers],
            took,
        )

    return ask


def score(name: str, ask: Callable) -> Score:
    concepts = {
        concept: "|".join(f"^/{address}$" if "#" in address else f"^/{address}(#|$)" for address in addresses.split())
        for concept, addresses in read("concepts")
    }
    places, sections, misses = [], 0, []
    for query, right, *_ in read(name):
        found, *_ = ask(query)
        place = next((at for at, link in enumerate(found, 1) if re.search(concepts.get(right, right), link)), 0)
        places.append(place)
        sections += "#" in "".join(found[:1])
        if place != 1:
            misses.append(f"{place or '-'}  {query} <- {' '.join(found[:3])}")
    of_100 = 100 / len(places)
    return Score(
        sum(place == 1 for place in places) * of_100,
        sum(1 <= place <= 3 for place in places) * of_100,
        sections * of_100,
        misses,
    )


def danger(name: str, ask: Callable) -> dict[str, tuple[float, list[str]]]:
    """Return for 113, 112 and '-' (no danger) how many of 100 are as they should be, and the others."""
    found = {"113": [], "112": [], "-": []}
    for query, number in read(name):
        _, numbers, _ = ask(query)
        found[number].append((query, number in numbers if number != "-" else not numbers))
    return {
        key: (100 * sum(right for _, right in rows) / len(rows), [query for query, right in rows if not right])
        for key, rows in found.items()
    }


def main(site: str) -> None:
    from playwright.sync_api import sync_playwright
    from tools.browser import launch_options

    from tools.screenshots import serve

    with sync_playwright() as playwright, contextlib.closing(playwright.chromium.launch(**launch_options())) as browser:
        running = serve(Path(site))
        ask = asking(browser.new_page(), f"http://127.0.0.1:{running.server_port}/")
        for name in ("known", "questions", "stranger"):
            got = score(name, ask)
            print(f"{name:10} first {got.first:.1f}  in three {got.three:.1f}  at a section {got.section:.1f}")
            print("\n".join([] if name in BLIND else got.misses))
        for name in ("danger-tuning", "danger-blind"):
            for key, (share, misses) in danger(name, ask).items():
                print(f"{name:14} {key:4} {share:.1f}", [] if name in BLIND else misses)
        running.shutdown()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main(sys.argv[1] if len(sys.argv) > 1 else "site")

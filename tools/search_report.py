"""Type every query of tests/search/data into the real box of the built site, and into stock Material's over the same pages.

Prints for each set of queries: the right page first, among the first three,
MRR@5, and the misses with what came instead. Which addresses are right for a
concept says concepts.tsv. The misses of the sets that nobody may
learn from (KEPT_BLIND) are printed only when asked for: `--all`.
"""

import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, TimeoutError, sync_playwright

from tools.browser import launch_options
from tools.pictures import serve

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests/search/data"
SETS = ("tuning", "practice", "wide", "scoring", "fresh", "stranger")
KEPT_BLIND = ("scoring", "fresh", "stranger")
# What Playwright's fill() does, in one go: results come at once, while the event is handled.
TYPE = """(box, query) => {
  box.value = query;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  return [...document.querySelectorAll("[data-search-results] a")].map((link) => link.href);
}"""
STOCK = """\
site_name: Online seksuele intimidatie
theme: {name: material, language: nl, font: false}
plugins: [{search: {lang: nl}}]
exclude_docs: _data/
markdown_extensions: [admonition, attr_list, md_in_html, pymdownx.details, tables, footnotes]
"""


@dataclass
class Score:
    """How one set of queries fared: shares of 100, and (query, concept, place or 0, what came) for each miss."""

    queries: int
    first: float
    three: float
    mrr: float
    misses: list[tuple[str, str, int, list[str]]]


def read(name: str) -> list[tuple[str, str]]:
    """Return the rows of a table in tests/search/data without its heading."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(line.split("\t")) for line in lines]


def score(rows: list[tuple[str, str]], ask: Callable[[str], list[str]]) -> Score:
    """Return how well `ask`, which gives the addresses of pages best first, answers the queries."""
    right = {concept: addresses.split() for concept, addresses in read("concepts")}
    places, misses = [], []
    for query, concept in rows:
        found = list(dict.fromkeys(ask(query)))
        place = next((at for at, address in enumerate(found, 1) if address in right[concept]), 0)
        places.append(place)
        if place != 1:
            misses.append((query, concept, place, found[:3]))
    of_100 = 100 / len(rows)
    return Score(
        queries=len(rows),
        first=sum(place == 1 for place in places) * of_100,
        three=sum(1 <= place <= 3 for place in places) * of_100,
        mrr=sum(1 / place for place in places if 1 <= place <= 5) / len(rows),
        misses=misses,
    )


def our_box(page: Page, address: str) -> Callable[[str], list[str]]:
    """Return what types into the box of our site at `address` and reads the results."""
    page.goto(address)
    box = page.get_by_role("searchbox")
    with page.expect_response("**/search.nl.*.js"):
        box.focus()
    links = page.locator("[data-search-results] a")
    box.fill("grooming")
    links.first.wait_for()

    def ask(query: str) -> list[str]:
        return [_address(href, address) for href in box.evaluate(TYPE, query)]

    return ask


def stock_box(page: Page, address: str) -> Callable[[str], list[str]]:
    """Return what types into the search of stock Material at `address` and reads the results."""
    page.goto(address)
    box = page.locator("[data-md-component=search-query]")
    meta = page.locator(".md-search-result__meta")
    box.focus()
    page.wait_for_function("!/nitiali/.test(document.querySelector('.md-search-result__meta').textContent)")
    idle = meta.inner_text()

    def ask(query: str) -> list[str]:
        box.fill("")
        box.press("End")  # it listens to keys, and pasting is none
        page.wait_for_function("idle => document.querySelector('.md-search-result__meta').innerText === idle", arg=idle)
        box.fill(query)
        box.press("End")
        with contextlib.suppress(TimeoutError):  # what its query language can't read is never answered
            changed = "idle => document.querySelector('.md-search-result__meta').innerText !== idle"
            page.wait_for_function(changed, arg=idle, timeout=1500)
        links = page.locator(".md-search-result__link").evaluate_all("all => all.map(link => link.href)")
        return [_address(href, address) for href in links]

    return ask


def _address(href: str, root: str) -> str:
    return href.removeprefix(root).split("#")[0].split("?")[0]


@contextlib.contextmanager
def built(stock: bool) -> Iterator[str]:
    """Build our site, or stock Material's from the same pages, and give the address where it is served."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = ROOT / "mkdocs.yml"
        if stock:
            shutil.copytree(ROOT / "docs", folder / "docs")
            config = folder / "mkdocs.yml"
            config.write_text(STOCK, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            config,
            "--site-dir",
            folder / "site",
        ]
        subprocess.run(command, check=True, cwd=ROOT, stderr=subprocess.DEVNULL if stock else None)
        running = serve(folder / "site")
        try:
            yield f"http://127.0.0.1:{running.server_port}/"
        finally:
            running.shutdown()


def line(name: str, result: Score) -> str:
    """Return one line of the report."""
    return f"{name:22}{result.queries:4} queries   first {result.first:5.1f}   in three {result.three:5.1f}   MRR@5 {result.mrr:.3f}"


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for stock, box in ((False, our_box), (True, stock_box)):
            with built(stock) as address:
                ask = box(browser.new_page(), address)
                for name in SETS:
                    result = score(read(name), ask)
                    print(line(f"{'stock' if stock else 'ours'}: {name}", result), flush=True)
                    if not stock and (name not in KEPT_BLIND or "--all" in sys.argv):
                        for query, concept, place, found in result.misses:
                            print(f"    {place or '-':>2}  {query}  ({concept}) <- {' '.join(found) or 'nothing'}")
        browser.close()


if __name__ == "__main__":
    main()

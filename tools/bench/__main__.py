"""Print how fast the site is: first visits of the home page, then builds.

make bench                  all of it, about ten minutes
make bench ARGS=visits      the visits only
make bench ARGS=builds      the builds only
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from tools.bench import sites
from tools.bench.server import Server
from tools.bench.visit import FAST, SLOW, visit
from tools.setup import launch_options

RUNS = 5
NAMES = ("hand-written", "this site", "stock Material")
ROWS = (
    ("112 can be seen, ms", "seen"),
    ("largest contentful paint, ms", "lcp"),
    ("total blocking time, ms", "blocked"),
    ("layout shift", "shift"),
    ("first visit, bytes (gzip)", "bytes"),
    ("requests", "requests"),
)


def visits(work: Path) -> None:
    """Print the medians of five interleaved first visits of each site, on both networks."""
    sites.build(sites.ROOT, work / "own")
    (work / "stock-project").mkdir()
    sites.stock_project(work / "stock-project")
    sites.build(work / "stock-project", work / "stock")
    sites.limit(work / "own/index.html", work / "limit")
    servers = dict(zip(NAMES, (Server(work / name) for name in ("limit", "own", "stock")), strict=True))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for network in (SLOW, FAST):
            found: dict[str, list[dict]] = {name: [] for name in NAMES}
            for _ in range(RUNS):
                for name in NAMES:
                    found[name].append(visit(browser, servers[name], network))
            print(f"\n{network.name}: {network.latency} ms, {network.speed} kbit/s, processor {network.slower} times slower")
            print(f"{'':32}" + "".join(f"{name:>22}" for name in NAMES))
            for label, key in ROWS:
                values = [median(one[key] for one in found[name]) for name in NAMES]
                ratios = [f"({value / values[0]:.2f})" if values[0] and key != "shift" else "" for value in values]
                print(f"{label:32}" + "".join(f"{value:>14.0f} {ratio:>7}" for value, ratio in zip(values, ratios, strict=True)))
        browser.close()


def _seconds(project: Path, folder: Path) -> float:
    start = time.perf_counter()
    sites.build(project, folder)
    return time.perf_counter() - start


def builds(work: Path) -> None:
    """Print how long a build takes against stock Material, and how that grows with the pages."""
    for name in ("stock-build", "own-build"):
        (work / name).mkdir()
    sites.stock_project(work / "stock-build")
    sites.own_project(work / "own-build")
    taken: dict[str, list[float]] = {"own-build": [], "stock-build": []}
    for _ in range(3):
        for name, times in taken.items():
            times.append(_seconds(work / name, work / "built"))
    own, stock = (median(times) for times in taken.values())
    print(f"\nbuild: this site {own:.1f} s, stock Material {stock:.1f} s: {own / stock:.2f} times")
    pages = len(list((work / "own-build/docs").rglob("*.md")))
    for more in (100, 300, 1000 - pages):
        project = work / f"own-{more}"
        project.mkdir()
        sites.own_project(project, more)
        took = _seconds(project, work / "built")
        print(f"{pages + more:>6} pages: {took:.1f} s, {1000 * (took - own) / more:.0f} ms for each page more")


def main() -> None:
    wanted = sys.argv[1:] or ["visits", "builds"]
    with tempfile.TemporaryDirectory() as folder:
        if "visits" in wanted:
            visits(Path(folder))
        if "builds" in wanted:
            builds(Path(folder))


if __name__ == "__main__":
    main()

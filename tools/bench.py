"""`make bench`: the first visit against a hand-written page of the same words, and the build against stock Material.

Only the ratios say something: all of it runs in turn, on this machine.
"""

import gzip
import http.server
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tools.setup import launch_options

RUNS = 5
NETWORKS = {"slow": (400, 400), "fast": (60, 9000)}  # round trip in ms, kbit/s; the processor is four times slower
STOCK = """site_name: Stock
theme: {name: material, language: nl}
markdown_extensions: [admonition, attr_list, md_in_html, pymdownx.details, tables, footnotes]
"""
WATCH = """window.bench = { seen: 0, blocked: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((one) => (bench.blocked += Math.max(0, one.duration - 50))))
  .observe({ type: "longtask", buffered: true });
const look = () => {
  const link = document.querySelector('a[href="tel:112"]');
  if (link && link.checkVisibility()) bench.seen = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
READ = (
    "() => [Math.max(bench.seen, performance.getEntriesByName('first-contentful-paint')[0].startTime), bench.blocked]"
)


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Packs what it sends, as a real server does."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = gzip.compress(path.read_bytes(), 9, mtime=0) if path.is_file() else b""
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> str:
    """Return the address of a packing server of `folder`."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *given: _Packed(*given, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def build(project: Path, folder: Path) -> float:
    """Build the MkDocs project at `project` into `folder` and return the seconds it took."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=project, env=os.environ | {"SITE_URL": "https://voorbeeld.example/"}, check=True)
    return time.perf_counter() - start


def lay_out(project: Path, more: int, *, stock: bool) -> Path:
    """Return a copy of this site, or of its Markdown for stock Material, with `more` pages of middling length."""
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("_data") if stock else None)
    menu = "".join(f"  - Proef {n}: proef-{n}.md\n" for n in range(more))
    own = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").rstrip() + "\n" + menu
    (project / "mkdocs.yml").write_text(STOCK if stock else own, encoding="utf-8")
    if not stock:
        shutil.copytree(ROOT / "overrides", project / "overrides")
    page = (ROOT / "docs/signalen.md").read_text(encoding="utf-8")
    for n in range(more):
        text = re.sub(r"(?m)^# .*", f"# Proef {n}", page, count=1)
        (project / f"docs/proef-{n}.md").write_text(text, encoding="utf-8")
    return project


def limit(home: Path, folder: Path) -> None:
    """Write the hand-written page: the words of the built page `home` in plain HTML, 2 kB of styles, no script."""
    article = LexborHTMLParser(home.read_text(encoding="utf-8")).css_first("article")
    for node in article.css("svg, footer, sup, .app-sources-heading, [hidden], .app-pocket, button"):
        node.decompose()
    for node in article.css("*"):
        for name in [one for one in node.attributes if (node.tag, one) != ("a", "href")]:
            del node.attrs[name]
    folder.mkdir()
    page = (Path(__file__).parent / "bench-limit.html").read_text(encoding="utf-8")
    (folder / "index.html").write_text(page.replace("{text}", article.inner_html), encoding="utf-8")


def visit(browser: Browser, address: str, latency: int, speed: int) -> list[float]:
    """Return [ms until 112 is seen, ms of blocking] of a first visit on a phone."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    session = page.context.new_cdp_session(page)
    rate = {"downloadThroughput": speed * 125, "uploadThroughput": speed * 125}
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": latency} | rate)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("bench.seen")
    found = page.evaluate(READ)
    page.close()
    return found


def main(work: Path) -> None:
    """Print both comparisons."""
    for more in (0, 300):
        own, stock = (lay_out(work / f"{name}{more}", more, stock=name == "stock") for name in ("own", "stock"))
        times = [(build(own, work / "site"), build(stock, work / "stock-site")) for _ in range(3)]
        mine, theirs = (median(column) for column in zip(*times, strict=True))
        print(f"build, {more} pages more: {mine:.2f} s, stock {theirs:.2f} s: {mine / theirs:.2f} times", flush=True)
    build(ROOT, work / "built")
    limit(work / "built/index.html", work / "limit")
    addresses = [serve(work / "limit"), serve(work / "built")]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for name, network in NETWORKS.items():
            found = [[visit(browser, address, *network) for address in addresses] for _ in range(RUNS)]
            (seen, blocked), (own_seen, own_blocked) = (
                [median(values) for values in zip(*column, strict=True)] for column in zip(*found, strict=True)
            )
            print(
                f"{name}: 112 seen {own_seen / seen:.2f} times the limit, blocked {own_blocked:.0f} ms ({blocked:.0f})"
            )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(Path(made))

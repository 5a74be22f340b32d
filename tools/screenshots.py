"""Take pictures of every page, phone and desktop, light and dark, in pictures/.

make pictures                        every page
make pictures ARGS="vormen/grooming/ hulp/"    these only
"""

import functools
import http.server
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from tools.setup import launch_options

FOLDER = Path("pictures")
WIDTHS = {"360": (360, 740), "768": (768, 1024), "1280": (1280, 900)}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> http.server.ThreadingHTTPServer:
    """Return a server of `folder` on a free port of this machine, already answering."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def addresses(site: Path) -> list[str]:
    """Return the address of every built page: '', 'hulp/', …, '404.html'; none that only leads on to another."""
    found = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"))
    pages = (path.relative_to(site).as_posix() for path in found)
    return sorted(page.removesuffix("index.html") for page in pages)


def main() -> None:
    site = Path("site")
    wanted = sys.argv[1:] or addresses(site)
    server = serve(site)
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for scheme in ("light", "dark"):
            for name, (width, height) in WIDTHS.items():
                context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})
                page = context.new_page()
                for address in wanted:
                    page.goto(f"http://127.0.0.1:{server.server_port}/{address}")
                    stem = address.strip("/").replace("/", "_").removesuffix(".html") or "home"
                    page.screenshot(path=FOLDER / f"{stem}-{name}-{scheme}.png", full_page=True)
                context.close()
        browser.close()
    server.shutdown()
    print(f"{len(wanted)} pages in {FOLDER}/")


if __name__ == "__main__":
    main()

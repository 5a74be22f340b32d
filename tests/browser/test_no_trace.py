"""From load to print, on every page: nothing is kept, nobody else is asked, nothing stands in an address.

Every way in which a page can keep or send something is watched from before its
first script; then all of the site is used, through the shipped server.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect
from states import SAMPLE, search_for

from tools.screenshots import addresses
from tools.setup import launch_options

WORDS = "gechanteerd"  # looked for; no address of ours holds this word
WATCH = """
(() => {
  const watch = (owner, names) => {
    for (const name of names) {
      const is = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!is) continue;
      const wrap = (made, how) => made && function (...given) {
        if (how !== "get" || name !== "name") told(`${how} ${name} ${given.map(String)}`);
        return new.target ? new made(...given) : made.apply(this, given);
      };
      Object.defineProperty(owner, name, "value" in is
        ? { ...is, value: wrap(is.value, "call") }
        : { ...is, get: wrap(is.get, "get"), set: wrap(is.set, "set") });
    }
  };
  watch(window, ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore", "name", "Worker",
    "SharedWorker", "WebSocket", "EventSource", "WebTransport", 
    "RTCPeerConnection", "BroadcastChannel", "XMLHttpRequest"]);
  watch(Storage.prototype, ["setItem", "getItem", "removeItem", "clear"]);
  watch(Document.prototype, ["cookie"]);
  watch(Navigator.prototype, ["sendBeacon", "storage", "serviceWorker", "locks"]);
  watch(History.prototype, ["pushState", "replaceState"]);
  document.addEventListener("securitypolicyviolation", (event) =>
    told(`policy ${event.violatedDirective} ${event.blockedURI}`));
})();
"""


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture(params=["nginx", "server"], ids=["policy as header", "policy in the page alone"])
def address_of_site(request) -> str:
    return request.getfixturevalue(request.param)


@pytest.fixture
def page(browser: Browser, told: list[str]) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.expose_function("told", lambda what: told.append(what))
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    # The console calls the page for what is not there an error: it is asked for here, and comes with its status.
    page.on(
        "response",
        lambda response: (
            response.status == 404 and not response.url.endswith("/404.html") and told.append(response.url)
        ),
    )
    page.on("pageerror", lambda error: told.append(str(error)))
    yield page
    context.close()


def use(page: Page) -> None:
    """Do on a page all that a reader can do, but leave it."""
    page.keyboard.press("Shift")
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    page.keyboard.press("Escape")
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
    for folded in page.locator("details > summary").all():
        folded.click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


def search(page: Page, words: str) -> None:
    """Look for `words` and follow the first answer."""
    search_for(page, words, "[data-search-results] a")
    answer = page.locator("[data-search-results] a").first
    page.keyboard.press("Enter")
    answer.click()


def test_using_all_of_the_site_keeps_nothing_asks_nobody_and_breaks_no_policy(
    request, page, site, address_of_site, told
):
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    everywhere = address_of_site == request.getfixturevalue("nginx")
    for address in addresses(site) if everywhere else SAMPLE:
        page.goto(address_of_site + address)
        use(page)
    page.goto(address_of_site)
    search(page, WORDS)
    expect(page).not_to_have_url(address_of_site)
    assert [what for what in told if "status of 404" not in what] == []
    assert [url for url in asked if urlsplit(url).netloc != urlsplit(address_of_site).netloc] == []
    assert [url for url in [*asked, page.url] if "?" in url or WORDS in url] == []
    assert page.context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
    kept = page.evaluate(
        "async () => [await caches.keys(), await indexedDB.databases(), "
        "await navigator.serviceWorker?.getRegistrations() ?? []].flat().length"
    )
    assert kept == 0


def test_the_watch_itself_sees_what_it_should(page, nginx, told):
    page.goto(nginx)
    page.evaluate(
        # What breaks the policy is told last: when that has come, all has.
        "async () => { const last = new Promise(come => document.addEventListener('securitypolicyviolation',"
        " event => event.violatedDirective === 'style-src-attr' && come()));"
        " localStorage.a = 1; document.cookie = 'a=1'; window.name = 'a'; caches.open('a'); indexedDB.open('a');"
        " navigator.sendBeacon('/'); history.replaceState(null, '', '?a');"
        " document.body.setAttribute('style', 'top:0'); await last; }"
    )
    seen = " ".join(told)
    for what in (
        "get localStorage",
        "set cookie",
        "set name",
        "get caches",
        "get indexedDB",
        "call sendBeacon",
        "call replaceState",
        "policy style-src-attr",
    ):
        assert what in seen


def test_no_page_stays_on_disk_and_what_has_its_hash_in_its_name_does(
    browser_type: BrowserType, tmp_path: Path, nginx, site
):
    options = launch_options()
    context = browser_type.launch_persistent_context(str(tmp_path), **options)
    page = context.new_page()
    for address in ("", "hulp/", "vormen/sextortion/", "bestaat-niet"):
        page.goto(nginx + address)
    page.wait_for_load_state("networkidle")
    context.close()
    [cache] = tmp_path.rglob("Cache_Data")
    on_disk = b"".join(path.read_bytes() for path in cache.iterdir() if path.is_file())
    [sheet] = site.glob("assets/print.nl.*.css")  # the one file with its hash in its name that every page asks for
    assert f"{nginx}assets/{sheet.name}".encode() in on_disk
    assert re.findall(rb"127\.0\.0\.1:\d+/(?!assets/)[\w./-]*", on_disk) == []

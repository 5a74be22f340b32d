"""One first visit in a real browser, on a slow network and a slow processor."""

from dataclasses import dataclass

from playwright.sync_api import Browser

from tools.bench.server import Server

WATCH = """
window.bench = { seen: 0, lcp: 0, shift: 0, blocked: 0 };
const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("largest-contentful-paint", (entry) => (bench.lcp = entry.startTime));
watch("layout-shift", (entry) => (bench.shift += entry.hadRecentInput ? 0 : entry.value));
watch("longtask", (entry) => (bench.blocked += Math.max(0, entry.duration - 50)));
// A frame is asked for only when the page may be drawn: nothing above it waits for a stylesheet any more.
const look = () => {
  const link = document.querySelector('a[href="tel:112"]');
  if (link && link.checkVisibility()) bench.seen = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
READ = """() => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return { ...bench, seen: Math.max(bench.seen, paint ? paint.startTime : 0) };
}"""


@dataclass(frozen=True)
class Network:
    """What stands between the reader and the server: round trip in ms, speed in kbit/s, how many times slower the processor."""

    name: str
    latency: int
    speed: int
    slower: int


SLOW = Network("slow", 400, 400, 4)
FAST = Network("fast", 60, 9_000, 4)


def visit(browser: Browser, server: Server, network: Network) -> dict[str, float]:
    """Return what a first visit of the home page costs: times in ms, bytes of bodies, requests.

    A headless browser asks for no icon, so neither does the count. Other sites (Google's fonts) are not reached.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setBlockedURLs", {"urls": ["*fonts.googleapis.com*", "*fonts.gstatic.com*"]})
    bytes_per_second = network.speed * 1000 / 8
    conditions = {"latency": network.latency, "downloadThroughput": bytes_per_second, "uploadThroughput": bytes_per_second}
    session.send("Network.emulateNetworkConditions", {"offline": False, **conditions})
    session.send("Emulation.setCPUThrottlingRate", {"rate": network.slower})
    page.add_init_script(WATCH)
    server.sent.clear()
    page.goto(server.address, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    found = page.evaluate(READ)
    context.close()
    return found | {"bytes": sum(size for _, size in server.sent), "requests": len(server.sent)}

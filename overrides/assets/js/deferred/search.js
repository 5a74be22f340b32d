// Without scripts the search is a link to A to Z. With them, a box of the same height takes its
// place. What searches (assets/js/search/) loads at the first touch of the box, not before.
const search = document.querySelector("[data-app-search]");
const parts = search && search.querySelector("template");
if (parts) {
  const { appSearchEngine, appSearchIndex } = search.dataset;
  const sources = [appSearchEngine, appSearchIndex].map((source) => new URL(source, location.href).href);
  const base = new URL(search.dataset.appSearch, location.href).href;
  search.replaceChildren(parts.content.cloneNode(true));
  const selectors = ["input", "[data-app-search-panel]", "[aria-live]"];
  const [box, panel, status] = selectors.map((name) => search.querySelector(name));
  const button = search.querySelector("button");
  let [loading, tries, pressed] = [false, 0, false];
  const load = () => {
    if (loading) return;
    loading = true;
    const again = tries ? `?${tries}` : ""; // some browsers remember that an address failed
    tries += 1;
    Promise.all(sources.map((source) => import(source + again)))
      .then(([engine, index]) => {
        panel.hidden = true;
        engine.start(search, index.default, base);
        if (pressed && !box.value) button.click();
      })
      .catch(() => {
        loading = false; // the next touch tries again; until then the panel holds the link to A to Z
        panel.hidden = false;
        status.textContent = status.dataset.appFailed;
      });
  };
  button.addEventListener("click", () => (pressed = true), { once: true });
  for (const touch of ["focusin", "pointerdown", "input"]) search.addEventListener(touch, load);
  // Nothing is kept: a page that the browser holds in memory comes back without words, results or status.
  window.addEventListener("pagehide", () => {
    box.value = "";
    box.dispatchEvent(new Event("input"));
  });
}

// Without scripts the search is a link to A to Z. With them, a box of the same height takes its
// place. What searches (assets/js/search/) loads at the first touch of the box, not before.
const search = document.querySelector("[data-app-search]");
const parts = search && search.querySelector("template");
if (parts) {
  const sources = [search.dataset.appSearchEngine, search.dataset.appSearchIndex].map((source) => new URL(source, location.href).href);
  const base = new URL(search.dataset.appSearch, location.href).href;
  search.replaceChildren(parts.content.cloneNode(true));
  const box = search.querySelector("input");
  let loading;
  const load = () => {
    loading ||= Promise.all(sources.map((source) => import(source)))
      .then(([engine, index]) => engine.start(search, index.default, base))
      .catch(() => (loading = undefined)); // no line: the next touch tries again, and A to Z is in the menu
  };
  for (const touch of ["focusin", "pointerdown", "input"]) search.addEventListener(touch, load);
  window.addEventListener("pagehide", () => (box.value = "")); // nothing is kept, not by the way back either
}

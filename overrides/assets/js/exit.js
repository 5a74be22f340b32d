// The quick way out. Without scripts it is a link; with them the screen is blank at
// once, the tab has a neutral title, and this page's place in the history is taken by
// the other site, so that Back does not return to it. Three times Shift does the same.
// Not Escape: screen readers and browsers use it.
const link = document.querySelector("[data-app-exit]");
if (link) {
  const PRESSES = 3;
  const PATIENCE = 5000; // ms between two presses; a slow hand is in time
  const title = document.title;

  // A child of body, so that it can still be heard when the rest of the page is gone.
  const spoken = document.createElement("p");
  spoken.className = "app-exit__spoken";
  spoken.setAttribute("aria-live", "assertive");
  document.body.append(spoken);

  const leave = () => {
    document.documentElement.setAttribute("data-app-left", "");
    document.title = link.getAttribute("data-app-exit");
    spoken.textContent = link.dataset.appLeaving;
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = 0;
  let alone = false; // Shift went down and nothing else did: not a capital, not a selection
  let patience;
  const start = () => {
    clearTimeout(patience);
    presses = 0;
    alone = false;
    spoken.textContent = "";
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Shift") alone = !event.ctrlKey && !event.altKey && !event.metaKey;
    else if (presses || alone) start();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses += 1;
    clearTimeout(patience);
    if (presses === PRESSES) return leave();
    spoken.textContent = link.dataset.appMore.replace("{count}", PRESSES - presses);
    patience = setTimeout(() => {
      start();
      spoken.textContent = link.dataset.appStopped;
    }, PATIENCE);
  });
  document.addEventListener("pointerdown", start);

  // Back from memory: the page is whole again. Whether it may be seen is for
  // early/gone.js, which runs first.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || document.documentElement.hasAttribute("data-app-left")) return;
    document.title = title;
    start();
  });
}

// The quick way out. Without scripts it is a link; with them the screen is blank at
// once, the tab has a neutral title, and this page's place in the history is taken by
// the other site, so that Back does not return to it. Three times Shift does the same.
// Not Escape: screen readers and browsers use it.
const link = document.querySelector("[data-app-exit]");
if (link) {
  const PRESSES = 3;
  const PATIENCE = 5000; // ms between two presses; a slow hand is in time
  const root = document.documentElement;
  const title = document.title;

  // A child of body, so that it can still be heard when the rest of the page is gone.
  const spoken = document.createElement("p");
  spoken.className = "app-exit__spoken";
  spoken.setAttribute("aria-live", "assertive");
  document.body.append(spoken);

  let presses = 0;
  let alone = false; // Shift went down and nothing else did: not a capital, not a selection
  let patience;
  const start = () => {
    clearTimeout(patience);
    presses = 0;
    alone = false;
    if (!root.hasAttribute("data-app-left")) spoken.textContent = "";
  };

  const leave = () => {
    if (root.hasAttribute("data-app-left")) return;
    start();
    root.setAttribute("data-app-left", "");
    document.title = link.getAttribute("data-app-exit");
    spoken.textContent = link.dataset.appLeaving;
    // Only now: a browser may paint nothing more once it has begun to leave, and this
    // one frame is the blank one. A hidden tab draws no frames, so a timer stands beside.
    let going = false;
    const go = () => {
      if (going) return;
      going = true;
      if (top !== self) try { top.location.replace(link.href); } catch {} // in a frame of another site
      location.replace(link.href);
    };
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, 400);
    // For history-guard.js: who goes back before the other site is there, and on again.
    dispatchEvent(new Event("app-left"));
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // The middle button would open the other site beside this page, and leave this one in sight.
  link.addEventListener("auxclick", (event) => {
    if (event.button !== 1) return;
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") start();
    else if (!event.repeat) alone = !event.ctrlKey && !event.altKey && !event.metaKey;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || root.hasAttribute("data-app-left")) return;
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
  // Shift with a button or the wheel is something else, and so is Shift in another window.
  for (const other of ["pointerdown", "wheel"]) document.addEventListener(other, start, { passive: true });
  addEventListener("blur", start);

  // Back from memory: the page is whole again. Whether it may be seen is for
  // early/history-guard.js, which runs first.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || root.hasAttribute("data-app-left")) return;
    document.title = title;
    start();
  });
}

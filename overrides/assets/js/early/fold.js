// What folds is written open, so that it can be read without scripts, or when this one fails. It is
// closed while the page arrives, before it is seen, unless the address leads into it. A link that
// leads into it opens it, and so does printing: not every browser prints what is closed.
const FOLD = "details[data-app-fold]";
const arriving = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node.nodeType === 1 && node.matches(FOLD)) node.open = false;
  }
});
arriving.observe(document, { childList: true, subtree: true });

const lead = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let closed = false;
  for (let fold = place && place.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    if (!fold.open) closed = true;
    fold.open = true;
  }
  if (closed) place.scrollIntoView();
};
addEventListener("DOMContentLoaded", () => {
  arriving.disconnect();
  lead();
});
addEventListener("hashchange", lead);
addEventListener("click", ({ target }) => {
  if (target.closest("a[href^='#']")) setTimeout(lead); // the same link once more changes no address
});

const opened = [];
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details:not([open])")) opened.push(fold);
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened.splice(0)) fold.open = false;
});

// Browsers that don't know ::details-content would leave folded text out of a print.
const opened = [];
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    opened.push(folded);
  }
});
window.addEventListener("afterprint", () => {
  for (const folded of opened.splice(0)) folded.open = false;
});

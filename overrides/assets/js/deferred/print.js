// "Print deze pagina", and the parts that can be printed by themselves. For a part, the
// page marks what to print and the style sheet does the rest; the title changes too,
// because browsers print it and offer it as the name of a file.
const actions = document.querySelector("[data-app-actions]");
if (actions) {
  actions.hidden = false;
  const root = document.documentElement;
  const title = document.title;

  const restore = () => {
    root.removeAttribute("data-app-printing");
    document.title = title;
    for (const part of document.querySelectorAll("[data-app-print-now]")) part.removeAttribute("data-app-print-now");
  };
  window.addEventListener("afterprint", restore);

  for (const button of actions.querySelectorAll("[data-app-print]")) {
    button.addEventListener("click", () => {
      restore();
      const part = document.querySelector(`[data-app-print-part="${button.dataset.appPrint}"]`);
      if (part) {
        root.dataset.appPrinting = button.dataset.appPrint;
        part.setAttribute("data-app-print-now", "");
        document.title = part.dataset.appPrintTitle;
      }
      window.print();
    });
  }
}

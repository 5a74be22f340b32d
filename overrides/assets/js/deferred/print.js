// "Print deze pagina", and the parts that can be printed by themselves: a copy of the part stands at
// the end of the page, and the style sheet prints that alone. The title changes too, because browsers
// print it and offer it as the name of a file.
const actions = document.querySelector("[data-app-actions]");
if (actions) {
  actions.hidden = false;
  const root = document.documentElement;
  const title = document.title;
  const copy = document.createElement("div");
  copy.className = "app-print md-typeset";

  const restore = () => {
    root.removeAttribute("data-app-printing");
    document.title = title;
    copy.remove();
  };
  addEventListener("afterprint", restore);

  for (const button of actions.querySelectorAll("[data-app-print]")) {
    button.addEventListener("click", () => {
      restore();
      const name = button.getAttribute("data-app-print");
      const part = name && document.querySelector(`[data-app-print-part="${name}"]`);
      if (part) {
        root.setAttribute("data-app-printing", name);
        copy.textContent = "";
        copy.append(part.cloneNode(true));
        document.body.append(copy);
        document.title = part.getAttribute("data-app-print-title");
      }
      print();
    });
  }
}

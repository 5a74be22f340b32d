// What opens from the row on top: the menu, which stands below the page without scripts, and on a
// phone the search box. The link becomes a button; Escape and leaving it close it again, and focus
// goes back to where it came from. The bar with 112 and the way out stays in sight.
for (const link of document.querySelectorAll("[data-app-opens]")) {
  const part = document.getElementById(link.getAttribute("data-app-opens"));
  const close = part.querySelector("[data-app-close]");
  const box = () => part.querySelector("input"); // search.js puts it there, after this
  const open = document.createElement("button");
  open.type = "button";
  open.className = link.className;
  open.append(...link.childNodes);
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-controls", part.id);
  link.replaceWith(open);

  const shown = () => part.hasAttribute("data-app-open");
  const show = (wanted, back) => {
    part.toggleAttribute("data-app-open", wanted);
    open.setAttribute("aria-expanded", String(wanted));
    if (close) {
      close.hidden = !wanted;
      part.style.top = wanted ? `${document.querySelector(".app-bar").offsetHeight}px` : "";
    }
    if (wanted) (close || box()).focus();
    else if (back) open.focus();
  };
  open.addEventListener("click", () => {
    if (close || box()) show(!shown(), true);
    else location.href = link.href;
  });
  if (close) close.addEventListener("click", () => show(false, true));
  part.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown() && (close || !box().value)) show(false, true);
  });
  if (!close) continue;
  part.addEventListener("click", (event) => {
    if (shown() && event.target.closest("a")) show(false); // a link to this same page
  });
  document.addEventListener("focusin", (event) => {
    if (shown() && !part.contains(event.target) && event.target !== open) show(false);
  });
}

// The menu stands below the page, and works there without scripts. With them, the
// link "Menu" becomes a button that shows it over the page; Escape, the button and
// leaving it close it again, and focus goes back to where it came from.
const link = document.querySelector("[data-app-menu-open]");
const menu = document.querySelector("[data-app-menu]");
if (link && menu) {
  const open = document.createElement("button");
  open.type = "button";
  open.className = link.className;
  open.textContent = link.textContent;
  open.setAttribute("aria-expanded", "false");
  open.setAttribute("aria-controls", menu.id);
  link.replaceWith(open);

  const close = document.createElement("button");
  close.type = "button";
  close.className = `${open.className} app-menu__close`;
  close.textContent = menu.dataset.appMenu;
  close.hidden = true;
  menu.prepend(close);

  const show = (shown) => {
    menu.toggleAttribute("data-app-open", shown);
    open.setAttribute("aria-expanded", String(shown));
    close.hidden = !shown;
    (shown ? close : open).focus();
  };
  open.addEventListener("click", () => show(true));
  close.addEventListener("click", () => show(false));
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !close.hidden) show(false);
  });
  menu.addEventListener("click", (event) => {
    if (!close.hidden && event.target.closest("a")) show(false); // a link to this same page
  });
  document.addEventListener("focusin", (event) => {
    if (!close.hidden && !menu.contains(event.target)) show(false);
  });
}

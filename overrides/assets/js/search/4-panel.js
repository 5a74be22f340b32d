// The panel of results below the box: a disclosure (ARIA Authoring Practices), whose button
// the box helps along. Results are plain links, so that every way of reading knows them.
const element = (name, className, text, href) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  if (href) made.href = href;
  return made;
};

const resultOf = (base) => ({ url, title, sentence, part }) => {
  const item = element("li", "app-search__result");
  item.append(element("a", "app-search__title", title, base + url), element("p", "app-search__sentence", sentence), element("p", "app-search__part", part));
  return item;
};

const numberOf = ([name, shown, dial]) => {
  const item = element("li");
  const link = element("a", "app-search__number", name === shown ? `Bel ${shown}` : `Bel ${name}: ${shown}`, `tel:${dial}`);
  // A screen reader says the number digit by digit, as everywhere on the site (finish/spoken.py).
  link.setAttribute("aria-label", link.textContent.replace(/\d[\d ]*/g, (number) => [...number.replaceAll(" ", "")].join(" ")));
  item.append(link);
  return item;
};

const start = (place, data, base) => {
  const find = (selector) => place.querySelector(selector);
  const box = find("input");
  const button = find("button");
  const status = find("[role=status]");
  const panel = find("[data-app-search-panel]");
  const list = find("[data-search-results]");
  const numbers = find("[data-app-search-numbers]");
  const nothing = find("[data-app-search-nothing]");
  const none = find("[data-app-search-none]");
  const site = prepare(data);
  let speaking;

  const show = (shown) => {
    panel.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
    // With a keyboard on the screen little is left: the box moves up, so that results stand above the keys.
    const view = window.visualViewport;
    if (shown && view && panel.getBoundingClientRect().top > view.height / 2) place.scrollIntoView();
  };
  const say = (text) => {
    clearTimeout(speaking);
    speaking = setTimeout(() => (status.textContent = text), 600); // once typing rests, not at every letter
  };
  const answer = () => {
    const asked = box.value.trim();
    const found = asked ? search(site, asked) : { results: [], numbers: [] };
    const count = found.results.length;
    list.replaceChildren(...found.results.map(resultOf(base)));
    numbers.replaceChildren(...found.numbers.map(numberOf));
    numbers.hidden = !found.numbers.length;
    nothing.hidden = !asked || (count && found.sure); // what was only guessed is shown, with another way on
    none.hidden = count;
    none.nextElementSibling.hidden = !count;
    const { appOne, appMany, appNone } = status.dataset;
    const counted = count ? (count === 1 ? appOne : appMany.replace("{}", count)) : asked && appNone;
    say([numbers.textContent && `${[...numbers.children].map((item) => item.textContent).join(". ")}.`, counted].filter(Boolean).join(" "));
    show(Boolean(asked));
  };
  const step = (by) => {
    const stops = [box, ...panel.querySelectorAll("a")].filter((node) => node === box || node.offsetParent);
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (next) next.focus();
  };

  box.addEventListener("input", answer);
  button.addEventListener("click", () => (panel.hidden ? answer() || show(true) : show(false)));
  place.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      if (!panel.hidden) box.focus();
      else box.value = "";
      show(false);
    } else if (event.key === "Enter" && event.target === box) {
      if (panel.hidden) answer();
      step(1);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (panel.hidden && box.value) answer();
      if (!panel.hidden) step(event.key === "ArrowDown" ? 1 : -1);
    } else return;
    event.preventDefault();
  });
  list.addEventListener("click", () => show(false)); // a result may be on this same page
  const leave = (event) => {
    if (!panel.hidden && !place.contains(event.target)) show(false);
  };
  for (const way of ["focusin", "pointerdown"]) document.addEventListener(way, leave);
  if (box.value) answer();
};

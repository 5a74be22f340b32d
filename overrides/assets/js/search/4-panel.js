// The panel of results below the box: a disclosure (ARIA Authoring Practices), whose button the box helps along.
// Results are plain links, so that every way of reading knows them.
const element = (name, className, text, href) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  if (href) made.href = href;
  return made;
};

const start = (place, data, base) => {
  const find = (selector) => place.querySelector(selector);
  const [box, button, status, panel] = ["input", "button", "[aria-live]", "[data-app-search-panel]"].map(find);
  const list = find("[data-search-results]");
  const [numbers, nothing, none] = ["numbers", "nothing", "none"].map((name) => find(`[data-app-search-${name}]`));
  const { appOne, appMany, appNone, appCall } = status.dataset;
  const site = prepare(data);
  const english = data.english.length ? new RegExp(`\\b(${data.english.join("|")})\\b`, "i") : /^$/;
  let speaking;

  const inItsLanguage = (node, text) => {
    node.textContent = "";
    text.split(english).forEach((part, odd) => {
      node.append(odd % 2 ? Object.assign(element("span", "", part), { lang: "en" }) : part);
    });
    return node;
  };
  const resultOf = ({ url, title, sentence, part }) => {
    const item = element("li", "app-search__result");
    item.append(
      inItsLanguage(element("a", "app-search__title", "", base + url), title),
      inItsLanguage(element("p", "app-search__sentence"), sentence), element("p", "app-search__part", part),
    );
    return item;
  };
  const numberOf = ([name, shown, dial]) => {
    const item = element("li");
    const words = `${appCall} ${name === shown ? "" : `${name}: `}${shown}`;
    item.append(element("a", "app-search__number", words, `tel:${dial}`));
    return item;
  };
  const fill = (node, items) => {
    node.textContent = "";
    node.append(...items);
    node.hidden = !items.length;
  };
  const say = (text) => {
    clearTimeout(speaking);
    if (text) speaking = setTimeout(() => (status.textContent = text), 600); // once typing rests, not at every letter
    else status.textContent = "";
  };
  const show = (shown) => {
    panel.hidden = !shown;
    button.setAttribute("aria-expanded", String(shown));
    if (!shown) say("");
    // With a keyboard on the screen little is left: the box moves up, so that results stand above the keys.
    const view = window.visualViewport;
    if (shown && view && panel.getBoundingClientRect().top > view.height / 2) place.scrollIntoView();
  };
  const answer = () => {
    const asked = box.value.trim();
    const found = asked ? search(site, asked) : { results: [], numbers: [] };
    const count = found.results.length;
    fill(list, found.results.map(resultOf));
    fill(numbers, found.numbers.map(numberOf));
    nothing.hidden = !asked || (count > 0 && found.sure); // what was only guessed is shown, with another way on
    none.hidden = count > 0;
    none.nextElementSibling.hidden = !count;
    const counted = count ? (count === 1 ? appOne : appMany.replace("{}", count)) : asked && appNone;
    show(Boolean(asked));
    say([...[...numbers.children].map((item) => `${item.textContent}.`), counted].filter(Boolean).join(" "));
  };
  const step = (by) => {
    const stops = [box, ...panel.querySelectorAll("a")].filter((node) => node === box || node.offsetParent);
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (next) next.focus();
  };

  box.addEventListener("input", answer);
  button.addEventListener("click", () => {
    const opens = panel.hidden;
    if (opens) answer();
    show(opens);
  });
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
  for (const way of ["focusin", "pointerdown"])
    document.addEventListener(way, ({ target }) => panel.hidden || place.contains(target) || show(false));
  if (box.value) answer();
};

// After the quick exit, pages of this site that were read before it stay out of reach
// of Back and Forward. Stands in the head, because such a page must not be seen at all.
//
// Nobody can take a page out of the browser's list. But each page can say, in its own
// place in that list, that the reader went on within the site ("on"), or came from
// within it ("from"). When somebody comes back from another site and the page after
// "on", or before "from", is not there, the quick exit took its place: only it replaces
// a page. Then the screen stays empty and the other site comes again. Readers who
// follow a link to another site and come back find no such gap, and see their page.
// Who presses Back before the other site is there finds the place that was "left".
//
// The marks live in the history of this one tab and go with it: nothing is stored.
// A browser without the Navigation API shows the earlier pages again.
{
  const LONGEST = 50; // a browser keeps so many places; then the oldest go, and that is no exit
  const root = document.documentElement;
  const { navigation } = window;
  const able = Boolean(navigation && navigation.activation);

  const marks = (entry) => (entry && entry.getState()) || {};
  const mark = (change) => {
    const had = marks(navigation.currentEntry);
    const news = Object.keys(change).some((name) => Boolean(had[name]) !== change[name]);
    // Slow on an old phone, and mostly not needed.
    if (news) navigation.updateCurrentEntry({ state: { ...had, ...change } });
  };

  const gone = () => {
    const { from, navigationType } = navigation.activation;
    if (navigationType === "push" || navigationType === "replace") return false; // opened anew
    const places = navigation.entries(); // those of this site around this one
    if (places.some((entry) => marks(entry).left)) return true;
    if (from || navigationType !== "traverse") return false; // not back from another site
    return Boolean(marks(places[places.length - 1]).on || (marks(places[0]).from && history.length < LONGEST));
  };
  let leaving = false;
  const away = () => {
    const go = () => {
      if (leaving) return;
      leaving = true;
      location.replace(document.querySelector("[data-app-exit]").href);
    };
    requestAnimationFrame(() => setTimeout(go)); // what was painted is blank first, as in exit.js
    setTimeout(go, 400);
  };
  const arrive = () => {
    const left = able ? gone() : Boolean(history.state && history.state.left);
    root.toggleAttribute("data-app-left", left);
    if (left || !able) return;
    const { from, navigationType } = navigation.activation;
    mark(from && navigationType === "push" ? { on: false, from: true } : { on: false });
  };

  arrive();
  addEventListener("pageshow", (event) => {
    leaving = false;
    if (event.persisted || !able) arrive(); // WebKit knows the state of a place no sooner
    if (root.hasAttribute("data-app-left")) away();
  });
  addEventListener("app-left", () => (able ? mark({ left: true }) : history.replaceState({ left: true }, "")));
  if (able) {
    // Not before: a page that does not come (no network) leaves a gap that is no exit.
    let follows = false;
    addEventListener("pageswap", ({ activation }) => {
      if (activation && activation.navigationType === "push") mark({ on: true });
    });
    navigation.addEventListener("navigate", ({ navigationType, destination, downloadRequest }) => {
      const push = navigationType === "push";
      if (push && destination.sameDocument) mark({ on: true }); // places on this same page
      const ours = destination.url.startsWith(location.origin + "/");
      follows = push && ours && !destination.sameDocument && downloadRequest === null;
    });
    // Firefox has no pageswap; it does say when the page goes.
    if (!("onpageswap" in window)) addEventListener("pagehide", () => follows && mark({ on: true }));
    navigation.addEventListener("currententrychange", ({ navigationType }) => {
      if (navigationType === "push") mark({ on: false, from: true });
      if (navigationType !== "traverse") return;
      if (root.hasAttribute("data-app-left")) away(); // Back to a place on the page that is being left
      else mark({ on: false });
    });
  }
}

// After the quick exit, pages of this site that were read before it stay out of reach
// of Back and Forward. Stands in the head, because such a page must not be seen at all.
//
// Nobody can take a page out of the browser's list. But each page can say, in its own
// place in that list, that the reader went on within the site ("on"), or came from
// within it ("from"). When somebody comes back from another site and the page after
// "on", or before "from", is not there, the quick exit took its place: only it replaces
// a page. Then the screen stays empty and the other site comes again. Readers who
// follow a link to another site and come back find no such gap, and see their page.
//
// The marks live in the history of this one tab and go with it: nothing is stored.
// A browser without the Navigation API shows the page again.
{
  const LONGEST = 50; // a browser keeps so many places; then the oldest go, and that is no exit
  const root = document.documentElement;
  const { navigation } = window;
  const able = Boolean(navigation?.activation && "onpageswap" in window);

  const marks = (entry) => entry?.getState() ?? {};
  const mark = (change) => {
    const had = marks(navigation.currentEntry);
    const news = Object.keys(change).some((name) => Boolean(had[name]) !== change[name]);
    if (news) navigation.updateCurrentEntry({ state: { ...had, ...change } }); // slow on an old phone, and mostly not needed
  };

  const gone = () => {
    const { from, navigationType } = navigation.activation;
    if (from || navigationType !== "traverse") return false; // not back from another site
    const places = navigation.entries(); // those of this site around this one
    return Boolean(marks(places.at(-1)).on || (marks(places[0]).from && history.length < LONGEST));
  };
  const arrive = () => {
    const left = able && gone();
    root.toggleAttribute("data-app-left", left);
    if (left || !able) return;
    const { from, navigationType } = navigation.activation;
    mark(from && navigationType === "push" ? { on: false, from: true } : { on: false });
  };

  arrive();
  addEventListener("pageshow", (event) => {
    if (event.persisted) arrive();
    if (root.hasAttribute("data-app-left")) location.replace(document.querySelector("[data-app-exit]").href);
  });
  if (able) {
    // Not before: a page that does not come (no network) leaves a gap that is no exit.
    addEventListener("pageswap", ({ activation }) => {
      if (activation?.navigationType === "push") mark({ on: true });
    });
    // Places on this same page.
    navigation.addEventListener("navigate", ({ navigationType, destination }) => {
      if (navigationType === "push" && destination.sameDocument) mark({ on: true });
    });
    navigation.addEventListener("currententrychange", ({ navigationType }) => {
      if (navigationType === "push") mark({ on: false, from: true });
      if (navigationType === "traverse") mark({ on: false });
    });
  }
}

// Builds the index out of what the site wrote. lunr counts and compares words; what is
// Dutch about it stands here, in 1-fold.js and in 3-answer.js.
// A page's words carry three kinds of tokens: the folded word, "~group" of words that
// mean the same, and in the field `cue` "!group/page" where a group points at a page.

// The build leaves these out of lunr: words come folded, none is demanded, and nobody asks which one matched where.
lunr.Pipeline = class { run = (tokens) => tokens; runString = (token) => [token]; };
lunr.MatchData = class { add() {} combine() {} };
lunr.Set = class { static complete = { contains: () => true }; static empty = { contains: () => false }; };

const FIELDS = { title: 5, alias: 4, head: 2, cue: 4 };
const LONGEST_PHRASE = 5;

const phrasesOf = (lists) => {
  const phrases = new Map();
  lists.forEach((list, place) => {
    for (const phrase of list.split("|")) phrases.set(phrase, [...(phrases.get(phrase) || []), place]);
  });
  return phrases;
};

// The places in `phrases` of what stands in a row of folded words: the longest phrase that begins at a word and
// ends last wins over the ones inside it ("mijn ouders" is a child speaking, "ouders" is not); `hollow` words count
// in a longer phrase only.
const phrasesIn = (phrases, keys, hollow = []) => {
  const found = new Set();
  let covered = 0;
  for (let from = 0; from < keys.length; from++)
    for (let to = Math.min(from + LONGEST_PHRASE, keys.length); to > Math.max(from, covered, hollow[from] ? from + 1 : 0); to--) {
      const places = phrases.get(keys.slice(from, to).join(" "));
      if (!places) continue;
      for (const place of places) found.add(place);
      covered = to;
    }
  return [...found];
};

// "naaktfilmpje" is made of "naakt" and "filmpje" when the site knows both.
const partsOf = (key, known) => {
  for (let at = key.length - 3; at > 2; at--)
    for (const right of [key.slice(at), key.slice(at - 1)]) {
      if (!known.has(right) || right.length < 3) continue;
      const left = key.slice(0, at);
      const stem = [left, left.replace(/d$/, "t"), left.replace(/(?:er|en|e|s)$/, "")].find((word) => word.length > 2 && known.has(word));
      if (stem) return [stem, right];
    }
  return [];
};

const prepare = (data) => {
  const [urls] = data.pages;
  data.pages = urls.map((_, page) => data.pages.map((column) => column[page])); // it comes in columns
  const empty = new Set(data.empty.split(" "));
  const emptyKeys = new Set([...empty].map(fold));
  const groups = phrasesOf(data.groups.map(([list]) => list));
  const folded = (text) => words(text).map(fold);
  const texts = data.pages.map(([, title, , description, aliases, sections]) => ({
    title: [folded(title)],
    alias: [aliases.split(" ")],
    head: [description, ...sections.map(([, heading]) => heading)].map(folded),
  }));
  const known = new Set([...groups.keys()].filter((phrase) => !phrase.includes(" ")));
  for (const page of texts) for (const key of Object.values(page).flat(2)) if (!emptyKeys.has(key)) known.add(key);
  const parts = new Map();
  for (const key of known) if (key.length > 6) parts.set(key, partsOf(key, known));
  const tokens = (keys) => [
    ...keys.filter((key) => known.has(key)).flatMap((key) => [key, ...(parts.get(key) || [])]),
    ...phrasesIn(groups, keys).map((place) => `~${place}`),
  ];
  const builder = new lunr.Builder();
  builder.tokenizer = (tokens) => tokens;
  builder.ref("page");
  builder.b(0);
  for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
  texts.forEach((fields, page) => {
    const document = { page, cue: [] };
    for (const [field, list] of Object.entries(fields)) document[field] = list.flatMap(tokens);
    data.groups.forEach(([, leads], place) => {
      for (const [to] of leads) if (to === page) document.cue.push(`!${place}/${page}`);
    });
    builder.add(document, { boost: data.pages[page][6] });
  });
  const index = builder.build();
  const sections = data.pages.map(([, , , , , rows]) => rows.map(([anchor, heading]) => [anchor, heading, new Set(tokens(folded(heading)))]));
  return {
    data, empty, groups, known, parts, index, sections,
    light: new Set(data.light.split(" ")),
    danger: phrasesOf(data.danger.map(([list]) => list)),
    spelled: new Set([...groups.keys()].flatMap((phrase) => phrase.split(" "))),
    spelling: lunr.TokenSet.fromArray([...known].sort()),
  };
};

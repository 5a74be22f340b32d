// Builds the index out of what the site wrote, and answers what somebody types.
// lunr counts and compares words; what is Dutch about it stands here and in 1-fold.js.
// A page's words carry three kinds of tokens: the folded word, "~group" of words that
// mean the same, and in the field `cue` "!group/page" where a group points at a page.
// The build leaves these out of lunr: words come folded, none is demanded, and nobody asks which one matched where.
lunr.Pipeline = class { run = (tokens) => tokens; runString = (token) => [token]; };
lunr.MatchData = class { add() {} combine() {} };
lunr.Set = class { static complete = { contains: () => true }; static empty = { contains: () => false }; };

const FIELDS = { title: 5, alias: 4, head: 2, cue: 4 };
const WEIGHT = { light: 0.2, part: 0.5, group: 0.4, guess: 0.7, unsure: 0.4, start: 0.3, cue: 1 };
const LONGEST_PHRASE = 5;
const LEAST = 0.14; // of the best score: what is below it is no answer any more

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

// What a longer word ends with, else begins with: the end of a Dutch compound says what it is.
const endOf = (key, known) => {
  for (let length = key.length - 2; length > 4; length--)
    for (const part of [key.slice(-length), key.slice(0, length)]) if (known.has(part)) return [part];
  return [];
};

// The known words that an unknown one probably is, likeliest first: the nearest ones, and of
// those the ones that begin alike, that a group knows, and that are about as long.
const guesses = (site, key) => {
  for (const distance of key.length > 7 ? [1, 2] : [1]) {
    const near = site.spelling.intersect(lunr.TokenSet.fromFuzzyString(key, distance)).toArray();
    const likely = near.filter((word) => word[0] === key[0] || key.length > 5);
    const rank = (word) => (word[0] === key[0] ? 0 : 4) + (site.groups.has(word) ? 0 : 2) + Math.abs(word.length - key.length) / 2;
    if (likely.length) return likely.sort((one, other) => rank(one) - rank(other)).slice(0, 3);
  }
  return [];
};

// What somebody typed, as {token: weight}; `guessed` counts the words that nothing is known of.
const understand = (site, text) => {
  const typed = words(text);
  const keys = typed.map(fold);
  const sure = [...keys]; // what was typed; in `keys` a guess takes the place of what nobody knows
  const hollow = typed.map((word) => site.empty.has(word) || site.light.has(word));
  const tokens = new Map();
  const add = (token, weight) => tokens.set(token, Math.max(weight, tokens.get(token) || 0));
  const starts = [];
  const made = []; // parts of compounds that the site does not know as a whole
  typed.forEach((word, at) => {
    if (site.empty.has(word)) return;
    let key = keys[at];
    const weight = site.light.has(word) ? WEIGHT.light : 1;
    const joined = at && fold(typed[at - 1] + word);
    if (joined && site.known.has(joined)) add(joined, 1);
    const letters = fold(word.replace(/[0-9]+/g, ""));
    if (!site.known.has(key) && site.known.has(letters)) keys[at] = sure[at] = letters; // a name with figures: "sletjes020"
    key = keys[at];
    if (site.known.has(key)) {
      add(key, weight);
      for (const part of site.parts.get(key) || []) add(part, weight * WEIGHT.part);
      return;
    }
    const parts = partsOf(key, site.known);
    if (parts.length) {
      for (const part of parts) add(part, weight * 0.9);
      made.push(...parts);
      return;
    }
    if (key.length > 2 && at === typed.length - 1) starts.push(key);
    let meant = key.length > 3 && !site.spelled.has(key) ? guesses(site, key) : [];
    if (!meant.length) meant = endOf(key, site.known);
    meant.forEach((guessed, rank) => {
      if (!rank) keys[at] = guessed;
      add(guessed, (weight * WEIGHT.guess) / (rank + 1));
      for (const part of site.parts.get(guessed) || []) add(part, (weight * WEIGHT.part) / (rank + 1));
    });
  });
  const certain = new Set([...phrasesIn(site.groups, sure, hollow), ...made.flatMap((part) => site.groups.get(part) || [])]);
  for (const place of new Set([...certain, ...phrasesIn(site.groups, keys, hollow)])) {
    const weight = certain.has(place) ? 1 : WEIGHT.unsure;
    add(`~${place}`, weight * WEIGHT.group);
    for (const [page, lead] of site.data.groups[place][1]) add(`!${place}/${page}`, weight * lead * WEIGHT.cue);
  }
  return { tokens, starts, danger: phrasesIn(site.danger, keys) };
};

// The section of a page that says most about the tokens: [anchor, sentence], or nothing.
const section = (site, page, tokens) => {
  let best = [0];
  for (const [anchor, sentence, has] of site.sections[page]) {
    let score = 0;
    for (const [token, weight] of tokens) if (has.has(token)) score += weight;
    score /= Math.sqrt(has.size + 4);
    if (score > best[0]) best = [score, anchor, sentence];
  }
  return best[0] > 0.3 ? best.slice(1) : [];
};

const search = (site, text, most = 8) => {
  const { tokens, starts, danger } = understand(site, text);
  const found = site.index.query((query) => {
    for (const [token, boost] of tokens) query.term(token, { boost });
    for (const start of starts) query.term(start, { boost: WEIGHT.start, wildcard: lunr.Query.wildcard.TRAILING });
  });
  const results = found.filter(({ score }) => score > LEAST * found[0].score).slice(0, most).map(({ ref, score }) => {
    const [url, title, part, description] = site.data.pages[ref];
    const [anchor, sentence] = section(site, ref, tokens);
    return { url: anchor ? `${url}#${anchor}` : url, title, part: site.data.parts[part], sentence: sentence || description, score };
  });
  return { results, numbers: danger.flatMap((place) => site.data.danger[place][1]) };
};

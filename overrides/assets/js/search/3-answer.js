// Answers what somebody types: understands the words, asks lunr, and finds the place on each page.
const WEIGHT = { light: 0.2, part: 0.5, group: 0.4, guess: 0.7, unsure: 0.4, start: 0.3, cue: 1 };
const LEAST = 0.14; // of the best score: what is below it is no answer any more

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

// What somebody typed, as {token: weight}; `sure` where a word or a part of one is known as it was typed.
const understand = (site, text) => {
  const typed = words(text);
  const keys = typed.map(fold);
  const exact = [...keys]; // what was typed; in `keys` a guess takes the place of what nobody knows
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
    if (!site.known.has(key) && site.known.has(letters)) keys[at] = exact[at] = letters; // a name with figures: "sletjes020"
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
  const certain = new Set([...phrasesIn(site.groups, exact, hollow), ...made.flatMap((part) => site.groups.get(part) || [])]);
  for (const place of new Set([...certain, ...phrasesIn(site.groups, keys, hollow)])) {
    const weight = certain.has(place) ? 1 : WEIGHT.unsure;
    add(`~${place}`, weight * WEIGHT.group);
    for (const [page, lead] of site.data.groups[place][1]) add(`!${place}/${page}`, weight * lead * WEIGHT.cue);
  }
  const sure = certain.size > 0 || made.length > 0 || exact.some((key, at) => !hollow[at] && site.known.has(key));
  return { tokens, starts, sure, danger: phrasesIn(site.danger, keys) };
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
  const { tokens, starts, sure, danger } = understand(site, text);
  const found = site.index.query((query) => {
    for (const [token, boost] of tokens) query.term(token, { boost });
    for (const start of starts) query.term(start, { boost: WEIGHT.start, wildcard: lunr.Query.wildcard.TRAILING });
  });
  const results = found.filter(({ score }) => score > LEAST * found[0].score).slice(0, most).map(({ ref, score }) => {
    const [url, title, part, description] = site.data.pages[ref];
    const [anchor, sentence] = section(site, ref, tokens);
    return { url: anchor ? `${url}#${anchor}` : url, title, part: site.data.parts[part], sentence: sentence || description, score };
  });
  return { results, sure, numbers: danger.flatMap((place) => site.data.danger[place][1]) };
};

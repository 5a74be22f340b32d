// Understands what somebody types and finds the sections that answer it. What is known of a language is in the index.
const WEIGHT = {
  title: 2.2, alias: 1.7, sentence: 1, heading: 2.3, part: 0.3, group: 0.35,
  guess: 0.7, unsure: 0.4, start: 0.3, lead: 6, anywhere: 0.25, pick: 1.5,
};
const LEAST = 0.14; // of the best score: what is below it is no answer any more
const [NEAR, MOST_LETTERS, MOST_GUESSES] = [10, 30, 8];

const prepare = (data) => {
  const { fold, words } = folding(data.fold);
  const folded = (text) => words(text).map(fold);
  const empty = new Set(data.empty.split(" "));
  const dull = new Set([...empty].map(fold));
  const list = (part) => (typeof part === "number" ? data.concepts[part] : part);
  const rules = data.groups.map(([, own]) => own.map((rule) => rule.map(list)));
  const needed = [...new Set(rules.flat(2))]; // every list of phrases that some rule asks for
  const site = {
    data, fold, words, empty, postings: new Map(), parts: new Map(), guessed: new Map(),
    grouped: listed(data.groups.map(([own]) => own)),
    needed: listed(needed),
    groups: data.groups.map(([, , but, leads, steers, numbers], place) => ({
      rules: rules[place].map((rule) => rule.map((one) => needed.indexOf(one))), but: listed([but]),
      leads, steers, numbers,
    })),
  };
  const rows = data.pages.flatMap(([, title, , sentence, aliases, , sections], page) => [
    [page, -1, WEIGHT.title, folded(title)], [page, -1, WEIGHT.alias, aliases.split(" ")],
    [page, -1, WEIGHT.sentence, folded(sentence)],
    ...sections.map(([, heading], place) => [page, place, WEIGHT.heading, folded(heading)]),
  ]);
  const lists = [site.grouped, site.needed, ...site.groups.map(({ but }) => but)];
  const phrases = lists.flatMap(({ places }) => [...places.keys()]);
  const singles = [...site.grouped.places.keys(), ...rows.flatMap((row) => row[3])];
  site.known = new Set(singles.filter((key) => key && !key.includes(" ") && !dull.has(key)));
  site.spelled = new Set([...site.known, ...phrases.flatMap((phrase) => phrase.split(" "))]);
  for (const key of site.known) if (key.length > 6) site.parts.set(key, partsOf(key, site.known));
  for (const [page, place, weight, keys] of rows) {
    const own = keys.filter((key) => site.known.has(key));
    const tokens = new Set(own.flatMap((key) => [key, ...(site.parts.get(key) || [])]));
    phrasesIn(site.grouped, keys, (places) => places.forEach((group) => tokens.add(group)));
    for (const token of tokens) add(site.postings, token, [page, place, weight]);
  }
  return site;
};

// The groups that a row of folded words means, by phrases and by rules: all that a rule asks for, near each other.
const groupsIn = (site, keys, hollow) => {
  const found = new Set();
  const phrases = (row, each) => phrasesIn(site.grouped, row, (places) => places.forEach(each), { hollow });
  phrases(keys, (group) => site.groups[group].but.places.size || found.add(group));
  site.groups.forEach(({ but, rules }, group) => {
    if (!but.places.size && !rules.length) return;
    const row = [...keys, "$"];
    phrasesIn(but, row, (_, from, to) => row.fill("-", from, to));
    if (but.places.size) phrases(row, (other) => other === group && found.add(group));
    const spots = new Map();
    const spot = (places, from, to) => places.forEach((place) => add(spots, place, [from, to]));
    phrasesIn(site.needed, row, spot, { all: true });
    const within = (from, one) => (spots.get(one) || []).some(([at, to]) => at >= from && to <= from + NEAR);
    const near = (from, rule) => rule.every((one) => within(from, one));
    if (rules.some((rule) => row.some((_, from) => near(from, rule)))) found.add(group);
  });
  return found;
};

// What somebody typed, as {token: weight}; `sure` where a word or a part of one is known as it was typed.
const understand = (site, text) => {
  const { known, fold } = site;
  const typed = site.words(text).map((word) => word.slice(0, MOST_LETTERS));
  const exact = typed.map(fold);
  const keys = [...exact]; // a guess takes the place of what nobody knows
  const hollow = typed.map((word) => site.empty.has(word));
  const [tokens, made] = [new Map(), []]; // made: parts of compounds that the site does not know as a whole
  const mean = (token, weight) => tokens.set(token, Math.max(weight, tokens.get(token) || 0));
  let tries = MOST_GUESSES;
  exact.forEach((key, at) => {
    if (hollow[at]) return;
    const parts = site.parts.get(key) || (known.has(key) ? [] : partsOf(key, known));
    parts.forEach((part) => mean(part, known.has(key) ? WEIGHT.part : 0.9));
    if (known.has(key)) return mean(key, 1);
    made.push(...parts);
    if (parts.length) return;
    if (key.length > 2 && at === exact.length - 1)
      for (const start of known) if (start.startsWith(key)) mean(start, WEIGHT.start);
    if (key.length < 4 || site.spelled.has(key)) return;
    if (!site.guessed.has(key) && tries-- > 0) site.guessed.set(key, guess(site, key));
    if (!site.guessed.get(key)) return;
    keys[at] = site.guessed.get(key);
    mean(keys[at], WEIGHT.guess);
  });
  const certain = groupsIn(site, exact, hollow);
  for (const group of made.flatMap((part) => site.grouped.places.get(part) || []))
    if (!site.groups[group].numbers.length) certain.add(group);
  const groups = new Map([...groupsIn(site, keys, hollow)].map((group) => [group, WEIGHT.unsure]));
  for (const group of certain) groups.set(group, 1);
  const sure = certain.size > 0 || made.length > 0 || exact.some((key, at) => !hollow[at] && known.has(key));
  return { tokens, groups, sure };
};

const search = (site, text) => {
  const { tokens, groups, sure } = understand(site, text);
  const blank = (sections) => ({ page: 0, steer: 1, sections: sections.map(() => 0) });
  const scores = site.data.pages.map((page) => blank(page[6]));
  const count = (token, weight) => {
    const held = site.postings.get(token) || [];
    const worth = weight * Math.log(1 + scores.length / new Set(held.map(([page]) => page)).size);
    const somewhere = new Set();
    for (const [page, place, share] of held) {
      if (place < 0) scores[page].page += worth * share;
      else {
        scores[page].sections[place] += worth * share;
        if (!somewhere.has(page)) scores[page].page += worth * share * WEIGHT.anywhere;
        somewhere.add(page);
      }
    }
  };
  const numbers = new Map();
  tokens.forEach((weight, token) => count(token, weight));
  groups.forEach((certainty, group) => {
    count(group, WEIGHT.group * certainty);
    const { leads, steers, numbers: own } = site.groups[group];
    for (const [page, place, lead] of leads) {
      const worth = Math.abs(lead) * certainty * WEIGHT.lead;
      if (lead > 0) scores[page].page += worth;
      if (place >= 0) scores[page].sections[place] += worth * WEIGHT.pick;
    }
    for (const [page, factor] of steers) scores[page].steer *= 1 + (factor - 1) * certainty;
    for (const number of own) numbers.set(number[0], number);
  });
  const found = scores.map(({ page, steer, sections }, at) => {
    const [url, title, part, sentence, , weight, places] = site.data.pages[at];
    const best = Math.max(0, ...sections);
    const [anchor, heading] = best ? places[sections.indexOf(best)] : [];
    const [to, says] = anchor ? [`${url}#${anchor}`, heading] : [url, sentence];
    return { url: to, title, part: site.data.parts[part], sentence: says, score: page * weight * steer };
  }).filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  const results = found.filter(({ score }) => score > LEAST * found[0].score).slice(0, 8);
  return { results, sure, numbers: [...numbers.values()] };
};

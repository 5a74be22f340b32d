// Understands what somebody types and finds the sections that answer it. What is known of a language is in the index.
const WEIGHT = {
  title: 2.2, alias: 1.7, sentence: 1, heading: 2.3, part: 0.3, group: 0.35,
  guess: 0.7, unsure: 0.4, start: 0.3, lead: 6, anywhere: 0.25, pick: 1.5,
};
const LEAST = 0.14; // of the best score: what is below it is no answer any more
const [NEAR, MOST_LETTERS, MOST_GUESSES] = [10, 30, 8];
const add = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

// Phrases and the lists that hold them, and how many words the longest one has that begins with a word.
const listed = (lists) => {
  const [places, reach] = [new Map(), new Map()];
  lists.forEach((list, place) => {
    for (const phrase of list ? list.split("|") : []) {
      add(places, phrase, place);
      const [first, ...rest] = phrase.split(" ");
      reach.set(first, Math.max(rest.length + 1, reach.get(first) || 0));
    }
  });
  return { places, reach };
};

// Calls back with (lists that hold a phrase, from, to) for the phrases in a row of folded words. The longest phrase that
// begins at a word and ends last wins over the ones inside it ("mijn ouders" is a child speaking, "ouders" is not),
// unless `all` are asked for; `hollow` words count in a longer phrase only.
const phrasesIn = ({ places, reach }, keys, each, { hollow = [], all = false } = {}) => {
  let covered = 0;
  for (let from = 0; from < keys.length; from++) {
    const least = all ? from : Math.max(from, covered, hollow[from] ? from + 1 : 0);
    for (let to = Math.min(from + (reach.get(keys[from]) || 0), keys.length); to > least; to--) {
      const lists = places.get(keys.slice(from, to).join(" "));
      if (!lists) continue;
      each(lists, from, to);
      covered = to;
      if (!all) break;
    }
  }
};

// "naaktfilmpje" is made of "naakt" and "filmpje" when the site knows both.
const partsOf = (key, known) => {
  for (let at = key.length - 3; at > 2; at--)
    for (const right of [key.slice(at), key.slice(at - 1)]) {
      const left = [key.slice(0, at), key.slice(0, at).replace(/(?:er|en|e|s)$/, "")].find((word) => known.has(word));
      if (left && right.length > 2 && known.has(right)) return [left, right];
    }
  return [];
};

// How many letters two words differ: added, left out, changed or swapped.
const distance = (one, other) => {
  let [before, row] = [[], [...other, ""].map((_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
};

// The known word that an unknown one probably is, of those that begin or end alike; "" where none is near.
const guess = (site, key) => {
  let [best, found] = [Infinity, ""];
  const most = key.length > 7 ? 2 : 1;
  for (const word of site.spelled) {
    const begins = word[0] === key[0];
    if (Math.abs(word.length - key.length) > most || !(begins || word.slice(-3) === key.slice(-3))) continue;
    const far = distance(key, word);
    const rank = far * 8 + (begins ? 0 : 4) + (site.grouped.places.has(word) ? 0 : 2) + Math.abs(word.length - key.length);
    if (far <= most && rank < best) [best, found] = [rank, word];
  }
  return found;
};

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
      rules: rules[place].map((rule) => rule.map((one) => needed.indexOf(one))), but: listed([but]), leads, steers, numbers,
    })),
  };
  const rows = data.pages.flatMap(([, title, , sentence, aliases, , sections], page) => [
    [page, -1, WEIGHT.title, folded(title)], [page, -1, WEIGHT.alias, aliases.split(" ")], [page, -1, WEIGHT.sentence, folded(sentence)],
    ...sections.map(([, heading], place) => [page, place, WEIGHT.heading, folded(heading)]),
  ]);
  const phrases = [site.grouped, site.needed, ...site.groups.map(({ but }) => but)].flatMap(({ places }) => [...places.keys()]);
  const singles = [...site.grouped.places.keys(), ...rows.flatMap((row) => row[3])];
  site.known = new Set(singles.filter((key) => key && !key.includes(" ") && !dull.has(key)));
  site.spelled = new Set([...site.known, ...phrases.flatMap((phrase) => phrase.split(" "))]);
  for (const key of site.known) if (key.length > 6) site.parts.set(key, partsOf(key, site.known));
  for (const [page, place, weight, keys] of rows) {
    const tokens = new Set(keys.filter((key) => site.known.has(key)).flatMap((key) => [key, ...(site.parts.get(key) || [])]));
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
    const near = (from, rule) => rule.every((one) => (spots.get(one) || []).some(([at, to]) => at >= from && to <= from + NEAR));
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
  for (const part of made) for (const group of site.grouped.places.get(part) || []) if (!site.groups[group].numbers.length) certain.add(group);
  const groups = new Map([...groupsIn(site, keys, hollow)].map((group) => [group, WEIGHT.unsure]));
  for (const group of certain) groups.set(group, 1);
  return { tokens, groups, sure: certain.size > 0 || made.length > 0 || exact.some((key, at) => !hollow[at] && known.has(key)) };
};

const search = (site, text) => {
  const { tokens, groups, sure } = understand(site, text);
  const scores = site.data.pages.map(([, , , , , , sections]) => ({ page: 0, steer: 1, sections: sections.map(() => 0) }));
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
  return { results: found.filter(({ score }) => score > LEAST * found[0].score).slice(0, 8), sure, numbers: [...numbers.values()] };
};

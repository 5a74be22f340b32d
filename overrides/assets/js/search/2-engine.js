// Understands what somebody types and finds the sections that answer it. What is known of a language is in the index.
const WEIGHT = {
  title: 2.2, alias: 1.7, sentence: 1, heading: 2.3, text: 1, part: 0.3, group: 0.35,
  guess: 0.7, unsure: 0.4, start: 0.3, lead: 6, anywhere: 0.25, pick: 1.5,
};
const LEAST = 0.14; // of the best score: what is below it is no answer any more
const [NEAR, MOST_LETTERS, MOST_GUESSES] = [10, 30, 8];

// Phrases and the lists that hold them, and how many words the longest one has that begins with a word.
const listed = (lists) => {
  const [places, reach] = [new Map(), new Map()];
  lists.forEach((list, place) => {
    if (!list) return;
    for (const phrase of list.split("|")) {
      if (places.has(phrase)) places.get(phrase).push(place);
      else places.set(phrase, [place]);
      const own = phrase.split(" ");
      reach.set(own[0], Math.max(own.length, reach.get(own[0]) || 0));
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
      if (!known.has(right) || right.length < 3) continue;
      const left = key.slice(0, at);
      const stem = [left, left.replace(/d$/, "t"), left.replace(/(?:er|en|e|s)$/, "")].find((word) => word.length > 2 && known.has(word));
      if (stem) return [stem, right];
    }
  return [];
};

// How many letters two words differ (added, left out, changed or swapped), or `most` + 1 as soon as it is more.
const distance = (one, other, most) => {
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
};

// The known words that an unknown one probably is, likeliest first, of those as long that begin or end alike.
const guesses = (site, key) => {
  const found = [];
  const most = key.length > 7 ? 2 : 1;
  const alike = (word) => word[0] === key[0] || (key.length > 5 && word.slice(-3) === key.slice(-3));
  for (let length = key.length - most; length <= key.length + most; length++)
    for (const word of site.lengths[length] || []) {
      if (!alike(word)) continue;
      const far = distance(key, word, most);
      if (far <= most) found.push([far * 8 + (word[0] === key[0] ? 0 : 4) + (site.grouped.places.has(word) ? 0 : 2) + Math.abs(length - key.length) / 2, word]);
    }
  const best = Math.min(...found.map(([rank]) => rank));
  return found.filter(([rank]) => rank < best + 8).sort(([one], [other]) => one - other).slice(0, 3).map(([, word]) => word);
};

// As the build makes the anchor of a heading that nobody gave one.
const slug = (text) => text.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[-\s]+/g, "-");

const prepare = (data) => {
  const { fold, words } = folding(data.fold);
  const folded = (text) => words(text).map(fold);
  const empty = new Set(data.empty.split(" "));
  const dull = new Set([...empty].map(fold));
  const rules = data.groups.map(([, lists]) => lists.map((rule) => rule.map((part) => (typeof part === "number" ? data.concepts[part] : part))));
  const needed = [...new Set(rules.flat(2))]; // every list of phrases that some rule asks for
  const site = {
    data, fold, words, empty, postings: new Map(), parts: new Map(), guessed: new Map(), lengths: [],
    grouped: listed(data.groups.map(([list]) => list)),
    needed: listed(needed),
    groups: data.groups.map(([, , but, leads, steers, numbers], place) => ({
      rules: rules[place].map((rule) => rule.map((list) => needed.indexOf(list))), but: listed([but]), leads, steers, numbers,
    })),
  };
  const pages = data.pages[0].map((_, at) => data.pages.map((column) => column[at]));
  site.pages = pages.map(([url, title, part, sentence, , weight, sections]) => ({ url, title, part, sentence, weight, sections }));
  const rows = [];
  pages.forEach(([, title, , sentence, aliases, , sections], page) => {
    rows.push([page, -1, WEIGHT.title, folded(title)], [page, -1, WEIGHT.alias, aliases.split(" ")], [page, -1, WEIGHT.sentence, folded(sentence)]);
    sections.forEach(([, heading, text], place) => {
      rows.push([page, place, WEIGHT.heading, folded(heading)], [page, place, WEIGHT.text, text.split(" ")]);
    });
  });
  site.known = new Set([...site.grouped.places.keys(), ...rows.flatMap(([, , , keys]) => keys)].filter((key) => key && !key.includes(" ") && !dull.has(key)));
  const phrases = [site.grouped, site.needed, ...site.groups.map(({ but }) => but)].flatMap(({ places }) => [...places.keys()]);
  site.spelled = new Set([...site.known, ...phrases.flatMap((phrase) => phrase.split(" "))]);
  for (const key of site.spelled) (site.lengths[key.length] = site.lengths[key.length] || []).push(key);
  for (const key of site.known) if (key.length > 6) site.parts.set(key, partsOf(key, site.known));
  const post = (token, page, place, weight) => {
    if (!site.postings.has(token)) site.postings.set(token, new Map());
    const held = site.postings.get(token);
    if (!held.has(page)) held.set(page, new Map());
    held.get(page).set(place, weight + (held.get(page).get(place) || 0));
  };
  for (const [page, place, weight, keys] of rows) {
    const tokens = new Set(keys.filter((key) => site.known.has(key)));
    for (const key of [...tokens]) for (const part of site.parts.get(key) || []) tokens.add(part);
    phrasesIn(site.grouped, keys, (places) => places.forEach((group) => tokens.add(group)));
    for (const token of tokens) post(token, page, place, weight);
  }
  return site;
};

// The groups that a row of folded words means, by phrases and by rules: all that a rule asks for, near each other.
const groupsIn = (site, keys, hollow) => {
  const found = new Set();
  const phrases = (row, add) => phrasesIn(site.grouped, row, (places) => places.forEach(add), { hollow });
  phrases(keys, (group) => site.groups[group].but.places.size || found.add(group));
  site.groups.forEach(({ but, rules }, group) => {
    if (!but.places.size && !rules.length) return;
    const row = [...keys, "$"];
    phrasesIn(but, row, (_, from, to) => row.fill("-", from, to));
    if (but.places.size) phrases(row, (other) => other === group && found.add(group));
    const spots = new Map();
    phrasesIn(site.needed, row, (places, from, to) => places.forEach((list) => spots.set(list, [...(spots.get(list) || []), [from, to]])), { all: true });
    const near = (from, rule) => rule.every((list) => (spots.get(list) || []).some(([one, end]) => one >= from && end <= from + NEAR));
    if (rules.some((rule) => row.some((_, from) => near(from, rule)))) found.add(group);
  });
  return found;
};

// What somebody typed, as {token: weight}; `sure` where a word or a part of one is known as it was typed.
const understand = (site, text) => {
  const { known, fold } = site;
  const typed = site.words(text).map((word) => word.slice(0, MOST_LETTERS));
  const keys = typed.map(fold);
  const exact = [...keys]; // what was typed; in `keys` a guess takes the place of what nobody knows
  const hollow = typed.map((word) => site.empty.has(word));
  const tokens = new Map();
  const add = (token, weight) => tokens.set(token, Math.max(weight, tokens.get(token) || 0));
  const made = []; // parts of compounds that the site does not know as a whole
  let tries = MOST_GUESSES;
  typed.forEach((word, at) => {
    if (hollow[at]) return;
    const joined = at ? fold(typed[at - 1] + word) : "";
    if (known.has(joined)) add(joined, 1);
    const key = keys[at];
    if (known.has(key)) return [key, ...(site.parts.get(key) || [])].forEach((one) => add(one, one === key ? 1 : WEIGHT.part));
    const parts = partsOf(key, known);
    made.push(...parts);
    if (parts.length) return parts.forEach((part) => add(part, 0.9));
    if (key.length > 2 && at === typed.length - 1)
      for (const start of known) if (start.startsWith(key)) add(start, WEIGHT.start);
    if (key.length < 4 || site.spelled.has(key)) return;
    if (!site.guessed.has(key) && tries-- > 0) site.guessed.set(key, guesses(site, key));
    (site.guessed.get(key) || []).forEach((guess, rank) => {
      if (!rank) keys[at] = guess;
      add(guess, WEIGHT.guess / (rank + 1));
    });
  });
  const certain = groupsIn(site, exact, hollow);
  for (const part of made) for (const group of site.grouped.places.get(part) || []) if (!site.groups[group].numbers.length) certain.add(group);
  const groups = new Map([...groupsIn(site, keys, hollow)].map((group) => [group, WEIGHT.unsure]));
  for (const group of certain) groups.set(group, 1);
  return { tokens, groups, sure: certain.size > 0 || made.length > 0 || exact.some((key, at) => !hollow[at] && known.has(key)) };
};

const search = (site, text, most = 8) => {
  const { tokens, groups, sure } = understand(site, text);
  const scores = site.pages.map(({ sections }) => ({ page: 0, steer: 1, sections: sections.map(() => 0)  }));
  const count = (token, weight) => {
    const held = site.postings.get(token);
    if (!held) return;
    const worth = weight * Math.log(1 + site.pages.length / held.size);
    for (const [page, places] of held) {
      let most = 0;
      for (const [place, share] of places)
        if (place < 0) scores[page].page += worth * share;
        else {
          scores[page].sections[place] += worth * share;
          most = Math.max(most, share);
        }
      scores[page].page += worth * most * WEIGHT.anywhere;
    }
  };
  for (const [token, weight] of tokens) count(token, weight);
  const numbers = [];
  for (const [group, certainty] of groups) {
    count(group, WEIGHT.group * certainty);
    const { leads, steers, numbers: own } = site.groups[group];
    for (const [page, place, lead] of leads) {
      const worth = Math.abs(lead) * certainty * WEIGHT.lead;
      if (lead > 0) scores[page].page += worth;
      if (place >= 0) scores[page].sections[place] += worth * WEIGHT.pick;
    }
    for (const [page, factor] of steers) scores[page].steer *= 1 + (factor - 1) * certainty;
    for (const number of own) if (!numbers.some(([name]) => name === number[0])) numbers.push(number);
  }
  const found = scores.map(({ page, steer, sections }, at) => {
    const { url, title, part, sentence, weight, sections: places } = site.pages[at];
    const best = Math.max(0, ...sections);
    const [anchor, heading] = best ? places[sections.indexOf(best)] : ["", ""];
    return {
      url: heading ? `${url}#${anchor || slug(heading)}` : url, title, part: site.data.parts[part], sentence: heading || sentence,
      score: page * weight * steer,
    };
  }).filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return { results: found.filter(({ score }) => score > LEAST * found[0].score).slice(0, most), sure, numbers };
};

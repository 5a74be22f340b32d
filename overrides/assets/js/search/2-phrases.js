// Phrases in a row of folded words, and what a word that nobody knows may be.
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

// Calls back with (lists that hold a phrase, from, to) for the phrases in a row of folded words. The longest phrase
// that begins at a word and ends last wins over those inside it ("mijn ouders" is a child speaking, "ouders" is not),
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
    const rank = far * 8 + (begins ? 0 : 4) + (site.grouped.places.has(word) ? 0 : 2);
    if (far <= most && rank < best) [best, found] = [rank, word];
  }
  return found;
};

// Folds what somebody types by the rules of fold.json, as the build folded the pages (hooks/helpsite/fold.py).
// The build puts the rules in front of this file, as FOLD.
const rulesOf = (list) => list.map(([pattern, text]) => [new RegExp(pattern, "g"), text]);
const [SOUNDS, ENDINGS, LAST] = [FOLD.sounds, FOLD.endings, FOLD.last].map(rulesOf);
const apply = (rules, word) => rules.reduce((key, [pattern, text]) => key.replace(pattern, text), word);

const fold = (word) => {
  const key = apply(SOUNDS, word);
  return apply(LAST, key.length > 3 && !/[0-9]/.test(key) ? apply(ENDINGS, key) : key);
};

// The words of a text, in order: small letters without accents; "foto's" is one, "0800 2000" too.
const words = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’‘`´]/g, "")
    .replace(/%/g, " procent ").replace(/(\d)[ -]+(?=\d)/g, "$1").match(/[a-z0-9]+/g) || [];

// Folds what somebody types by the rules of fold.json, as the build folded the pages (hooks/fold.py).
const folding = ({ zeros, letters, ...rules }) => {
  const compiled = (name) => rules[name].map(([from, to]) => [new RegExp(from, "g"), to]);
  const [sounds, endings, last] = ["sounds", "endings", "last"].map(compiled);
  const apply = (list, word) => list.reduce((key, [pattern, text]) => key.replace(pattern, text), word);
  const seen = new Map();
  const fold = (word) => {
    if (seen.has(word)) return seen.get(word);
    const key = apply(sounds, word);
    seen.set(word, apply(last, key.length > 3 && !/[0-9]/.test(key) ? apply(endings, key) : key));
    return seen.get(word);
  };
  const plain = (sign) => {
    for (const zero of zeros) {
      const figure = sign.charCodeAt(0) - zero.charCodeAt(0);
      if (figure >= 0 && figure < 10) return String(figure);
    }
    return letters[sign] || sign;
  };
  // The words of a text, in order: small letters without accents; "foto's" is one, "0800 2000" too.
  const words = (text) =>
    text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff'’‘`´]/g, "")
      .replace(/[^\0-\x7f]/g, plain)
      .replace(/%/g, " procent ").replace(/(\d)[ .-]+(?=\d)/g, "$1").match(/[a-z0-9]+/g) || [];
  return { fold, words };
};

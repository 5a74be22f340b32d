"""Fold words to what their spellings and inflections share, by the rules of fold.json.

The browser folds what somebody types by the same rules (assets/js/search/1-fold.js).
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

RULES = Path(__file__).parents[1] / "assets/js/search/fold.json"
_SIGNS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff'’‘`´]")


@cache
def table(language: str) -> dict:
    """Return the rules of a language, as the browser gets them; Dutch where it has none."""
    whole = json.loads(RULES.read_text(encoding="utf-8"))
    return {"zeros": whole["zeros"], "letters": whole["letters"], **whole.get(language, whole["nl"])}


def words(text: str, language: str = "nl") -> list[str]:
    """Return the words of a text, in order: small letters without accents; "foto's" is one, '0800 2000' too."""
    rules = table(language)
    figures = {ord(zero) + value: str(value) for zero in rules["zeros"] for value in range(10)}
    plain = _SIGNS.sub("", unicodedata.normalize("NFKD", text).lower())
    plain = plain.translate(figures | str.maketrans(rules["letters"])).replace("%", " procent ")
    return re.findall("[a-z0-9]+", re.sub(r"(\d)[ .-]+(?=\d)", r"\1", plain))


@cache
def fold(word: str, language: str = "nl") -> str:
    """Return the folded word: 'afgeperst', 'afpersing' and 'afperser' all give 'afper'."""
    rules = table(language)
    key = _apply(rules["sounds"], word)
    if len(key) > 3 and not re.search("[0-9]", key):
        key = _apply(rules["endings"], key)
    return _apply(rules["last"], key)


def _apply(rules: list[list[str]], word: str) -> str:
    for pattern, text in rules:
        word = re.sub(pattern, text.replace("$", "\\"), word)
    return word

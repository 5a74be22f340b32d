"""Fold Dutch words to what their spellings and inflections share, by the rules of fold.json.

The browser folds what somebody types by the same rules (assets/js/search/1-fold.js).
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

RULES = Path(__file__).parents[1] / "assets/js/search/fold.json"
_SIGNS = re.compile(r"[\u0300-\u036f'’‘`´]")
_WORD = re.compile(r"[a-z0-9]+")


@cache
def _rules() -> dict[str, list[tuple[re.Pattern, str]]]:
    steps = json.loads(RULES.read_text(encoding="utf-8"))
    return {
        name: [(re.compile(pattern), text.replace("$", "\\")) for pattern, text in steps[name]]
        for name in ("sounds", "endings", "last")
    }


def words(text: str) -> list[str]:
    """Return the words of a text, in order: small letters without accents; "foto's" is one, '0800 2000' too."""
    plain = _SIGNS.sub("", unicodedata.normalize("NFD", text.lower()))
    return _WORD.findall(re.sub(r"(\d)[ -]+(?=\d)", r"\1", plain.replace("%", " procent ")))


@cache
def fold(word: str) -> str:
    """Return the folded word: 'afgeperst', 'afpersing' and 'afperser' all give 'afper'."""
    rules = _rules()
    key = _apply(rules["sounds"], word)
    if len(key) > 3 and not re.search("[0-9]", key):
        key = _apply(rules["endings"], key)
    return _apply(rules["last"], key)


def _apply(rules: list[tuple[re.Pattern, str]], word: str) -> str:
    for pattern, text in rules:
        word = pattern.sub(text, word)
    return word


def fold_phrase(text: str) -> str:
    """Return the folded words of a text: "mijn foto's" gives 'min foto'."""
    return " ".join(map(fold, words(text)))

"""Every word of the frame, from overrides/strings/LANGUAGE.yml: asked for by key; a missing one stops the build."""

import re
from pathlib import Path

import data
from errors import SiteError

FOLDER = Path(__file__).parents[1] / "strings"


class Strings:
    """The words of one language: `t("menu.open")` gives 'Menu', `t("search.many", count=3)` fills in {count}."""

    def __init__(self, language: str) -> None:
        self.place = f"overrides/strings/{language}.yml"
        path = FOLDER / f"{language}.yml"
        if not path.exists():
            raise SiteError(self.place, "is missing.", "Copy nl.yml and translate its words.")
        self._words: dict = data.parse_yaml(data.read_text(path, self.place), self.place)

    def __call__(self, key: str, **values: object) -> str:
        if not isinstance(self._words.get(key), str):
            raise SiteError(self.place, f"has no words for '{key}'.", "Add that line.")
        return self._words[key].format(**values) if values else self._words[key]

    def date(self, iso: str) -> str:
        """Return a date as people say it: '22 november 2026'."""
        return data.in_words(iso, self("date.months").split())

    def number(self, value: float) -> str:
        """Return a number as the language writes it: 5.4 gives '5,4' and 10454 gives '10.454' in Dutch."""
        text = f"{value:,.1f}" if value != int(value) else f"{int(value):,}"
        thousands, decimal = self("number.signs")
        return text.translate(str.maketrans(",.", thousands + decimal))


def escape(text: str) -> str:
    """Return `text` so that Markdown shows it as it is."""
    return re.sub(r"([\[\]*_`<])", r"\\\1", text)

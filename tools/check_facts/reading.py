"""What a page says: is this number on it, and which prices and hours stand around it?"""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

AROUND = 250  # characters on each side of a number: its paragraph, not the whole page
_ENOUGH = 200  # characters; a page with less text is made by its scripts and can't be judged
_BETWEEN = r"[\s().\-/\u2010-\u2015]*"  # what people put between digits
_ALWAYS = r"24 ?/ ?7|24 uur per dag|dag en nacht|24 hours"
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[.:](\d{2})(?!\d)|(?<![\d.:])(\d{1,2}) uur")
_HOURS = re.compile(
    rf"{_ALWAYS}|(?<!\d)\d{{1,2}}[.:]\d{{2}}(?!\d)|(?<![\d.:])\d{{1,2}} uur(?! per)"
    r"|\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\bwerkdagen\b|\bweekend\b",
    re.IGNORECASE,
)
_FREE = r"gratis|kosteloos|\bfree\b"
_AMOUNT = r"€ ?\d+(?:[.,]\d+)?|\b\d+(?:[.,]\d+)? ?(?:cent|ct|euro)\b"
_PRICES = re.compile(rf"{_FREE}|{_AMOUNT}|lokaal tarief|belkosten|per minuut|per gesprek", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """What stands around a number: prices and hours, each in one spelling, sorted."""

    prices: tuple[str, ...]
    hours: tuple[str, ...]
    text: str


def words(html: str) -> str:
    """Return the text that a reader sees, white space evened out; telephone links count as text."""
    tree = LexborHTMLParser(html)
    for node in tree.css("script, style, noscript, template, svg"):
        node.decompose()
    for link in tree.css('a[href^="tel:"]'):
        link.insert_after(f" {link.attributes['href'].removeprefix('tel:')} ")
    return re.sub(r"\s+", " ", tree.body.text(separator=" ") if tree.body else "").strip()


def can_be_judged(text: str) -> bool:
    """Say whether a page holds enough text without scripts to miss a number on it."""
    return len(text) >= _ENOUGH


def pattern(dial: str) -> re.Pattern:
    """Return what finds a number however it is written: '08002000' finds '0800 - 2000' and '+31 800 2000'."""
    national = re.sub(r"^\+31", "0", dial)
    digits = _BETWEEN.join(national.removeprefix("0"))
    start = rf"(?:0|(?:\+|00){_BETWEEN}3{_BETWEEN}1{_BETWEEN}(?:\(0\))?){_BETWEEN}" if national.startswith("0") else ""
    return re.compile(rf"(?<![\d+.,]){start}{digits}(?!\d)")


def around(text: str, dial: str) -> Around | None:
    """Return what stands around a number on a page; None where the number is not there."""
    pieces = [text[max(0, m.start() - AROUND) : m.end() + AROUND] for m in pattern(dial).finditer(text)]
    if not pieces:
        return None
    joined = " … ".join(pieces)
    return Around(prices(joined), hours(pattern(dial).sub(" ", joined)), pieces[0])


def prices(text: str) -> tuple[str, ...]:
    """Return every mention of a price: ('gratis', '€0,20')."""
    return tuple(sorted({re.sub(r"€ ", "€", match[0].lower()) for match in _PRICES.finditer(text)}))


def hours(text: str) -> tuple[str, ...]:
    """Return every mention of a time or a day, times in one spelling: ('9.00', 'maandag')."""
    return tuple(sorted({_one_spelling(match[0].lower()) for match in _HOURS.finditer(text)}))


def _one_spelling(mention: str) -> str:
    if re.fullmatch(_ALWAYS, mention):
        return "dag en nacht"
    clock = _CLOCK.fullmatch(mention)
    if not clock:
        return mention
    return f"{int(clock[1] or clock[3])}.{clock[2] or '00'}"


def is_free(mentions: tuple[str, ...]) -> bool:
    return any(re.fullmatch(_FREE, mention) for mention in mentions)


def amounts(mentions: tuple[str, ...]) -> list[str]:
    return [mention for mention in mentions if re.fullmatch(_AMOUNT, mention)]


def clock_times(mentions: tuple[str, ...]) -> list[str]:
    return [mention for mention in mentions if re.fullmatch(r"\d{1,2}\.\d{2}", mention)]


def contact_page(html: str, url: str) -> str | None:
    """Return the page of the same host that a page calls its contact page; None where it names none."""
    for link in LexborHTMLParser(html).css("a[href]"):
        target = urljoin(url, (link.attributes["href"] or "").partition("#")[0])
        named = "contact" in f"{urlsplit(target).path} {link.text()}".lower()
        if named and target != url and urlsplit(target).netloc == urlsplit(url).netloc:
            return target
    return None

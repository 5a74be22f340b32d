"""Stop where an editor wrote what a reader should not meet: a number or address by hand, markup that does not work."""

import re
from functools import cache

import phonenumbers
from errors import SiteError
from front_matter import PageInfo

INLINE = re.compile(r"\[\[([a-z0-9-]+)(?: ([a-z]+))?\]\]")
MARKER = re.compile(r"^ *<!-- ([a-z]+)(?:: (.+?))? -->$", re.MULTILINE)
NOTICES = ("antwoord", "nu", "snel", "later", "voorbeeld")
# Short numbers and service numbers, which phonenumbers takes for no number or only for a possible one.
# 112, 113 and 911 are words of the language and stay.
_SHORT = re.compile(
    r"(?<![\w.,/])(?:116[ .-]?\d{3}|14[ .-]?0\d{2,3}|0[89]0\d[ .-]\d{4}|0[89]00(?:[ ./-]?\d){4,7}|144)(?![\w/]|[.,]\d)"
)
_ADDRESS = re.compile(r"(?:https?:)?//[\w-]+\.\w|\bwww\.\w|\btel:|\bmailto:", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

# (what a line holds, what is wrong, what to do). Blocks of code do not occur on this site.
_LINES = (
    (re.compile(r"^#{1,6}[^#\s]"), "has a heading without a space after the #", "Write '## Heading'."),
    (re.compile(r"\]\(\s*\)"), "has a link that leads nowhere", "Put the page between the ( )."),
    (re.compile(r"\]\[[^\^\]]*\](?!\])"), "has a link by a name that is nowhere explained", "Write [x](page.md)."),
    (re.compile(r"^ {1,3}(?:[-*+]|\d+\.) "), "has an item indented by fewer than four spaces", "Indent it by four."),
    (re.compile(r"^\t"), "is indented with a tab", "Use four spaces."),
    (re.compile(r"<(?:script|style|iframe|form|object|embed|link|meta|base|input|button)\b", re.IGNORECASE),
     "has HTML that the site does not allow", "Write it as Markdown."),
    (re.compile(r"<[^>]*\s(?:style|on[a-z]+)\s*=", re.IGNORECASE), "has HTML with style= or on…=", "Take it out."),
    (re.compile(r"^\s*(?:!!!|\?\?\?\+?)(?! ?[a-z-]* ?\"[^\"]+\"$)"),
     "begins a notice without a title in quotes", 'Write !!! nu "X".'),
)  # fmt: skip


@cache  # live reload reads the same lines again and again
def find_number(text: str) -> str:
    """Return the first telephone number in `text`, in any spelling, or ''. Years, figures and dates are none."""
    plain = _DATE.sub(lambda date: "x" * len(date[0]), text)
    short = _SHORT.search(plain)
    if short:
        return short[0]
    possible = phonenumbers.PhoneNumberMatcher(plain.replace("/", "-"), "NL", leniency=phonenumbers.Leniency.POSSIBLE)
    for match in possible:
        digits = re.sub(r"\D", "", match.raw_string)
        if match.raw_string.startswith(("+", "(0", "0", "00")) and len(digits) >= 8:
            return text[match.start : match.end]
    return ""


def check_words(value: object, place: str, *, name: str = "", skip: frozenset[str] = frozenset()) -> None:
    """Stop on a telephone number in the words of front matter or data; fields in `skip` may hold one."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in skip:
                check_words(inner, place, name=f"{name} > {key}" if name else str(key), skip=skip)
    elif isinstance(value, list):
        for inner in value:
            check_words(inner, place, name=name, skip=skip)
    elif isinstance(value, str) and (number := find_number(value)):
        remedy = "Put it in docs/_data/contacts.yml, where it stands once."
        raise SiteError(place, f"{name} holds the number {number}.", remedy)


def check_body(page: PageInfo, contacts: dict) -> None:
    """Stop at the first line of a page that would show a reader markup, a number or an address."""
    lines = page.body.split("\n")
    for number, line in enumerate(lines, page.first_line):
        before = lines[number - page.first_line - 1] if number > page.first_line else ""
        after = lines[number - page.first_line + 1] if number - page.first_line + 1 < len(lines) else ""
        _check_line(page, contacts, number, (before, line, after))


def _check_line(page: PageInfo, contacts: dict, number: int, lines: tuple[str, str, str]) -> None:
    before, line, after = lines

    def stop(problem: str, remedy: str) -> None:
        raise SiteError(page.place, f"line {number} {problem}.", remedy)

    if found := find_number(line):
        raise SiteError(
            page.place,
            f"the number {found} stands in the page (line {number}).",
            "Put it in docs/_data/contacts.yml and write [[key]] here.",
        )
    if address := _ADDRESS.search(line):
        start = line[address.start() :].split()[0]
        raise SiteError(
            page.place,
            f"the address {start} stands in the page (line {number}).",
            "Put it in docs/_data/contacts.yml or sources.yml and write [[key site]] or [^key] here.",
        )
    for pattern, problem, remedy in _LINES:
        if pattern.search(line):
            stop(problem, remedy)
    notice = re.match(r"\s*!!! ([a-z-]+)", line)
    if notice and notice[1] not in NOTICES:
        stop(f"begins a notice of the kind '{notice[1]}', which is not known", f"Use one of: {', '.join(NOTICES)}.")
    if (notice or line.lstrip().startswith("???")) and after.strip() and not after.startswith("    "):
        stop("begins a notice and the text below it is not indented", "Indent it by four spaces.")
    if line.startswith("|") and before.strip() and not before.startswith("|"):
        stop("begins a table right below a text", "Put an empty line before it.")
    if "<!--" in line and not MARKER.fullmatch(line):
        stop(
            f"holds {line.strip()}, which is no marker",
            "Write it as <!-- contacts: csg -->, small letters, on a line of its own.",
        )
    left = INLINE.sub("", line)
    if "[[" in left or "]]" in left:
        stop(
            f"holds {left[max(0, left.find('[[')) :][:40].strip()}, which is no key",
            "Write it as [[csg]] or [[csg kaart]], in small letters.",
        )
    for name in re.findall(r"(?<!\[)\[([a-z0-9-]+)\](?![\[(])", left):
        if name in contacts:
            stop(f"holds [{name}]", f"Write [[{name}]], with two brackets on each side.")

"""What is wrong with the facts, how badly, and for whom: pure functions over the answers."""

from dataclasses import dataclass, field
from enum import IntEnum
from urllib.parse import urlsplit

from . import reading
from .answer import Answer
from .reading import Around


class Level(IntEnum):
    """How badly; also the exit code."""

    FINE = 0
    UNSURE = 10  # could not be checked now
    LOOK = 20  # read the page and decide
    WRONG = 30  # the site probably says something that is not true


@dataclass(frozen=True)
class Finding:
    """One thing for a person to look at."""

    level: Level
    kind: str  # gone · moved · unreachable · refused · number · price · hours · changed
    who: str  # "contact veilig-thuis", "source vt-nog, hw-en"
    url: str
    message: str


@dataclass
class Report:
    """All that one round found. `around` is what a later round compares with: {contact: Around}."""

    findings: list[Finding] = field(default_factory=list)
    around: dict[str, Around] = field(default_factory=dict)
    own_page: dict[str, str] = field(default_factory=dict)  # contact: its organisation's page that shows the number
    addresses: int = 0

    @property
    def level(self) -> Level:
        return max((finding.level for finding in self.findings), default=Level.FINE)


def users(contacts: dict, sources: dict) -> dict[str, list[str]]:
    """Return who uses which address: {url: ['contact csg', 'source csg']}."""
    found: dict[str, list[str]] = {}
    for key, contact in contacts.items():
        for url in filter(None, (contact.get("web"), contact.get("chat", {}).get("url"))):
            found.setdefault(url, []).append(f"contact {key}")
    for key, source in sources.items():
        found.setdefault(source["url"], []).append(f"source {key}")
    return {url: list(dict.fromkeys(names)) for url, names in found.items()}


def address(answer: Answer, who: list[str]) -> list[Finding]:
    """Return what is wrong with one address: gone, moved, refused or unreachable."""
    names = ", ".join(who)
    for_readers = any(name.startswith("contact") for name in who)
    if answer.outcome == "gone":
        level = Level.WRONG if for_readers else Level.LOOK
        return [Finding(level, "gone", names, answer.url, f"{answer.detail}.")]
    if answer.outcome in ("unreachable", "refused"):
        level = Level.LOOK if for_readers and answer.outcome == "unreachable" else Level.UNSURE
        return [Finding(level, answer.outcome, names, answer.url, f"{answer.detail}.")]
    start, end = _place(answer.url), _place(answer.final)
    if start == end:
        return []
    if start[1] and not end[1]:
        return [Finding(Level.LOOK, "moved", names, answer.url, f"leads to {answer.final} now: the page itself is probably gone.")]
    if answer.forever:
        return [Finding(Level.LOOK, "moved", names, answer.url, f"has moved for good to {answer.final}.")]
    if start[0] != end[0]:
        level = Level.LOOK if for_readers else Level.UNSURE
        return [Finding(level, "moved", names, answer.url, f"leads to another site for now: {answer.final}.")]
    return []  # the same site, for now: a language or a session


def _place(url: str) -> tuple[str, str]:
    """Return (host, path) without what says nothing: www, a last slash, http or https."""
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")


def number(key: str, contact: dict, own: list[Answer], others: list[Answer], report: Report) -> None:
    """Add to `report` what the pages say of a contact's number: `own` of the organisation, `others` its other sources."""
    dial, shown = contact["phone"]["dial"], contact["phone"]["shown"]
    who = f"contact {key}"
    texts = {page.final: reading.words(page.html) for page in own if page.outcome == "ok" and page.html}
    for url, text in texts.items():
        if near := reading.around(text, dial):
            report.own_page[key], report.around[key] = url, near
            report.findings += claims(who, url, contact, near)
            return
    readable = [url for url, text in texts.items() if reading.can_be_judged(text)]
    elsewhere = [page.final for page in others if page.html and reading.around(reading.words(page.html), dial)]
    also = f" It still stands on {elsewhere[0]}." if elsewhere else ""
    if not readable:
        if texts:  # an address that did not answer has its own finding
            message = f"shows no text without scripts, so {shown} could not be looked for.{also}"
            report.findings.append(Finding(Level.UNSURE, "number", who, next(iter(texts)), message))
        return
    level = Level.LOOK if elsewhere else Level.WRONG
    report.findings.append(Finding(level, "number", who, readable[0], f"no longer shows {shown}.{also}"))


def claims(who: str, url: str, contact: dict, near: Around) -> list[Finding]:
    """Return where the price or hours that our card promises are not what stands around the number."""
    found = []
    price, hours = contact.get("price", ""), contact.get("hours", "")
    costs = reading.amounts(near.prices)
    if reading.is_free(reading.prices(price)) and costs:
        found.append(Finding(Level.LOOK, "price", who, url, f"our card says '{price}', there it says {', '.join(costs)}."))
    theirs = reading.clock_times(near.hours)
    always = "dag en nacht"
    if always in hours and theirs and always not in near.hours:
        found.append(Finding(Level.LOOK, "hours", who, url, f"our card says '{hours}', there it says {', '.join(theirs)}."))
    missing = [time for time in reading.clock_times(reading.hours(hours)) if time not in theirs]
    if missing and theirs:
        found.append(Finding(Level.LOOK, "hours", who, url, f"our card says {', '.join(missing)}, there it says {', '.join(theirs)}."))
    return found


def since(before: dict[str, Around], report: Report) -> list[Finding]:
    """Return which prices and hours around a number changed since an earlier round."""
    found = []
    for key in sorted(before.keys() & report.around.keys()):
        for name, old, new in (
            ("prices", before[key].prices, report.around[key].prices),
            ("hours", before[key].hours, report.around[key].hours),
        ):
            if tuple(old) != tuple(new):
                message = f"{name} around the number: was {', '.join(old) or 'none'}, is {', '.join(new) or 'none'}."
                found.append(Finding(Level.LOOK, "changed", f"contact {key}", report.own_page[key], message))
    return found

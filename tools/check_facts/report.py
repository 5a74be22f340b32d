"""A report as a table for people and as JSON for machines, and back."""

import json
from dataclasses import asdict

from .judge import Finding, Level, Report
from .reading import Around

NOBODY = "Nobody answered at all: is there an internet connection here?"


def table(report: Report) -> str:
    """Return the findings, worst first, a line each, and one line that sums up."""
    lines = [
        f"{finding.level.name:<7} {finding.kind:<12} {finding.who}\n        {finding.url}\n        {finding.message}"
        for finding in ordered(report)
    ]
    counts = {level: sum(finding.level == level for finding in report.findings) for level in reversed(Level)}
    summary = ", ".join(f"{count} {level.name.lower()}" for level, count in counts.items() if count) or "nothing to look at"
    lines.append(f"{report.addresses} addresses asked: {summary}.")
    if nobody_answered(report):
        lines.append(NOBODY)
    if report.own_page:
        lines.append(f"Number seen on the organisation's own page: {', '.join(sorted(report.own_page))}.")
        lines.append("Read that page yourself before you write checked_how: live.")
    return "\n".join(lines)


def nobody_answered(report: Report) -> bool:
    """Say whether the trouble is here: not one address answered."""
    silent = {finding.url for finding in report.findings if finding.kind == "unreachable"}
    return len(silent) == report.addresses > 0


def ordered(report: Report) -> list[Finding]:
    """Return the findings, worst first, then by name."""
    return sorted(report.findings, key=lambda finding: (-finding.level, finding.kind, finding.who))


def to_json(report: Report) -> str:
    """Return everything a later round needs; `from_json` reads it."""
    return json.dumps(
        {
            "level": report.level.name,
            "addresses": report.addresses,
            "findings": [asdict(finding) | {"level": finding.level.name} for finding in ordered(report)],
            "own_page": report.own_page,
            "around": {key: asdict(near) for key, near in sorted(report.around.items())},
        },
        ensure_ascii=False,
        indent=1,
    )


def from_json(text: str) -> Report:
    """Return the report of an earlier round; ValueError where the text is none."""
    try:
        data = json.loads(text)
        return Report(
            [Finding(**finding | {"level": Level[finding["level"]]}) for finding in data["findings"]],
            {key: Around(tuple(a["prices"]), tuple(a["hours"]), a["text"]) for key, a in data["around"].items()},
            data["own_page"],
            data["addresses"],
        )
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"This is no report of make check-facts ({error}).") from error

"""The `text` format: what a terminal shows, in columns that fit its width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wirediff.align.verdict import changes_words
from wirediff.emitting._places import Places
from wirediff.emitting._terminal import MOST_ROWS, headed, listed, printed, rest
from wirediff.model import Alignment, Finding, Options, Report, Severity, Side
from wirediff.wording import (
    INCOMPLETE,
    LEDGER,
    LIMITS,
    SEVERITIES,
    alerts,
    assessment,
    headline,
    kept,
    outside,
    printable,
    reservations,
    shorten,
    sums_up,
    tally,
    times,
    title,
    weights,
)

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}
MESSAGE_LENGTH = 400
"""Characters of a message that are shown; the other formats have all of it. Chosen by hand."""
MOST_PLACES = 8
"""Further places of a message that are named."""


def emit(report: Report, options: Options) -> str:
    """Return the report, in colours only if the option `color` is "always"."""
    return printed(_parts(report), options)


def _parts(report: Report) -> Iterator[RenderableType]:
    yield _documents(report)
    # Before the verdict, which does not hold for what was not read.
    yield from listed(INCOMPLETE, "bold red", alerts(report))
    yield ""
    verdict = report.summary.verdict
    yield Text(f"{verdict.upper()}: {headline(report)}", style="bold")
    yield Text(assessment(report.summary))
    places = Places(report.alignment)
    ledger = [finding for finding in report.findings if sums_up(finding)]
    if ledger:
        yield from headed(LEDGER, "bold", _ledger(ledger), *rest(len(ledger)))
    for severity, name in SEVERITIES.items():
        found = [finding for finding in report.findings if finding.severity == severity and not sums_up(finding)]
        if found:
            yield from headed(f"{name} ({len(found):,})", STYLES[severity], *_by_code(found, report, places))
    yield from listed("Notes", "bold", reservations(report))
    yield ""
    yield Text(f"{verdict.upper()}: {_counted(report)}")
    yield Text(LIMITS, style="dim")


def _documents(report: Report) -> Table:
    """Return both documents with what identifies them."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for side, article in (("Reference", report.reference), ("Version", report.version)):
        table.add_row(Text(side, style="bold"), Text(shorten(printable(title(article)), 120)))
        source = article.source
        table.add_row(
            "", Text(f"{printable(source.name)}, {source.size:,} bytes, SHA-256 {source.sha256}", style="dim")
        )
    return table


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ledger(findings: Iterable[Finding]) -> Table:
    table = Table.grid(padding=(0, 2))
    for justify in ("right", "left", "left", "left"):
        table.add_column(justify=justify, overflow="fold")
    rows = sorted(findings, key=lambda finding: -finding.data["count"])
    for finding in rows[:MOST_ROWS]:
        old, new = (printable(str(finding.data[side])) for side in ("reference", "version"))
        unchanged = kept(finding)
        noted = f"left unchanged {times(unchanged)}" if unchanged else ""
        style = STYLES[finding.severity]
        table.add_row(f"{finding.data['count']}×", Text(old), Text(f"→ {new}", style=style), Text(noted, style="dim"))
    return table


def _by_code(findings: Iterable[Finding], report: Report, places: Places) -> Iterator[RenderableType]:
    """Yield the findings of each code under its summary, equal messages in one line with all their places."""
    summaries = {rule.code: rule.summary for rule in report.rules}
    weighed = weights(report)
    ordered = sorted(findings, key=lambda finding: (weighed.get(finding.code, 0), finding.code))
    for code, group in groupby(ordered, key=lambda finding: finding.code):
        yield Text.assemble((code, "bold"), f"  {summaries.get(code, '')}")
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(overflow="fold")
        rows = _by_message(group, report, places)
        for message, found in islice(rows.items(), MOST_ROWS):
            table.add_row(found[0], Text(shorten(printable(message), MESSAGE_LENGTH) + _more(found)))
        for part in (table, *rest(len(rows))):
            yield Padding(part, (0, 0, 0, 2))


def _by_message(findings: Iterable[Finding], report: Report, places: Places) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in findings:
        found.setdefault(finding.message, []).append(_place(finding, report.alignment, places))
    return found


def _more(places: list[str]) -> str:
    """Return the other places of a message than the first of `places`, and how many there are if not one at each."""
    others = list(dict.fromkeys(place for place in places if place != places[0]))
    parts = [times(len(places))] if len(others) + 1 < len(places) else []
    if others:
        more = f" and {len(others) - MOST_PLACES} more" if len(others) > MOST_PLACES else ""
        parts.append(f"also {', '.join(others[:MOST_PLACES])}{more}")
    return f" ({', '.join(parts)})" if parts else ""


def _place(finding: Finding, alignment: Alignment, places: Places) -> str:
    """Return the first place, in the version if it has one: its line, or its block where the source has no lines."""
    for span in (*finding.version, *finding.reference):
        line = places.line(span.block)
        return f"{_INITIALS[alignment.side(span)]}:{line}" if line else span.block
    return next((f"{_INITIALS[place.side]}:{place.line}" for place in outside(finding) if place.line), "")


_INITIALS: dict[Side, str] = {"reference": "r", "version": "v"}


def _counted(report: Report) -> str:
    """Return how many findings there are, and how to read their places."""
    if not report.findings and changes_words(report.alignment):
        return "No findings, but some words differ: use -f html or -f xml to see them."
    if not report.findings and report.alignment.outside:
        return "No findings, but text outside the article differs."
    singles = any(not sums_up(finding) for finding in report.findings)
    return f"{tally(report.findings)}{' Places: r reference, v version, and the line.' if singles else ''}"

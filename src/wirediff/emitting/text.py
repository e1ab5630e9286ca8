"""The `text` format: what a terminal shows, in columns that fit its width."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wirediff.align.verdict import changes_words
from wirediff.emitting._printable import printable
from wirediff.model import Finding, Options, Report, Severity
from wirediff.wording import HEADLINES, LIMITS, SEVERITIES, alerts, assessment, exceptions, shorten, sums_up, title

STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}
MESSAGE_LENGTH = 400
"""Characters of a message that are shown; the other formats have all of it."""
MOST_PLACES = 8
"""Further places of a message that are named."""
MOST_ROWS = 500
"""Rows of one table that are shown: nobody reads more, and laying out 50,000 took a minute."""


def emit(report: Report, options: Options) -> str:
    """The report, coloured only where the option `color` says always."""
    colored = options.get("color") == "always"
    file = io.StringIO()
    console = Console(
        file=file,
        width=options.get("width") or shutil.get_terminal_size().columns,
        force_terminal=colored,
        color_system="standard" if colored else None,
        no_color=not colored,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in _parts(report):
        console.print(part)
    return "\n".join(line.rstrip() for line in file.getvalue().splitlines()) + "\n"


def _parts(report: Report) -> Iterator[RenderableType]:
    yield _documents(report)
    yield ""
    verdict = report.summary.verdict
    yield Text(f"{verdict.upper()}: {HEADLINES[verdict]}", style="bold")
    yield Text(assessment(report.summary))
    yield from _disclosures(report)
    ledger = [finding for finding in report.findings if sums_up(finding)]
    if ledger:
        yield from _headed("Replaced again and again", "bold", _ledger(ledger), *_rest(len(ledger)))
    for severity, name in SEVERITIES.items():
        found = [finding for finding in report.findings if finding.severity == severity and not sums_up(finding)]
        if found:
            yield from _headed(f"{name} ({len(found):,})", STYLES[severity], *_by_code(found, report))
    yield ""
    yield Text(_counted(report, len(ledger)))
    yield Text(LIMITS, style="dim")


def _headed(title: str, style: str, *parts: RenderableType) -> Iterator[RenderableType]:
    yield ""
    yield Text(title, style=style)
    for part in parts:
        yield Padding(part, (0, 0, 0, 2))


def _documents(report: Report) -> Table:
    """Both documents with what identifies them."""
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


def _disclosures(report: Report) -> Iterator[RenderableType]:
    """What was not examined, and what else there is to know."""
    notes = dict.fromkeys(note.message for note in report.notes if not note.incomplete)
    for heading, style, messages in (
        ("Not everything could be examined", "bold red", alerts(report)),
        ("To know", "bold", notes),
    ):
        if messages:
            yield from _headed(heading, style, *(_item(message) for message in messages))


def _item(message: str) -> RenderableType:
    """A line with a bullet, wrapped behind it."""
    table = Table.grid(padding=(0, 1))
    table.add_row("•", Text(printable(message), overflow="fold"))
    return table


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _ledger(findings: Iterable[Finding]) -> Table:
    table = Table.grid(padding=(0, 2))
    for justify in ("right", "left", "left", "left"):
        table.add_column(justify=justify, overflow="fold")
    rows = sorted(findings, key=lambda finding: -finding.data["count"])
    for finding in rows[:MOST_ROWS]:
        old, new = (printable(str(finding.data[side])) for side in ("reference", "version"))
        kept = exceptions(finding)
        noted = f"kept {'once' if kept == 1 else f'{kept:,} times'} elsewhere" if kept else ""
        style = STYLES[finding.severity]
        table.add_row(f"{finding.data['count']}×", Text(old), Text(f"→ {new}", style=style), Text(noted, style="dim"))
    return table


def _rest(rows: int) -> Iterator[RenderableType]:
    """How many of a table's rows are not shown."""
    if rows > MOST_ROWS:
        yield Text(f"… and {rows - MOST_ROWS:,} more, which the other formats show")


def _by_code(findings: Iterable[Finding], report: Report) -> Iterator[RenderableType]:
    """The findings of each code under its summary, equal messages in one line with all their places."""
    summaries = {rule.code: rule.summary for rule in report.rules}
    ordered = sorted(findings, key=lambda finding: finding.code)
    for code, group in groupby(ordered, key=lambda finding: finding.code):
        yield Text.assemble((code, "bold"), f"  {summaries.get(code, '')}")
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(overflow="fold")
        rows = _by_message(group, report)
        for message, places in islice(rows.items(), MOST_ROWS):
            table.add_row(places[0], Text(shorten(printable(message), MESSAGE_LENGTH) + _more(places)))
        for part in (table, *_rest(len(rows))):
            yield Padding(part, (0, 0, 0, 2))


def _by_message(findings: Iterable[Finding], report: Report) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for finding in findings:
        places.setdefault(finding.message, []).append(_place(finding, report))
    return places


def _more(places: list[str]) -> str:
    """Where else a message stands than at the first of `places`, and how many times if not once at each."""
    others = list(dict.fromkeys(place for place in places if place != places[0]))
    parts = [f"{len(places):,} times"] if len(others) + 1 < len(places) else []
    if others:
        more = f" and {len(others) - MOST_PLACES} more" if len(others) > MOST_PLACES else ""
        parts.append(f"also {', '.join(others[:MOST_PLACES])}{more}")
    return f" ({', '.join(parts)})" if parts else ""


def _place(finding: Finding, report: Report) -> str:
    """The first place, in the version if it has one: its line, or its block where the source has no lines."""
    for span in (*finding.version, *finding.reference):
        line = report.alignment.block(span.block).line
        return f"{span.block[0]}:{line}" if line else span.block
    return ""


def _counted(report: Report, rows: int) -> str:
    """How many findings there are besides `rows` of the ledger, and how to read their places."""
    total = len(report.findings) - rows
    if not total:
        if rows:
            return f"{_counting(rows, 'recurring replacement')}."
        differ = changes_words(report.alignment)
        return "No findings, though words differ; the formats html and xml show where." if differ else "No findings."
    singles = [finding for finding in report.findings if not sums_up(finding)]
    counts = {name: sum(each.severity == key for each in singles) for key, name in SEVERITIES.items()}
    told = ", ".join(f"{count:,} {name.lower()}" for name, count in counts.items() if count)
    return f"{_counting(total, 'finding')}: {told}. Places: r reference, v version, and the line."


def _counting(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"

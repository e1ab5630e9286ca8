"""The `text` format: what a terminal shows, in columns that fit its width."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wirediff.builtin._printable import printable, shortened
from wirediff.model import Article, Finding, Options, Report, Severity, Summary

SEVERITIES: dict[Severity, tuple[str, str]] = {
    "error": ("Serious", "bold red"),
    "warning": ("Check", "yellow"),
    "note": ("Minor", "cyan"),
}
MESSAGE_LENGTH = 400
"""Characters of a message that are shown; the other formats have all of it."""


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
    yield Text(report.summary.verdict.upper(), style="bold")
    yield Text(_figures(report.summary))
    yield from _alerts(report)
    ledger = [finding for finding in report.findings if _is_ledger(finding)]
    if ledger:
        yield from _headed("Replaced again and again", "bold", _ledger(ledger))
    for severity, (name, style) in SEVERITIES.items():
        found = [finding for finding in report.findings if finding.severity == severity and not _is_ledger(finding)]
        if found:
            yield from _headed(f"{name} ({len(found):,})", style, *_by_code(found, report))
    yield ""
    yield Text(_counted(report))


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
        table.add_row(Text(side, style="bold"), Text(_title(article)))
        source = article.source
        table.add_row(
            "", Text(f"{printable(source.name)}, {source.size:,} bytes, SHA-256 {source.sha256}", style="dim")
        )
    return table


def _title(article: Article) -> str:
    headlines = (block.text for block in article.blocks if block.kind == "headline")
    return shortened(printable(article.title or next(headlines, article.source.name)), 120)


def _figures(summary: Summary) -> str:
    return (
        f"{summary.words_kept:,} of {summary.reference_words:,} reference words stand unchanged in the version; "
        f"{summary.words_substituted:,} replaced, {summary.words_dropped:,} left out, {summary.words_new:,} new."
    )


def _alerts(report: Report) -> Iterator[RenderableType]:
    """What was not examined, and the other disclosures."""
    failed = [f"plugin {each.plugin} {each.plugin_version} failed: {each.error}" for each in report.failures]
    alerts = [*failed, *(note.message for note in report.notes if note.incomplete)]
    if alerts:
        lines = [Text("• " + printable(alert)) for alert in alerts]
        yield from _headed("Not everything could be examined", "bold red", *lines)
    notes = [Text("• " + printable(note.message)) for note in report.notes if not note.incomplete]
    if notes:
        yield from _headed("To know", "bold", *notes)


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _is_ledger(finding: Finding) -> bool:
    """Whether it sums up a recurring replacement."""
    return isinstance(finding.data.get("count"), int) and {"reference", "version"} <= finding.data.keys()


def _ledger(findings: Iterable[Finding]) -> Table:
    table = Table.grid(padding=(0, 2))
    for justify in ("right", "left", "left", "left"):
        table.add_column(justify=justify, overflow="fold")
    for finding in sorted(findings, key=lambda finding: -finding.data["count"]):
        old, new = (printable(str(finding.data[side])) for side in ("reference", "version"))
        exceptions = len(finding.data.get("exceptions") or ())
        noted = f"{exceptions} exception{'' if exceptions == 1 else 's'}" if exceptions else ""
        style = SEVERITIES[finding.severity][1]
        table.add_row(f"{finding.data['count']}×", Text(old), Text(f"→ {new}", style=style), Text(noted, style="dim"))
    return table


def _by_code(findings: Iterable[Finding], report: Report) -> Iterator[RenderableType]:
    """The findings of each code under its summary, equal messages in one line with all their places."""
    summaries = {rule.code: rule.summary for rule in report.rules}
    ordered = sorted(findings, key=lambda finding: finding.code)
    for code, group in groupby(ordered, key=lambda finding: finding.code):
        yield Text.assemble((code, "bold"), f"  {summaries.get(code, '')}")
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(overflow="fold")
        for message, places in _by_message(group, report).items():
            table.add_row(places[0], Text(shortened(printable(message), MESSAGE_LENGTH) + _more(places[1:])))
        yield Padding(table, (0, 0, 0, 2))


def _by_message(findings: Iterable[Finding], report: Report) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for finding in findings:
        places.setdefault(finding.message, []).append(_place(finding, report))
    return places


def _more(places: list[str]) -> str:
    if not places:
        return ""
    shown = ", ".join(places[:8])
    return f" (also {shown}{'' if len(places) <= 8 else f' and {len(places) - 8} more'})"


def _place(finding: Finding, report: Report) -> str:
    """The first place, in the version if it has one: its line, or its block where the source has no lines."""
    for span in (*finding.version, *finding.reference):
        line = report.alignment.block(span.block).line
        return f"{span.block[0]}:{line}" if line else span.block
    return ""


def _counted(report: Report) -> str:
    total = len(report.findings)
    if not total:
        return "No findings."
    counts = {name: sum(each.severity == key for each in report.findings) for key, (name, _) in SEVERITIES.items()}
    told = ", ".join(f"{count:,} {name.lower()}" for name, count in counts.items() if count)
    return f"{total:,} finding{'' if total == 1 else 's'}: {told}. Places: r reference, v version, and the line."

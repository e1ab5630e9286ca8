"""The `markdown` format: a report for a ticket or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wirediff.builtin._printable import printable
from wirediff.model import Alignment, Article, Finding, Options, Report, Severity, Span

SEVERITIES: dict[Severity, str] = {"error": "Serious", "warning": "Check", "note": "Minor"}
_SIGNIFICANT = re.compile(r"[\\`*_{}\[\]()<>#|~&@]|!(?=\[)|:(?=//)|(?<=\bwww)\.")
_OPENING = re.compile(r"^(\d*)([-+=.)])")
"""What makes a list or a heading at the beginning of a line."""


def emit(report: Report, options: Options) -> str:  # noqa: ARG001
    """The report as CommonMark with tables."""
    return "\n".join(_lines(report)) + "\n"


def plain(text: str) -> str:
    """`text` on one line, so that none of it is read as mark-up, a link or a control sequence."""
    return _OPENING.sub(r"\1\\\2", _SIGNIFICANT.sub(r"\\\g<0>", printable(text)))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {plain(_title(report.reference))}"
    yield ""
    yield _verdict(report)
    yield ""
    yield from _documents(report)
    yield from _alerts(report)
    for severity, name in SEVERITIES.items():
        yield from _section(name, [each for each in report.findings if each.severity == severity], report.alignment)
    yield ""
    yield "This report describes textual differences. It does not establish who copied whom, when, or why."


def _title(article: Article) -> str:
    headlines = (block.text for block in article.blocks if block.kind == "headline")
    return article.title or next(headlines, article.source.name)


def _verdict(report: Report) -> str:
    summary = report.summary
    return (
        f"**{summary.verdict.capitalize()}.** {summary.words_kept:,} of {summary.reference_words:,} reference words "
        f"stand unchanged in the version; {summary.words_substituted:,} replaced, {summary.words_dropped:,} left out, "
        f"{summary.words_new:,} new."
    )


def _documents(report: Report) -> Iterator[str]:
    yield "| | File | Bytes | SHA-256 |"
    yield "| --- | --- | ---: | --- |"
    for name, article in (("Reference", report.reference), ("Version", report.version)):
        source = article.source
        yield f"| {name} | {plain(source.name)} | {source.size:,} | `{source.sha256}` |"


def _alerts(report: Report) -> Iterator[str]:
    failed = [
        f"The plugin {failure.plugin} {failure.plugin_version} failed: {failure.error}" for failure in report.failures
    ]
    alerts = [*failed, *(note.message for note in report.notes if note.incomplete)]
    if alerts:
        yield ""
        yield "**Not everything could be examined:**"
        yield ""
        yield from (f"- {plain(alert)}" for alert in alerts)


def _section(name: str, findings: Iterable[Finding], alignment: Alignment) -> Iterator[str]:
    """Findings of one severity, those of one code and message in one line with all their places."""
    places: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        spans = finding.version or finding.reference
        places.setdefault((finding.message, finding.code), []).extend(_place(span, alignment) for span in spans)
    if not places:
        return
    yield ""
    yield f"## {name}"
    yield ""
    for (message, code), found in places.items():
        where = "; ".join(dict.fromkeys(found))
        yield f"- {plain(message)} `{code}`" + (f" ({where})" if where else "")


def _place(span: Span, alignment: Alignment) -> str:
    line = alignment.block(span.block).line
    return span.block if line is None else f"{span.block}, line {line}"

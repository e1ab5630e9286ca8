"""The `markdown` format: a report for a ticket or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wirediff.emitting._places import Places
from wirediff.model import Alignment, Finding, Options, Report, Severity, Span
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
    sums_up,
    tally,
    title,
    weights,
)

PLACES = 12
"""Places that a line names; the other formats have all. Chosen by hand."""
_SIGNIFICANT = re.compile(r"[\\`*_{}\[\]()#|~&@]|!(?=\[)|:(?=//)|(?<=\bwww)\.")
_OPENING = re.compile(r"^(\d*)([-+=.)])")
"""What makes a list or a heading at the beginning of a line."""


def emit(report: Report, options: Options) -> str:  # noqa: ARG001
    """The report as CommonMark with tables."""
    return "\n".join(_lines(report)) + "\n"


def plain(text: str) -> str:
    """`text` on one line, so that none of it is read as mark-up, a link or a control sequence.

    Angle brackets become entities: viewers that know no escapes would see tags in them.
    """
    escaped = _OPENING.sub(r"\1\\\2", _SIGNIFICANT.sub(r"\\\g<0>", printable(text)))
    return escaped.replace("<", "&lt;").replace(">", "&gt;")


def _lines(report: Report) -> Iterator[str]:
    verdict = report.summary.verdict
    yield f"# {plain(title(report.reference))}"
    # Before the verdict, which does not hold for what was not read.
    yield from _listed(INCOMPLETE, alerts(report))
    yield ""
    yield f"**{verdict.capitalize()}: {headline(report)}** {assessment(report.summary)} {tally(report.findings)}"
    yield ""
    yield from _documents(report)
    yield from _ledger([finding for finding in report.findings if sums_up(finding)])
    weighed = weights(report)
    singles = [finding for finding in report.findings if not sums_up(finding)]
    singles.sort(key=lambda finding: weighed.get(finding.code, 0))
    places = Places(report.alignment)
    for severity in SEVERITIES:
        yield from _section(severity, [each for each in singles if each.severity == severity], report.alignment, places)
    yield from _listed("Notes", reservations(report))
    yield ""
    yield LIMITS


def _documents(report: Report) -> Iterator[str]:
    yield "| | File | Bytes | SHA-256 |"
    yield "| --- | --- | ---: | --- |"
    for name, article in (("Reference", report.reference), ("Version", report.version)):
        source = article.source
        yield f"| {name} | {plain(source.name)} | {source.size:,} | `{source.sha256}` |"


def _listed(heading: str, messages: Sequence[str]) -> Iterator[str]:
    if messages:
        yield from ("", f"**{heading}:**", "")
        yield from (f"- {plain(message)}" for message in messages)


def _ledger(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the rows of the ledger, most frequent first."""
    ordered = sorted(findings, key=lambda finding: -finding.data["count"])
    if not ordered:
        return
    yield from ("", f"## {LEDGER}", "")
    yield from ("| Reference | Version | Times | Left unchanged |", "| --- | --- | ---: | ---: |")
    for finding in ordered:
        old, new = plain(finding.data["reference"]), plain(finding.data["version"])
        yield f"| {old} | {new} | {finding.data['count']:,} | {kept(finding) or '–'} |"


def _section(severity: Severity, findings: list[Finding], alignment: Alignment, places: Places) -> Iterator[str]:
    """Yield the findings of one severity, those of one code and message in one line with all their places."""
    if not findings:
        return
    rows: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        spans = finding.version or finding.reference
        found = rows.setdefault((finding.message, finding.code), [])
        found.extend(_place(span, alignment, places) for span in spans)
        found.extend(f"line {place.line}" for place in outside(finding) if place.line and place.side == "version")
    yield from ("", f"## {SEVERITIES[severity]} ({len(findings):,})", "")
    for (message, code), found in rows.items():
        yield f"- {plain(message)} `{code}`{_where(list(dict.fromkeys(found)))}"


def _where(places: list[str]) -> str:
    if not places:
        return ""
    more = f" and {len(places) - PLACES} more" if len(places) > PLACES else ""
    return f" ({', '.join(places[:PLACES])}{more})"


def _place(span: Span, alignment: Alignment, places: Places) -> str:
    """Return the line, or the block where the source has no lines; the reference's is named so."""
    line = places.line(span.block)
    place = f"line {line}" if line else span.block
    return f"reference {place}" if alignment.side(span) == "reference" else place

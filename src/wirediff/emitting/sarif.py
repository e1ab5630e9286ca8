"""The `sarif` format: SARIF 2.1.0, so that a continuous integration system shows findings in their places.

Every result has a place in the version: for something missing it is the place where that would be.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote

from wirediff.model import Alignment, Article, Block, Edit, Finding, Options, Report, Side, Source, Span
from wirediff.wording import Outside, describe_failure, outside, requests

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ARTIFACTS: dict[Side, str] = {"version": "analysisTarget", "reference": "unmodified"}
"""The articles in the order of `artifacts`, the version first, as results are about it, and their roles."""
_INDEX: dict[Side, int] = {side: index for index, side in enumerate(_ARTIFACTS)}
FINGERPRINTS = ("wirediff/v1", "primaryLocationLineHash")
"""Our own, and the one by which GitHub recognises a result."""


def emit(report: Report, options: Options) -> str:  # noqa: ARG001
    """Return the report as a SARIF log of one run, each result on a line.

    All results as one value would take ten times the memory of their text.
    """
    codes = sorted({*(rule.code for rule in report.rules), *report.summary.counts, *(f.code for f in report.findings)})
    log = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, codes)]}, indent=1)
    results = ",".join(f"\n    {json.dumps(result)}" for result in _results(report, codes))
    before, after = log.split(_RESULTS)
    return f"{before}{_RESULTS[:-1]}{results}]{after}\n"


_RESULTS = '"results": []'
"""Where results go in the log; no text in it looks like this, as JSON escapes quotation marks."""


def _run(report: Report, codes: Sequence[str]) -> dict[str, Any]:
    return {
        "tool": {"driver": _driver(report, codes)},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report.of(side), role) for side, role in _ARTIFACTS.items()],
        "invocations": [_invocation(report)],
        "results": [],
        "properties": {"verdict": report.summary.verdict},
    }


def _driver(report: Report, codes: Sequence[str]) -> dict[str, Any]:
    plugins = {name: str(version) for name, version in sorted(report.generator.plugins.items())}
    return {
        "name": "wirediff",
        "version": report.generator.version,
        "rules": [_rule(report, code) for code in codes],
        "properties": {"plugins": plugins},
    }


def _rule(report: Report, code: str) -> dict[str, Any]:
    try:
        rule = report.rule(code)
    except KeyError:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.help or rule.summary},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"nature": rule.nature},
    }


def _artifact(article: Article, role: str) -> dict[str, Any]:
    """Return the entry of a source; the roles keep two copies of one file apart, as SARIF allows no equal entries."""
    source = article.source
    return {
        "location": {"uri": _uri(source)},
        "length": source.size,
        "roles": [role],
        "hashes": {"sha-256": source.sha256},
    }


def _uri(source: Source) -> str:
    return quote("stdin" if source.name == "-" else source.name, errors="replace")


def _invocation(report: Report) -> dict[str, Any]:
    notifications = [
        *(_notification("error", describe_failure(failure)) for failure in report.failures),
        *(
            {**_notification("error" if note.incomplete else "note", note.message), "descriptor": {"id": note.code}}
            for note in report.notes
        ),
        *(_notification("note", sentence) for sentence in requests(report)),
    ]
    return {"executionSuccessful": not report.incomplete, "toolExecutionNotifications": notifications}


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": _plain(text)}}


def _plain(text: str) -> str:
    """Return `text` with its brackets escaped: SARIF viewers make links of "[text](address)" in messages."""
    return text.replace("[", "\\[").replace("]", "\\]")


# ── results ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _results(report: Report, codes: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield one result for each finding; equal findings are numbered in their order."""
    indexes = {code: index for index, code in enumerate(codes)}
    seen: Counter[str] = Counter()
    places = _Locations(report.alignment)
    for finding in report.findings:
        seen[finding.id] += 1
        yield {
            "ruleId": finding.code,
            "ruleIndex": indexes[finding.code],
            "level": finding.severity,
            "message": {"text": _plain(finding.message)},
            "rank": round(100 * finding.confidence, 1),
            "locations": places.main(finding),
            "relatedLocations": [
                {"id": number, "message": {"text": "in the reference"}, **location}
                for number, location in enumerate(places.in_reference(finding), 1)
            ],
            "partialFingerprints": dict.fromkeys(FINGERPRINTS, f"{finding.id}:{seen[finding.id]}"),
        }


class _Locations:
    """Physical locations of spans, and of what is missing from the version."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self._tied: dict[str, tuple[Sequence[Edit], Sequence[int]]] = {}

    def main(self, finding: Finding) -> list[dict[str, Any]]:
        """Return the finding's places in the version: SARIF consumers show the first of these."""
        gaps = [self._gap(span) for span in finding.reference[:1] if not finding.version]
        spans = [span for span in (*finding.version, *gaps) if span is not None]
        if spans:
            return [self.location(span) for span in spans]
        if beyond := [self._beyond(place) for place in outside(finding) if place.side == "version"]:
            return beyond
        return [_location(self.alignment.version, 0, {"startLine": 1, "startColumn": 1})]

    def in_reference(self, finding: Finding) -> list[dict[str, Any]]:
        """Return the finding's places in the reference."""
        beyond = (self._beyond(place) for place in outside(finding) if place.side == "reference")
        return [*map(self.location, finding.reference), *beyond]

    def _beyond(self, place: Outside) -> dict[str, Any]:
        """Return a place outside of an article's blocks."""
        region = {"startLine": place.line or 1, "startColumn": 1, "snippet": {"text": place.text}}
        return _location(self.alignment.of(place.side), _INDEX[place.side], region)

    def location(self, span: Span) -> dict[str, Any]:
        """Return the place of `span` in its article."""
        side = self.alignment.side(span)
        article = self.alignment.of(side)
        return _location(article, _INDEX[side], _region(article, self.alignment.block(span.block), span))

    def _gap(self, span: Span) -> Span | None:
        """Return the version's place for `span` of the reference: at its deletion, or after the block before it."""
        edits, ends = self._tied_edits(span.block)
        following = bisect_right(ends, span.start)
        if following < len(edits):
            version = edits[following].version
            return self.alignment.block(version.block).span(version.start, version.start)
        last = self._precedents.get(span.block)
        return None if last is None else last.span(len(last.text), len(last.text))

    def _tied_edits(self, block_id: str) -> tuple[Sequence[Edit], Sequence[int]]:
        """Return the edits of a block of the reference that have a place in the version, and where each ends."""
        if block_id not in self._tied:
            edits = [edit for edit in self.alignment.edits(block_id) if edit.version.block]
            self._tied[block_id] = edits, [edit.reference.end for edit in edits]
        return self._tied[block_id]

    @cached_property
    def _precedents(self) -> dict[str, Block | None]:
        """Map each block of the reference to the last block of the version before it, in the order of the alignment."""
        found: dict[str, Block | None] = {}
        last: Block | None = None
        for pair in self.alignment.pairs:
            found.update((block.id, last) for block in pair.reference)
            last = pair.version[-1] if pair.version else last
        return found


def _location(article: Article, index: int, region: dict[str, Any]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(article.source), "index": index}, "region": region}}


def _region(article: Article, block: Block, span: Span) -> dict[str, Any]:
    """Return the lines and columns of `span`: exact in plain text, those of its block in mark-up."""
    line, column = block.line or 1, block.column or 1
    region: dict[str, Any] = {"startLine": line, "startColumn": column}
    if article.source.media_type == "text/plain" and block.line is not None:
        line, column = _advance(block.text, 0, span.start, line, column)
        end_line, end_column = _advance(block.text, span.start, span.end, line, column)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    if span.text:
        region["snippet"] = {"text": span.text}
    return region


def _advance(text: str, start: int, end: int, line: int, column: int) -> tuple[int, int]:
    """Return the line and column at `end` of `text`, where `start` is at `line` and `column`."""
    lines = text.count("\n", start, end)
    return (line + lines, end - text.rfind("\n", start, end)) if lines else (line, column + end - start)

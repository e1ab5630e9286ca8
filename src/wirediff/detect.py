"""Run the detectors, each on its own, and stamp what they find."""

from __future__ import annotations

import hashlib
import math
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from wirediff.isolation import isolated
from wirediff.model import Alignment, Detector, Failure, Finding, Note, Options, Span
from wirediff.plugins import Plugin, PluginSet, failure
from wirediff.snapshot import Snapshot


class Detected(NamedTuple):
    """What all detectors delivered."""

    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    failures: tuple[Failure, ...]


def detect(
    alignment: Alignment, plugins: PluginSet, settings: Mapping[str, Options], deadline: float = math.inf
) -> Detected:
    """Run every detector; one that fails costs all findings of its plugin and no others.

    `deadline` is a time of `time.monotonic`. Findings are stamped with plugin and id and sorted by where they stand in
    the version, then in the reference.
    """
    findings: list[tuple[str, Finding]] = []
    notes: list[Note] = []
    failures: list[Failure] = []
    snapshot = Snapshot(alignment)
    for plugin in plugins.plugins:
        found = isolated(
            plugin, "detect", deadline - time.monotonic(), partial(_run_all, plugin, alignment, settings[plugin.name])
        )
        if plugin.detectors and snapshot.restore():
            found = failure(plugin.found, "detect", "it changed the articles that it was given")
        if isinstance(found, Failure):
            failures.append(found)
            continue
        findings += [(plugin.name, item) for item in found if isinstance(item, Finding)]
        notes += [item for item in found if isinstance(item, Note)]
    places = _Places(alignment)
    findings.sort(key=lambda stamped: places.key(stamped[1]))
    return Detected(tuple(_stamped(findings)), tuple(notes), tuple(failures))


def _run_all(plugin: Plugin, alignment: Alignment, options: Options) -> list[Finding | Note]:
    return [item for detector in plugin.detectors for item in _run(detector, alignment, options)]


def _run(detector: Detector, alignment: Alignment, options: Options) -> Iterator[Finding | Note]:
    """What the detector yields, checked."""
    codes = {rule.code for rule in detector.rules}
    for item in detector.run(alignment, options):
        if isinstance(item, Finding):
            _check(item, codes, alignment)
        elif not isinstance(item, Note):
            raise TypeError(f"detector {detector.name} yielded {type(item).__name__} instead of a Finding or a Note")
        yield item


def _check(finding: Finding, codes: Iterable[str], alignment: Alignment) -> None:
    if finding.code not in codes:
        raise ValueError(f"code {finding.code!r} is not declared")
    if finding.severity not in ("error", "warning", "note"):
        raise ValueError(f"{finding.code}: severity {finding.severity!r} is not error, warning or note")
    for spans, article in ((finding.reference, alignment.reference), (finding.version, alignment.version)):
        for span in spans:
            if article.block(span.block).text[span.start : span.end] != span.text or span.end < span.start:
                raise ValueError(f"{finding.code}: span {span} does not hold its text")


class _Places:
    """Sort keys by reading order."""

    def __init__(self, alignment: Alignment) -> None:
        self.order = {
            block.id: number
            for article in (alignment.version, alignment.reference)
            for number, block in enumerate(article.blocks)
        }

    def key(self, finding: Finding) -> tuple[Any, ...]:
        """In the version's order; what only the reference has comes behind the version's block of that number."""
        first = (finding.version or finding.reference)[:1]
        place = [(self.order[span.block], not finding.version, span.start, span.end) for span in first]
        return (
            place,
            finding.code,
            finding.message,
            [self._span(span) for span in (*finding.reference, *finding.version)],
        )

    def _span(self, span: Span) -> tuple[str, int, int]:
        return (span.block, span.start, span.end)


def _stamped(findings: Iterable[tuple[str, Finding]]) -> Iterator[Finding]:
    """Findings with their plugins and ids: a hash of code and texts, and a number where several have the same."""
    seen: Counter[str] = Counter()
    for plugin, finding in findings:
        parts = [finding.code, *(s.text for s in finding.reference), "\0", *(s.text for s in finding.version)]
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:10]
        seen[digest] += 1
        yield replace(finding, plugin=plugin, id=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}")

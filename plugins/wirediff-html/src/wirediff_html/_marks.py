"""Findings as marks in the text: numbered, and cut into stretches where they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wirediff.model import Finding, Report, Severity, Span

SEVERITIES: dict[Severity, str] = {"error": "Serious", "warning": "Check", "note": "Minor"}
"""What people are shown for each severity, gravest first."""
_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True)
class Kind:
    """A code at one severity: what a filter can tell apart. `key` is its class name in the page."""

    key: str
    code: str
    plugin: str
    severity: Severity


@dataclass(eq=False)
class Mark:
    """One finding in the page. `number` counts from 1 in the order of the version; 0 until it is given."""

    finding: Finding
    kind: Kind
    number: int = 0

    @property
    def in_text(self) -> bool:
        """Whether there is a place to point at."""
        return bool(self.finding.reference or self.finding.version)


class Stop(NamedTuple):
    """Where a mark's number stands: behind its last character. The `target` of its links is one of them."""

    mark: Mark
    target: bool


class Stretch(NamedTuple):
    """A run of characters of one block under the same marks; `stops` end with it."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    stops: tuple[Stop, ...]


class _Range(NamedTuple):
    start: int
    end: int
    stop: Stop


@dataclass
class Places:
    """Where marks lie: ranges by block, and for marks on the reference alone the place where they begin."""

    ranges: dict[str, list[_Range]] = field(default_factory=lambda: defaultdict(list))
    points: dict[str, list[tuple[int, Mark]]] = field(default_factory=lambda: defaultdict(list))

    def stretches(self, block: str, length: int) -> list[Stretch]:
        """`length` characters of `block`, cut wherever a mark begins or ends."""
        return list(_cut(self.ranges.get(block, ()), length))


def make_marks(report: Report) -> list[Mark]:
    """A mark for every finding, gravest kinds first; not yet numbered."""
    found = {(finding.code, finding.severity) for finding in report.findings}
    ordered = sorted(found, key=lambda pair: (_RANK[pair[1]], pair[0]))
    kinds = {
        (code, severity): Kind(f"k{number}", code, code.partition("/")[0], severity)
        for number, (code, severity) in enumerate(ordered)
    }
    return [Mark(finding, kinds[finding.code, finding.severity]) for finding in report.findings]


def rank(mark: Mark) -> int:
    """0 for the gravest severity."""
    return _RANK[mark.kind.severity]


def place(marks: Iterable[Mark]) -> Places:
    """Where the marks of single findings lie in both texts."""
    places = Places()
    for mark in marks:
        finding = mark.finding
        for number, span in enumerate(finding.version):
            places.ranges[span.block].append(_range(span, Stop(mark, target=number == 0)))
        for span in finding.reference:
            places.ranges[span.block].append(_range(span, Stop(mark, target=False)))
        if finding.reference and not finding.version:
            first = finding.reference[0]
            places.points[first.block].append((first.start, mark))
    for points in places.points.values():
        points.sort(key=lambda point: point[0])
    return places


def _range(span: Span, stop: Stop) -> _Range:
    return _Range(span.start, span.end, stop)


def _cut(ranges: Sequence[_Range], length: int) -> Iterator[Stretch]:
    """Sweep over the boundaries; a mark of no length is a stretch of no length."""
    opening: dict[int, list[_Range]] = defaultdict(list)
    closing: dict[int, list[_Range]] = defaultdict(list)
    for each in ranges:
        opening[each.start].append(each)
        closing[each.end].append(each)
    open_now: dict[Mark, None] = {}
    at = 0
    for boundary in sorted({*opening, *closing, length}):
        if boundary > at:
            ends = sorted(closing[boundary], key=lambda each: -each.start)
            yield Stretch(at, boundary, tuple(open_now), tuple(each.stop for each in ends if each.start < each.end))
            at = boundary
        points = [each for each in opening[boundary] if each.end == boundary]
        if points:
            marks = tuple(each.stop.mark for each in points)
            yield Stretch(boundary, boundary, marks, tuple(each.stop for each in points))
        for each in closing[boundary]:
            open_now.pop(each.stop.mark, None)
        open_now.update((each.stop.mark, None) for each in opening[boundary] if each.end > boundary)

"""Findings as marks in the text: numbered, and cut into stretches where they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wirediff.model import Finding, Report, Severity, Span
from wirediff.wording import SEVERITIES, shorten, weights

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True)
class MarkKind:
    """A code at one severity, which is what filters select. `key` is its class name in the page.

    `weight` orders kinds of one severity, 0 first.
    """

    key: str
    code: str
    plugin: str
    severity: Severity
    weight: int = 0


@dataclass(eq=False)
class FindingMark:
    """One finding in the page. `number` counts from 1 in the order of the version; 0 until it is given."""

    finding: Finding
    kind: MarkKind
    number: int = 0

    @property
    def in_text(self) -> bool:
        """Whether it has a place in the texts."""
        return bool(self.finding.reference or self.finding.version)

    @property
    def hint(self) -> str:
        """Return the tooltip of its number: none if the message is printed below, or repeats what both sides show."""
        reference, version = self.finding.reference, self.finding.version
        shown = reference and version and self.finding.message == f"“{reference[0].text}” became “{version[0].text}”."
        return "" if shown or self.kind.severity == "error" else shorten(self.finding.message, 80)


class Stop(NamedTuple):
    """The place of a mark's number: after its last character. The `target` of its links is one of them."""

    mark: FindingMark
    target: bool


class Stretch(NamedTuple):
    """A run of characters of one block under the same marks; `stops` end with it."""

    start: int
    end: int
    marks: tuple[FindingMark, ...]
    stops: tuple[Stop, ...]


class _Range(NamedTuple):
    """The place of a mark; its number comes after it unless `stop` is None."""

    start: int
    end: int
    mark: FindingMark
    stop: Stop | None


@dataclass
class MarkPlaces:
    """The places of marks: ranges by block, and for marks on the reference alone the point where they begin."""

    ranges: dict[str, list[_Range]] = field(default_factory=lambda: defaultdict(list))
    points: dict[str, list[tuple[int, FindingMark]]] = field(default_factory=lambda: defaultdict(list))

    def stretches(self, block: str, length: int) -> list[Stretch]:
        """Return `length` characters of `block`, cut wherever a mark begins or ends."""
        return list(_cut(self.ranges.get(block, ()), length))


def make_marks(report: Report) -> list[FindingMark]:
    """Return a mark for every finding, in their order; kinds are keyed most serious first, marks not yet numbered."""
    found = {(finding.code, finding.severity) for finding in report.findings}
    weighed = weights(report)
    ordered = sorted(found, key=lambda pair: (_RANK[pair[1]], weighed.get(pair[0], 0), pair[0]))
    kinds = {
        (code, severity): MarkKind(f"k{number}", code, code.partition("/")[0], severity, weighed.get(code, 0))
        for number, (code, severity) in enumerate(ordered)
    }
    return [FindingMark(finding, kinds[finding.code, finding.severity]) for finding in report.findings]


def rank(mark: FindingMark) -> int:
    """Return 0 for the most serious severity, then 1, 2."""
    return _RANK[mark.kind.severity]


def place(marks: Iterable[FindingMark]) -> MarkPlaces:
    """Return the places of the marks of single findings in both texts."""
    places = MarkPlaces()
    further: list[tuple[FindingMark, Span]] = []
    for mark in marks:
        finding = mark.finding
        blocks: set[str] = set()
        for number, span in enumerate((*finding.version, *finding.reference)):
            if span.block in blocks:
                further.append((mark, span))
                continue
            blocks.add(span.block)
            stop = Stop(mark, target=number == 0 and bool(finding.version))
            places.ranges[span.block].append(_Range(span.start, span.end, mark, stop))
        if finding.reference and not finding.version:
            first = finding.reference[0]
            places.points[first.block].append((first.start, mark))
    _place_further(further, places)
    for points in places.points.values():
        points.sort(key=lambda point: point[0])
    return places


def _place_further(spans: Iterable[tuple[FindingMark, Span]], places: MarkPlaces) -> None:
    """Add the places of a mark after its first in a block; its number is left out where another number is."""
    numbered = {(block, each.end) for block, ranges in places.ranges.items() for each in ranges}
    for mark, span in spans:
        stop = None if (span.block, span.end) in numbered else Stop(mark, target=False)
        places.ranges[span.block].append(_Range(span.start, span.end, mark, stop))


def _cut(ranges: Sequence[_Range], length: int) -> Iterator[Stretch]:
    """Sweep over the boundaries; a mark without length is a stretch without length."""
    opening: dict[int, list[_Range]] = defaultdict(list)
    closing: dict[int, list[_Range]] = defaultdict(list)
    for each in ranges:
        opening[each.start].append(each)
        closing[each.end].append(each)
    open_now: dict[FindingMark, None] = {}
    at = 0
    for boundary in sorted({*opening, *closing, length}):
        if boundary > at:
            ends = sorted(closing[boundary], key=lambda each: -each.start)
            yield Stretch(at, boundary, tuple(open_now), _stops(each for each in ends if each.start < each.end))
            at = boundary
        points = [each for each in opening[boundary] if each.end == boundary]
        if points:
            yield Stretch(boundary, boundary, tuple(each.mark for each in points), _stops(points))
        for each in closing[boundary]:
            open_now.pop(each.mark, None)
        open_now.update((each.mark, None) for each in opening[boundary] if each.end > boundary)


def _stops(ranges: Iterable[_Range]) -> tuple[Stop, ...]:
    return tuple(each.stop for each in ranges if each.stop)

"""The findings as lists: the ledger of what stood for what, and every finding under its code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from wirediff.model import Rule, Span
from wirediff.wording import SEVERITIES, exceptions, sums_up
from wirediff_html._marks import Kind, Mark, rank
from wirediff_html._text import prose


@dataclass(frozen=True)
class LedgerRow:
    """A recurring substitution; `places` are the marks of its single findings."""

    mark: Mark
    reference: str
    version: str
    count: int
    exceptions: int
    places: Sequence[Mark]


@dataclass(frozen=True)
class Entry:
    """Findings of one message."""

    message: str
    marks: Sequence[Mark]
    confidence: float


@dataclass(frozen=True)
class CodeList:
    """All findings of one kind."""

    kind: Kind
    title: str
    help: Markup
    count: int
    entries: Sequence[Entry]

    @property
    def severity(self) -> str:
        """As people are shown it."""
        return SEVERITIES[self.kind.severity]


def split_ledger(marks: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The marks of single findings, and of findings that only sum these up.

    A sum whose places no single finding marks (because its code was not selected) counts as a single one as well.
    """
    singles = [mark for mark in marks if not sums_up(mark.finding)]
    covered = {(span.block, span.start) for mark in singles for span in mark.finding.version}
    sums = [mark for mark in marks if sums_up(mark.finding)]
    alone = [mark for mark in sums if not any(place in covered for place in _places(mark))]
    return [*singles, *alone], sums


def _places(mark: Mark) -> list[tuple[str, int]]:
    return [(span.block, span.start) for span in mark.finding.version]


def make_ledger(sums: Iterable[Mark], singles: Iterable[Mark]) -> list[LedgerRow]:
    """Rows by falling count. A place that several findings mark is named by one of the same plugin and words."""
    by_place: dict[tuple[str, int], list[Mark]] = {}
    for mark in singles:
        for place in _places(mark):
            by_place.setdefault(place, []).append(mark)
    rows = []
    for mark in sums:
        found = [_best(by_place.get((span.block, span.start), []), mark, span) for span in mark.finding.version]
        data = mark.finding.data
        places = list(dict.fromkeys(each for each in found if each is not None))
        rows.append(
            LedgerRow(mark, data["reference"], data["version"], data["count"], exceptions(mark.finding), places)
        )
    return sorted(rows, key=lambda row: (-row.count, row.reference, row.version))


def _best(marks: Sequence[Mark], row: Mark, place: Span) -> Mark | None:
    """The mark at `place` that `row` sums up most likely."""

    def fit(mark: Mark) -> tuple[bool, bool]:
        return mark.kind.plugin == row.kind.plugin, place in mark.finding.version

    return max(marks, key=fit, default=None)


def make_lists(singles: Iterable[Mark], rules: Iterable[Rule]) -> list[CodeList]:
    """Every single finding under its kind, gravest kinds first; findings of one message share an entry."""
    by_code = {rule.code: rule for rule in rules}
    ordered = sorted(singles, key=lambda mark: (rank(mark), mark.kind.code, mark.number))
    lists = []
    for kind, group in groupby(ordered, key=lambda mark: mark.kind):
        marks = list(group)
        rule = by_code.get(kind.code)
        title, text = (rule.summary, rule.help) if rule else (kind.code, "")
        lists.append(CodeList(kind, title, prose(text), len(marks), _entries(marks)))
    return lists


def _entries(marks: Iterable[Mark]) -> list[Entry]:
    by_message: dict[str, list[Mark]] = {}
    for mark in marks:
        by_message.setdefault(mark.finding.message, []).append(mark)
    return [
        Entry(message, group, min(mark.finding.confidence for mark in group)) for message, group in by_message.items()
    ]

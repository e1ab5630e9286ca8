"""The findings as lists: the ledger, and every finding under its code."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from markupsafe import Markup

from wirediff.model import Rule
from wirediff.wording import SEVERITIES, kept, sums_up
from wirediff_html.marks import FindingMark, MarkKind, rank
from wirediff_html.text import prose


@dataclass(frozen=True)
class LedgerRow:
    """A recurring substitution; `places` are its single findings, `kept` counts the places left unchanged."""

    mark: FindingMark
    reference: str
    version: str
    count: int
    kept: int
    places: Sequence[FindingMark]


@dataclass(frozen=True)
class MessageLine:
    """Findings of one message."""

    message: str
    marks: Sequence[FindingMark]
    confidence: float


@dataclass(frozen=True)
class CodeList:
    """All findings of one kind."""

    kind: MarkKind
    title: str
    help: Markup
    count: int
    entries: Sequence[MessageLine]

    @property
    def severity(self) -> str:
        """Return its severity as people are shown it."""
        return SEVERITIES[self.kind.severity]


def split_ledger(marks: Sequence[FindingMark]) -> tuple[list[FindingMark], list[FindingMark]]:
    """Return the marks of single findings, and of findings that only sum these up.

    A sum whose places no single finding marks (because its code was not selected) counts as a single one as well.
    """
    singles = [mark for mark in marks if not sums_up(mark.finding)]
    sums = [mark for mark in marks if sums_up(mark.finding)]
    over = _over(sums, singles)
    alone = [mark for mark in sums if not any(place in over for place in _places(mark))]
    return [*singles, *alone], sums


def make_ledger(sums: Sequence[FindingMark], singles: Iterable[FindingMark]) -> list[LedgerRow]:
    """Return rows, most frequent first; each place is the single finding of the same plugin that lies over it."""
    over = _over(sums, singles)
    rows = []
    for mark in sums:
        data = mark.finding.data
        places = list(dict.fromkeys(over[place] for place in _places(mark) if place in over))
        rows.append(LedgerRow(mark, data["reference"], data["version"], data["count"], kept(mark.finding), places))
    return sorted(rows, key=lambda row: (-row.count, row.reference, row.version))


Start: TypeAlias = tuple[str, str, int]
"""A plugin, a block, and where a finding of that plugin begins in it."""


def _places(mark: FindingMark) -> list[Start]:
    return [(mark.kind.plugin, span.block, span.start) for span in mark.finding.version]


def _over(sums: Iterable[FindingMark], singles: Iterable[FindingMark]) -> dict[Start, FindingMark]:
    """Map each place of `sums` to the single finding over it: one at most, as codes of one plugin do not overlap."""
    starts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for plugin, block, start in sorted(place for mark in sums for place in _places(mark)):
        starts[plugin, block].append(start)
    found: dict[Start, FindingMark] = {}
    for mark in singles:
        plugin = mark.kind.plugin
        for span in mark.finding.version:
            known = starts.get((plugin, span.block), [])
            for start in known[bisect_left(known, span.start) : bisect_left(known, span.end)]:
                found.setdefault((plugin, span.block, start), mark)
    return found


def make_lists(singles: Iterable[FindingMark], rules: Iterable[Rule]) -> list[CodeList]:
    """Return every single finding under its kind, most serious first; findings of one message share a line."""
    by_code = {rule.code: rule for rule in rules}
    ordered = sorted(singles, key=lambda mark: (rank(mark), mark.kind.weight, mark.kind.code, mark.number))
    lists = []
    for kind, group in groupby(ordered, key=lambda mark: mark.kind):
        marks = list(group)
        rule = by_code.get(kind.code)
        title, text = (rule.summary, rule.help) if rule else (kind.code, "")
        lists.append(CodeList(kind, title, prose(text), len(marks), _entries(marks)))
    return lists


def _entries(marks: Iterable[FindingMark]) -> list[MessageLine]:
    by_message: dict[str, list[FindingMark]] = {}
    for mark in marks:
        by_message.setdefault(mark.finding.message, []).append(mark)
    return [
        MessageLine(message, group, min(mark.finding.confidence for mark in group))
        for message, group in by_message.items()
    ]

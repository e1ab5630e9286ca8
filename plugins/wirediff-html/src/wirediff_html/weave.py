"""Weaves a pair's edits and the marks on them into pieces of text, for each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from wirediff.model import Edit, Pair, Span
from wirediff_html.marks import FindingMark, MarkPlaces, Stop, Stretch

PieceOp: TypeAlias = Literal["", "ins", "del"]


class Piece(NamedTuple):
    """A run of text that looks the same throughout; `residual` if no finding explains its change."""

    op: PieceOp
    text: str
    marks: tuple[FindingMark, ...] = ()
    stops: tuple[Stop, ...] = ()
    residual: bool = False

    @property
    def classes(self) -> str:
        """Return class names: those of the marks' kinds, or "u" for a change that no finding explains."""
        if self.op and self.residual:
            return "u"
        return " ".join(dict.fromkeys(mark.kind.key for mark in self.marks))


@dataclass
class Fabric:
    """Pieces by block id. `reference` shows the reference's text; `version` the version's, with what was deleted."""

    reference: dict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    version: dict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))

    def pieces(self) -> Iterator[Piece]:
        """Yield all pieces of both sides."""
        for side in (self.reference, self.version):
            for pieces in side.values():
                yield from pieces


def weave(pair: Pair, places: MarkPlaces) -> Fabric:
    """Return the pieces of `pair`; widgets are never residual, as they are not part of the article."""
    widget = any(block.kind == "widget" for block in (*pair.reference, *pair.version))
    cursors = {
        block.id: _Cursor(places.stretches(block.id, len(block.text))) for block in (*pair.reference, *pair.version)
    }
    points = {block.id: list(reversed(places.points.get(block.id, ()))) for block in pair.reference}
    fabric = Fabric()
    for edit in pair.edits:
        reference, version = _side(edit, edit.reference, cursors), _side(edit, edit.version, cursors)
        if not widget and _unexplained(edit, reference, version):
            reference, version = _flagged(reference), _flagged(version)
        stops = _points_within(edit.reference, points)
        fabric.reference[edit.reference.block] += reference
        fabric.version[edit.version.block] += _merged(edit, reference, version, stops)
    return fabric


class _Cursor:
    """Yields a block's stretches in order, clipped to what is asked for."""

    def __init__(self, stretches: list[Stretch]) -> None:
        self.stretches = stretches
        self.next = 0

    def take(self, start: int, end: int) -> Iterator[Stretch]:
        while self.next < len(self.stretches):
            stretch = self.stretches[self.next]
            if stretch.start >= end and not stretch.start == stretch.end == end:
                return
            ended = stretch.end <= end
            stops = stretch.stops if ended else ()
            yield Stretch(max(stretch.start, start), min(stretch.end, end), stretch.marks, stops)
            if not ended:
                return
            self.next += 1


def _side(edit: Edit, span: Span, cursors: dict[str, _Cursor]) -> list[Piece]:
    """Return the pieces of one side of `edit`; space added or removed with words is not shown as a change."""
    if span.block not in cursors:
        return []
    changed: PieceOp = ("del" if span is edit.reference else "ins") if edit.is_change else ""
    found = []
    for start, end, marks, stops in cursors[span.block].take(span.start, span.end):
        text = span.text[start - span.start : end - span.start]
        found.append(Piece(changed if marks or not text.isspace() else "", text, marks, stops))
    return found


def _unexplained(edit: Edit, reference: list[Piece], version: list[Piece]) -> bool:
    """Whether words of `edit` are changed and neither side of it is covered by findings."""
    if not edit.is_change:
        return False
    sides = [side for side in (reference, version) if any(_wordy(piece) for piece in side)]
    return bool(sides) and all(any(_wordy(piece) and not piece.marks for piece in side) for side in sides)


def _wordy(piece: Piece) -> bool:
    return any(character.isalnum() for character in piece.text)


def _flagged(pieces: list[Piece]) -> list[Piece]:
    return [piece._replace(residual=not piece.marks and _wordy(piece)) for piece in pieces]


def _points_within(span: Span, points: dict[str, list[tuple[int, FindingMark]]]) -> list[tuple[int, Stop]]:
    """Take out the marks on the reference alone that begin in `span`, with their distance from its start."""
    waiting = points.get(span.block, [])
    found = []
    while waiting and (waiting[-1][0] < span.end or waiting[-1][0] == span.start):
        start, mark = waiting.pop()
        found.append((start - span.start, Stop(mark, target=True)))
    return found


def _merged(edit: Edit, reference: list[Piece], version: list[Piece], stops: list[tuple[int, Stop]]) -> list[Piece]:
    """Return the deleted words and the version's pieces, with the marks on the reference alone where they begin."""
    if not edit.is_change:
        return list(_pinned(version, stops))
    deleted = []
    if edit.reference.text.strip():
        deleted = [Piece("del", edit.reference.text, residual=any(piece.residual for piece in reference))]
    if stops:
        deleted.append(Piece("", "", stops=tuple(stop for _, stop in stops)))
    return deleted + version


def _pinned(pieces: list[Piece], stops: list[tuple[int, Stop]]) -> Iterator[Piece]:
    """Yield `pieces`, cut where a point lies among them."""
    waiting = list(reversed(stops))
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        while waiting and waiting[-1][0] < end:
            offset, stop = waiting.pop()
            head, piece = piece.text[: max(offset - at, 0)], piece._replace(text=piece.text[max(offset - at, 0) :])
            if head:
                yield piece._replace(text=head, stops=())
            yield Piece("", "", stops=(stop,))
            at += len(head)
        yield piece
        at = end
    for _, stop in reversed(waiting):
        yield Piece("", "", stops=(stop,))

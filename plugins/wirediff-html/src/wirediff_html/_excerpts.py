"""The gravest findings as paired excerpts: the sentence before, the sentence after, the changed words marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wirediff.model import Alignment, Span
from wirediff_html._marks import Mark, rank
from wirediff_html._rows import Row
from wirediff_html._text import WORDS
from wirediff_html._weave import Piece

COUNT = 5
BEFORE, AFTER = 70, 140
"""Characters of context shown around the first changed word at most."""


@dataclass(frozen=True)
class Side:
    """A passage; `cut_before` and `cut_after` say whether its sentence goes on there."""

    pieces: Sequence[Piece]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True)
class Excerpt:
    """A finding with its passages; a side without a counterpart is None."""

    mark: Mark
    reference: Side | None
    version: Side | None


def gravest(marks: Iterable[Mark], count: int = COUNT) -> list[Mark]:
    """Up to `count` marks, gravest first; among equals, another code and another statement come before more of one."""
    seen_code: dict[str, int] = defaultdict(int)
    seen_statement: set[str] = set()
    keyed = []
    for mark in sorted(marks, key=lambda mark: (rank(mark), -mark.finding.confidence, mark.number)):
        statement, _, _ = mark.finding.message.partition(WORDS)
        repeated = statement in seen_statement
        keyed.append((rank(mark), repeated, seen_code[mark.kind.code], mark.number, mark))
        seen_code[mark.kind.code] += 1
        seen_statement.add(statement)
    return [key[-1] for key in sorted(keyed, key=lambda key: key[:-1])[:count]]


def make_excerpts(marks: Iterable[Mark], rows: Iterable[Row], alignment: Alignment) -> list[Excerpt]:
    """The passages of `marks`, cut from the pieces of `rows`."""
    pieces = {view.block.id: view.pieces for row in rows for view in (*row.reference, *row.version)}
    return [_excerpt(mark, pieces, alignment) for mark in marks]


def _excerpt(mark: Mark, pieces: dict[str, Sequence[Piece]], alignment: Alignment) -> Excerpt:
    ours, theirs = mark.finding.reference, mark.finding.version
    reference = ours[0] if ours else _opposite(theirs, alignment)
    version = theirs[0] if theirs else _opposite(ours, alignment)
    return Excerpt(mark, _passage(reference, pieces, alignment), _passage(version, pieces, alignment))


def _opposite(spans: Sequence[Span], alignment: Alignment) -> Span | None:
    """Where the sentence around the first of `spans` stands on the other side."""
    if not spans:
        return None
    start, end = _sentence(spans[0], alignment)
    return next(iter(alignment.counterpart(alignment.block(spans[0].block).span(start, end))), None)


def _sentence(span: Span, alignment: Alignment) -> tuple[int, int]:
    """The bounds of the sentence that `span` begins in, stretched to its end; the whole block where none is known."""
    for sentence in alignment.sentences.get(span.block, ()):
        if sentence.span.start <= span.start < max(sentence.span.end, sentence.span.start + 1):
            return sentence.span.start, max(sentence.span.end, span.end)
    return 0, len(alignment.block(span.block).text)


def _passage(span: Span | None, pieces: dict[str, Sequence[Piece]], alignment: Alignment) -> Side | None:
    if span is None:
        return None
    own = [
        piece._replace(stops=())
        for piece in pieces.get(span.block, ())
        if piece.text and (span.block.startswith("r") or piece.op != "del")
    ]
    start, end = _sentence(span, alignment)
    focus = _first_change(own, span)
    low, high = _window(alignment.block(span.block).text, start, end, focus)
    return Side(_clipped(own, low, high), low > start, high < end)


def _first_change(pieces: Iterable[Piece], span: Span) -> int:
    at = 0
    for piece in pieces:
        if piece.op and at < span.end and at + len(piece.text) > span.start:
            return max(at, span.start)
        at += len(piece.text)
    return span.start


def _window(text: str, start: int, end: int, focus: int) -> tuple[int, int]:
    """The part of `text[start:end]` around `focus` to show, cut between words."""
    low, high = max(start, focus - BEFORE), min(end, focus + AFTER)
    if low > start:
        low = next((at + 1 for at in range(low, focus) if text[at].isspace()), low)
    if high < end:
        high = next((at for at in range(high, focus, -1) if text[at].isspace()), high)
    return low, high


def _clipped(pieces: Iterable[Piece], low: int, high: int) -> list[Piece]:
    clipped = []
    at = 0
    for piece in pieces:
        text = piece.text[max(low - at, 0) : max(high - at, 0)]
        if text:
            clipped.append(piece._replace(text=text))
        at += len(piece.text)
    return clipped

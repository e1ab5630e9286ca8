"""The gravest findings as paired excerpts: the sentence before, the sentence after, the changed words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from wirediff.model import Alignment, Span
from wirediff_html.marks import Mark, rank
from wirediff_html.rows import Row
from wirediff_html.text import WORDS
from wirediff_html.weave import Piece

COUNT = 5
LOOKED_AT = 500
"""Findings among which the next excerpt is chosen."""
PLACES = 20
"""Places of a finding that are looked at for an excerpt."""
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


def gravest(marks: Iterable[Mark], alignment: Alignment, count: int = COUNT) -> list[Mark]:
    """Up to `count` marks, gravest first; among equals, what says something new about another sentence comes first.

    A date line comes behind its equals, as every publisher prints its own.
    """
    waiting = sorted(marks, key=lambda mark: (rank(mark), -mark.finding.confidence, mark.number))
    seen: Counter[Hashable] = Counter()
    chosen: list[Mark] = []
    while waiting and len(chosen) < count:
        best = min(
            waiting[:LOOKED_AT],
            key=lambda mark: (rank(mark), _is_dated(mark, alignment), _repeats(mark, alignment, seen)),
        )
        waiting.remove(best)
        chosen.append(best)
        seen.update(_traits(best, alignment))
    return chosen


def _is_dated(mark: Mark, alignment: Alignment) -> bool:
    spans = (*mark.finding.reference, *mark.finding.version)
    return any(alignment.block(span.block).kind == "date" for span in spans[:1])


def _repeats(mark: Mark, alignment: Alignment, seen: Counter[Hashable]) -> tuple[int, int]:
    """How much of what `mark` is was there before; a sentence shown twice counts most."""
    sentence, statement, code = _traits(mark, alignment)
    return 2 * (sentence in seen) + (statement in seen) + (code in seen), seen[code]


def _traits(mark: Mark, alignment: Alignment) -> tuple[Hashable, Hashable, Hashable]:
    """The sentence that `mark` stands in first, what it states, its code."""
    span = next(iter((*mark.finding.reference, *mark.finding.version)), None)
    statement, _, _ = mark.finding.message.partition(WORDS)
    return span and (span.block, _sentence(span, alignment)), statement, mark.kind.code


def make_excerpts(marks: Iterable[Mark], rows: Iterable[Row], alignment: Alignment) -> list[Excerpt]:
    """The passages of `marks`, cut from the pieces of `rows`."""
    pieces = {view.block.id: view.pieces for row in rows for view in (*row.reference, *row.version)}
    return [_excerpt(mark, pieces, alignment) for mark in marks]


def _excerpt(mark: Mark, pieces: dict[str, Sequence[Piece]], alignment: Alignment) -> Excerpt:
    ours, theirs = mark.finding.reference, mark.finding.version
    if ours and theirs:
        reference, version = _matching(ours, theirs, alignment)
    else:
        reference = ours[0] if ours else _opposite(theirs, alignment)
        version = theirs[0] if theirs else _opposite(ours, alignment)
    return Excerpt(mark, _passage(reference, pieces, alignment), _passage(version, pieces, alignment))


def _matching(ours: Sequence[Span], theirs: Sequence[Span], alignment: Alignment) -> tuple[Span | None, Span | None]:
    """The first two places of a finding that lie in sentences which correspond to each other; else its first two."""
    for version in theirs[:PLACES]:
        sentence = alignment.block(version.block).span(*_sentence(version, alignment))
        for there in alignment.counterpart(sentence):
            for reference in ours[:PLACES]:
                if reference.block == there.block and there.start <= reference.start < there.end:
                    return reference, version
    return ours[0], theirs[0]


def _opposite(spans: Sequence[Span], alignment: Alignment) -> Span | None:
    """Where the other side has a gap for the first of `spans`: behind what corresponds to its sentence up to there."""
    if not spans:
        return None
    span = spans[0]
    start, end = _sentence(span, alignment)
    block = alignment.block(span.block)
    before, behind = (
        next(iter(alignment.counterpart(block.span(low, high))), None) if low < high else None
        for low, high in ((start, span.start), (span.end, end))
    )
    if before:
        return alignment.block(before.block).span(before.end, before.end)
    return behind and alignment.block(behind.block).span(behind.start, behind.start)


def _sentence(span: Span, alignment: Alignment) -> tuple[int, int]:
    """The bounds of the sentence that `span` begins in, stretched to its end; the whole block where none is known."""
    sentences = alignment.sentences.get(span.block, ())
    for sentence in sentences[bisect_right(sentences, span.start, key=lambda each: each.span.start) - 1 :][:1]:
        if sentence.span.start <= span.start < max(sentence.span.end, sentence.span.start + 1):
            return sentence.span.start, max(sentence.span.end, span.end)
    return 0, len(alignment.block(span.block).text)


def _passage(span: Span | None, pieces: dict[str, Sequence[Piece]], alignment: Alignment) -> Side | None:
    if span is None:
        return None
    own = [piece for piece in pieces.get(span.block, ()) if span.block.startswith("r") or piece.op != "del"]
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
    """What stands between `low` and `high`, gaps included."""
    clipped = []
    at = 0
    for piece in pieces:
        text = piece.text[max(low - at, 0) : max(high - at, 0)]
        if text or (piece.stops and not piece.text and low < at < high):
            clipped.append(piece._replace(text=text))
        at += len(piece.text)
    return clipped

"""The most serious findings as paired excerpts: the sentence before, the sentence after, the changed words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from wirediff.model import Alignment, Finding, Side, Span
from wirediff_html.marks import FindingMark, rank
from wirediff_html.rows import Row
from wirediff_html.text import WORDS
from wirediff_html.weave import Piece

COUNT = 5
"""Excerpts on the cover: as many as fit page one in print."""
LOOKED_AT = 500
"""Findings among which the next excerpt is chosen, so that choosing costs no more in a report of very many."""
PLACES = 20
"""Places of a finding that are looked at for an excerpt."""
BEFORE, AFTER = 70, 140
"""Maximum characters of context shown around the first changed word; chosen by hand for two or three lines a column."""


@dataclass(frozen=True)
class Extract:
    """A passage of one side; `cut_before` and `cut_after` say whether its sentence goes on there."""

    pieces: Sequence[Piece]
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True)
class Excerpt:
    """A finding with its passages; a side without a counterpart is None."""

    mark: FindingMark
    reference: Extract | None
    version: Extract | None


def most_serious(marks: Iterable[FindingMark], alignment: Alignment, count: int = COUNT) -> list[FindingMark]:
    """Return up to `count` marks, most serious first; among equals, those on sentences and kinds not shown yet.

    A date line comes after its equals, as every publisher prints its own.
    """
    waiting = sorted(marks, key=lambda mark: (rank(mark), mark.kind.weight, -mark.finding.confidence, mark.number))
    seen: Counter[Hashable] = Counter()
    chosen: list[FindingMark] = []
    while waiting and len(chosen) < count:
        best = min(
            waiting[:LOOKED_AT],
            key=lambda mark: (rank(mark), _is_dated(mark, alignment), _repeats(mark, alignment, seen)),
        )
        waiting.remove(best)
        chosen.append(best)
        seen.update(_traits(best, alignment))
    return chosen


def _is_dated(mark: FindingMark, alignment: Alignment) -> bool:
    spans = (*mark.finding.reference, *mark.finding.version)
    return any(alignment.block(span.block).kind == "date" for span in spans[:1])


def _repeats(mark: FindingMark, alignment: Alignment, seen: Counter[Hashable]) -> tuple[int, int]:
    """Return how much `mark` repeats of what was chosen before; the same sentence counts most."""
    sentence, statement, code = _traits(mark, alignment)
    return 2 * (sentence in seen) + (statement in seen) + (code in seen), seen[code]


def _traits(mark: FindingMark, alignment: Alignment) -> tuple[Hashable, Hashable, Hashable]:
    """Return the first sentence of `mark`, what it states, and its code."""
    span = next(iter((*mark.finding.reference, *mark.finding.version)), None)
    statement, _, _ = mark.finding.message.partition(WORDS)
    return span and (span.block, _sentence(span, alignment)), statement, mark.kind.code


def make_excerpts(marks: Iterable[FindingMark], rows: Iterable[Row], alignment: Alignment) -> list[Excerpt]:
    """Return the passages of `marks`, cut from the pieces of `rows`."""
    pieces = {view.block.id: view.pieces for row in rows for view in (*row.reference, *row.version)}
    return [_excerpt(mark, pieces, alignment) for mark in marks]


def _excerpt(mark: FindingMark, pieces: dict[str, Sequence[Piece]], alignment: Alignment) -> Excerpt:
    finding = mark.finding
    if finding.reference and finding.version:
        reference, version = _matching(finding, alignment)
    else:
        reference, version = (
            finding.of(side)[0] if finding.of(side) else _gap(finding.of(opposite), alignment)
            for side, opposite in _BOTH
        )
    return Excerpt(mark, _passage(reference, pieces, alignment), _passage(version, pieces, alignment))


_BOTH: tuple[tuple[Side, Side], ...] = (("reference", "version"), ("version", "reference"))


def _matching(finding: Finding, alignment: Alignment) -> tuple[Span | None, Span | None]:
    """Return the first two places of a finding in sentences that correspond to each other; else its first two."""
    for version in finding.version[:PLACES]:
        sentence = alignment.block(version.block).span(*_sentence(version, alignment))
        for counterpart in alignment.counterpart(sentence):
            for reference in finding.reference[:PLACES]:
                if reference.block == counterpart.block and counterpart.start <= reference.start < counterpart.end:
                    return reference, version
    return finding.reference[0], finding.version[0]


def _gap(spans: Sequence[Span], alignment: Alignment) -> Span | None:
    """Return the gap of the other side for the first of `spans`: after the counterpart of its sentence up to there."""
    if not spans:
        return None
    span = spans[0]
    start, end = _sentence(span, alignment)
    block = alignment.block(span.block)
    before, after = (
        next(iter(alignment.counterpart(block.span(low, high))), None) if low < high else None
        for low, high in ((start, span.start), (span.end, end))
    )
    if before:
        return alignment.block(before.block).span(before.end, before.end)
    return after and alignment.block(after.block).span(after.start, after.start)


def _sentence(span: Span, alignment: Alignment) -> tuple[int, int]:
    """Return the bounds of the sentence that `span` begins in, up to its end at least; else those of the block."""
    sentences = alignment.sentences.get(span.block, ())
    for sentence in sentences[bisect_right(sentences, span.start, key=lambda each: each.span.start) - 1 :][:1]:
        if sentence.span.start <= span.start < max(sentence.span.end, sentence.span.start + 1):
            return sentence.span.start, max(sentence.span.end, span.end)
    return 0, len(alignment.block(span.block).text)


def _passage(span: Span | None, pieces: dict[str, Sequence[Piece]], alignment: Alignment) -> Extract | None:
    if span is None:
        return None
    is_reference = alignment.side(span) == "reference"
    own = [piece for piece in pieces.get(span.block, ()) if is_reference or piece.op != "del"]
    start, end = _sentence(span, alignment)
    focus = _first_change(own, span)
    low, high = _window(alignment.block(span.block).text, start, end, focus)
    return Extract(_clipped(own, low, high), low > start, high < end)


def _first_change(pieces: Iterable[Piece], span: Span) -> int:
    at = 0
    for piece in pieces:
        if piece.op and at < span.end and at + len(piece.text) > span.start:
            return max(at, span.start)
        at += len(piece.text)
    return span.start


def _window(text: str, start: int, end: int, focus: int) -> tuple[int, int]:
    """Return the part of `text[start:end]` around `focus` to show, cut between words."""
    low, high = max(start, focus - BEFORE), min(end, focus + AFTER)
    if low > start:
        low = next((at + 1 for at in range(low, focus) if text[at].isspace()), low)
    if high < end:
        high = next((at for at in range(high, focus, -1) if text[at].isspace()), high)
    return low, high


def _clipped(pieces: Iterable[Piece], low: int, high: int) -> list[Piece]:
    """Return what lies between `low` and `high`, gaps included."""
    clipped = []
    at = 0
    for piece in pieces:
        text = piece.text[max(low - at, 0) : max(high - at, 0)]
        if text or (piece.stops and not piece.text and low < at < high):
            clipped.append(piece._replace(text=text))
        at += len(piece.text)
    return clipped

"""Where a stretch of one article lies in the other, moved sentences too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from wirediff.align import align
from wirediff.model import Alignment, Article, Block, Edit, Sentence, SentencePair, Source, Span


class Correspondence:
    """The edits of an alignment by block, in order, those of sentences that moved by themselves among them."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        moved = [pair for pair in alignment.sentence_pairs if pair.moved and pair.reference and pair.version]
        self._known: dict[tuple[str, int, int], list[Edit]] = {}
        self._counterparts: dict[tuple[str, int, int], tuple[Span, ...]] = {}
        self._bounds_by_block: dict[str, tuple[list[int], list[int]]] = {}
        self._moved: dict[str, list[tuple[Span, list[Edit]]]] = {}
        for pair in moved:
            edits = list(_within(alignment, pair))
            for sentence in (*pair.reference, *pair.version):
                self._moved.setdefault(sentence.span.block, []).append((sentence.span, edits))

    def edits(self, span: Span) -> list[Edit]:
        """The edits that touch `span`, equal ones too; those at its edges only if they change something inside."""
        on_reference = span.block.startswith("r")
        key = span.block, span.start, span.end
        known = self._known.get(key)
        if known is None:
            found = [*self._of_block(span), *self._of_moved(span)]
            known = [edit for edit in found if _touches(_side(edit, on_reference), span)]
            self._known[key] = known
        return known

    def _of_block(self, span: Span) -> list[Edit]:
        """A binary search: a block of 50,000 words has as many edits."""
        edits = self.alignment.edits(span.block)
        starts, ends = self._bounds(span.block)
        found = edits[max(0, bisect_right(ends, span.start) - 1) : bisect_right(starts, span.end)]
        if span.block not in self._moved:
            return list(found)
        on_reference = span.block.startswith("r")
        return [edit for edit in found if edit.op == "equal" or not self._is_moved(_side(edit, on_reference))]

    def _bounds(self, block: str) -> tuple[list[int], list[int]]:
        """Where the edits of a block start and end in it."""
        known = self._bounds_by_block.get(block)
        if known is None:
            places = [_side(edit, block.startswith("r")) for edit in self.alignment.edits(block)]
            known = self._bounds_by_block[block] = [each.start for each in places], [each.end for each in places]
        return known

    def _of_moved(self, span: Span) -> list[Edit]:
        return [
            edit
            for place, edits in self._moved.get(span.block, ())
            if place.start < span.end and span.start < place.end
            for edit in edits
        ]

    def _is_moved(self, span: Span) -> bool:
        """Whether an edit only takes sentences out of their old place, or puts them into their new one."""
        # Nearly: the white space between sentences goes with one of them.
        places = self._moved.get(span.block, ())
        moved = sum(max(0, min(place.end, span.end) - max(place.start, span.start)) for place, _ in places)
        return 5 * moved > 4 * (span.end - span.start)

    def counterpart(self, span: Span) -> tuple[Span, ...]:
        """Where `span` lies on the other side: a stretch for each block that it reaches, none if it is gone."""
        key = span.block, span.start, span.end
        known = self._counterparts.get(key)
        if known is None:
            known = self._counterparts[key] = self._counterpart(span)
        return known

    def _counterpart(self, span: Span) -> tuple[Span, ...]:
        on_reference = span.block.startswith("r")
        ranges: dict[str, tuple[int, int]] = {}
        for edit in self.edits(span):
            here, there = _side(edit, on_reference), _side(edit, not on_reference)
            if here.start == here.end or there.start == there.end or here.start >= span.end or here.end <= span.start:
                continue
            start, end = there.start, there.end
            if edit.op == "equal":
                start += max(span.start - here.start, 0)
                end -= max(here.end - span.end, 0)
            low, high = ranges.get(there.block, (start, end))
            ranges[there.block] = min(low, start), max(high, end)
        return tuple(self.alignment.block(name).span(*place) for name, place in ranges.items())

    def kept(self, span: Span) -> float:
        """The share of the characters of `span` that stand on the other side too, replaced ones counted a quarter."""
        on_reference = span.block.startswith("r")
        weights = {"equal": 1.0, "format": 1.0, "replace": 0.25}
        total = 0.0
        for edit in self.edits(span):
            here = _side(edit, on_reference)
            total += weights.get(edit.op, 0.0) * max(0, min(here.end, span.end) - max(here.start, span.start))
        return total / max(1, span.end - span.start)


def _side(edit: Edit, on_reference: bool) -> Span:
    return edit.reference if on_reference else edit.version


def _touches(place: Span, span: Span) -> bool:
    if place.block != span.block:
        return False
    if place.start == place.end:
        return span.start <= place.start <= span.end
    return place.start < span.end and span.start < place.end


def _within(alignment: Alignment, pair: SentencePair) -> Iterator[Edit]:
    """The edits between two sentences that moved, found by aligning them alone."""
    reference, version = pair.reference[0], pair.version[0]
    inner = align(_alone(alignment.reference, reference, "r1"), _alone(alignment.version, version, "v1"))
    for part in inner.pairs:
        if part.reference and part.version:
            for edit in part.edits:
                yield Edit(edit.op, _shifted(edit.reference, reference), _shifted(edit.version, version))


def _alone(article: Article, sentence: Sentence, name: str) -> Article:
    block = Block(name, "paragraph", sentence.span.text)
    return replace(article, source=Source.from_text(""), blocks=(block,), figures=(), notes=())


def _shifted(span: Span, sentence: Sentence) -> Span:
    start = sentence.span.start
    return Span(sentence.span.block, span.start + start, span.end + start, span.text)

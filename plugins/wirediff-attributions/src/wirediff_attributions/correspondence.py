"""Where a stretch of one article lies in the other, moved sentences too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from wirediff.align import align
from wirediff.model import Alignment, Article, Block, Edit, Sentence, SentencePair, Source, Span
from wirediff_attributions.index import by_word

LONGEST = 20_000
"""Characters of an edit from which it tells nothing of single words."""


def is_long(edit: Edit) -> bool:
    """Whether an edit tells nothing of single words."""
    return max(len(edit.reference.text), len(edit.version.text)) > LONGEST


class _Track(NamedTuple):
    """A block's edits by where they start and end in it; `reach` is the furthest end up to each."""

    starts: list[int]
    ends: list[int]
    reach: list[int]
    edits: Sequence[Edit]
    opposite: list[Span]
    tiled: bool
    """Whether the edits stand in the same order on both sides: no sentence moved by itself."""

    def touching(self, span: Span) -> list[int]:
        """The indices of the edits that share a character with `span`, and of the empty ones in it and at its edges."""
        # By binary search: a block of 50,000 words has as many edits.
        near = range(bisect_left(self.reach, span.start), bisect_right(self.starts, span.end))
        starts, ends, low, high = self.starts, self.ends, span.start, span.end
        return [at for at in near if (starts[at] < high and low < ends[at]) or low <= starts[at] == ends[at]]

    def sharing(self, span: Span) -> Sequence[int]:
        """The indices of the edits that share a character with `span`; empty ones among them, where these are tiled."""
        near = range(bisect_right(self.reach, span.start), bisect_left(self.starts, span.end))
        return near if self.tiled else [at for at in near if span.start < self.ends[at]]

    def answered(self, span: Span) -> list[int]:
        """The indices of those that have text on both sides."""
        starts, ends, opposite = self.starts, self.ends, self.opposite
        return [at for at in self.sharing(span) if opposite[at].text and starts[at] < ends[at]]


class Correspondence:
    """The edits of an alignment by block, in order, those of sentences that moved by themselves among them."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self._tracks: dict[str, _Track] = {}
        self._counterparts: dict[tuple[str, int, int], tuple[Span, ...]] = {}
        self._moved: dict[str, list[Span]] = {}
        self._sorted_moved: dict[str, Sequence[Span]] = {}
        self._moved_edits: dict[str, list[Edit]] = {}
        for pair in alignment.sentence_pairs:
            if pair.moved and pair.reference and pair.version:
                self._move(pair)

    def _move(self, pair: SentencePair) -> None:
        for sentence in (*pair.reference, *pair.version):
            self._moved.setdefault(sentence.span.block, []).append(sentence.span)
        edits = list(_within(self.alignment, pair))
        for sentences in (pair.reference, pair.version):
            self._moved_edits.setdefault(sentences[0].span.block, []).extend(edits)

    @cached_property
    def blocks_by_word(self) -> tuple[Mapping[str, set[int]], ...]:
        """The numbers of the blocks in which each word stands, of either article."""
        return tuple(by_word(article.blocks) for article in (self.alignment.reference, self.alignment.version))

    def edits(self, span: Span) -> list[Edit]:
        """The edits that touch `span`, equal ones too; those at its edges only if they change something inside."""
        track = self._track(span.block)
        return [track.edits[at] for at in track.touching(span)]

    def _track(self, block: str) -> _Track:
        known = self._tracks.get(block)
        if known is None:
            known = self._tracks[block] = self._laid_out(block)
        return known

    def _laid_out(self, block: str) -> _Track:
        here, there = _SIDES[block[0]]
        edits: Sequence[Edit] = self.alignment.edits(block)
        tiled = block not in self._moved
        if not tiled:
            stayed = (edit for edit in edits if edit.op == "equal" or not self._is_moved(here(edit)))
            edits = sorted((*stayed, *self._moved_edits.get(block, ())), key=lambda edit: here(edit).start)
        places = list(map(here, edits))
        starts, ends = [place.start for place in places], [place.end for place in places]
        return _Track(
            starts, ends, ends if tiled else list(accumulate(ends, max)), edits, list(map(there, edits)), tiled
        )

    def _is_moved(self, span: Span) -> bool:
        """Whether an edit only takes sentences out of their old place, or puts them into their new one."""
        # Nearly: the white space between sentences goes with one of them.
        places = self._places_of_moved(span.block)
        first = bisect_right(places, span.start, key=_END)
        last = bisect_left(places, span.end, key=_START)
        moved = sum(min(place.end, span.end) - max(place.start, span.start) for place in places[first:last])
        return 5 * moved > 4 * (span.end - span.start)

    def _places_of_moved(self, block: str) -> Sequence[Span]:
        """The sentences of a block that moved, in order."""
        if block not in self._sorted_moved:
            self._sorted_moved[block] = sorted(self._moved[block], key=_START)
        return self._sorted_moved[block]

    def counterpart(self, span: Span) -> tuple[Span, ...]:
        """Where `span` lies on the other side: a stretch for each block that it reaches, none if it is gone, or lost in
        a passage rewritten at length."""
        key = span.block, span.start, span.end
        known = self._counterparts.get(key)
        if known is None:
            known = self._counterparts[key] = self._counterpart(span)
        return known

    def _counterpart(self, span: Span) -> tuple[Span, ...]:
        track = self._track(span.block)
        starts, ends, opposite = track.starts, track.ends, track.opposite
        found = track.answered(span)
        if track.tiled and len(found) > 2 and opposite[found[0]].block == opposite[found[-1]].block:
            found = [found[0], found[-1]]  # None between them reaches further.
        ranges: dict[str, tuple[int, int]] = {}
        for at in found:
            there = opposite[at]
            start, end = there.start, there.end
            if track.edits[at].op == "equal":
                start += max(span.start - starts[at], 0)
                end -= max(ends[at] - span.end, 0)
            low, high = ranges.get(there.block, (start, end))
            ranges[there.block] = min(low, start), max(high, end)
        longest = LONGEST + span.end - span.start
        block = self.alignment.block
        return tuple([block(name).span(low, high) for name, (low, high) in ranges.items() if high - low <= longest])

    def is_rewritten_at_length(self, span: Span) -> bool:
        """Whether `span` stands in a passage that is replaced as a whole and too long to tell of single words."""
        return any(edit.op == "replace" and is_long(edit) for edit in self.edits(span))

    def is_gone(self, span: Span) -> bool:
        """Whether nothing lies opposite `span`."""
        return not self._track(span.block).answered(span)

    def kept(self, span: Span) -> float:
        """The share of the characters of `span` that stand on the other side too, replaced ones counted a quarter."""
        track = self._track(span.block)
        total = 0.0
        for at in track.sharing(span):
            weight = _WEIGHTS.get(track.edits[at].op)
            if weight:
                total += weight * (min(track.ends[at], span.end) - max(track.starts[at], span.start))
        return total / max(1, span.end - span.start)


_START, _END = attrgetter("start"), attrgetter("end")
_SIDES = {
    "r": (attrgetter("reference"), attrgetter("version")),
    "v": (attrgetter("version"), attrgetter("reference")),
}
"""What an edit has on the side of a block whose name begins so, and on the other."""
_WEIGHTS = {"equal": 1.0, "format": 1.0, "replace": 0.25}
"""What a character of such an edit counts."""


def _within(alignment: Alignment, pair: SentencePair) -> Iterator[Edit]:
    """The edits between two sentences that moved, found by aligning them alone."""
    reference, version = pair.reference[0], pair.version[0]
    if reference.span.text == version.span.text:
        yield Edit("equal", reference.span, version.span)
        return
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

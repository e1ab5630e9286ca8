"""Edits by block, those of moved sentences in place of their deletion and insertion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from wirediff.model._blocks import Span
from wirediff.model._edits import Edit, part
from wirediff.model._pairs import SentencePair
from wirediff.model._sides import Side, opposite, side_of

_START, _END = attrgetter("start"), attrgetter("end")


class Track(NamedTuple):
    """The edits that tile one block, in its order, and where they start and end in it."""

    side: Side
    edits: Sequence[Edit]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, block_id: str, edits: Sequence[Edit]) -> Track:
        """Lay out the edits of a block."""
        side = side_of(block_id)
        spans = [edit.of(side) for edit in edits]
        return cls(side, edits, [span.start for span in spans], [span.end for span in spans])

    def sharing(self, start: int, end: int) -> range:
        """The numbers of the edits that share a character with a stretch, and of the empty ones inside it."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def touching(self, start: int, end: int) -> range:
        """The same, and the empty ones at the ends of the stretch."""
        first, last = bisect_left(self.ends, start), bisect_right(self.starts, end)
        if first < last and self.starts[first] < self.ends[first] == start:
            first += 1
        if first < last and self.ends[last - 1] > self.starts[last - 1] == end:
            last -= 1
        return range(first, last)


class Tracks:
    """Each block's track, laid out when it is asked for.

    A sentence that moved is deleted in one place and inserted in another by the edits of its blocks. A track has the
    edits between its old and its new place instead.
    """

    def __init__(self, edits: Mapping[str, Sequence[Edit]], sentence_pairs: Iterable[SentencePair]) -> None:
        self._edits = edits
        self._known: dict[str, Track] = {}
        self._moved: dict[str, list[Span]] = defaultdict(list)
        self._moved_edits: dict[str, list[Edit]] = defaultdict(list)
        for pair in sentence_pairs:
            if pair.moved:
                self._move(pair)
        for spans in self._moved.values():
            spans.sort(key=_START)

    def _move(self, pair: SentencePair) -> None:
        for sentence in (*pair.reference, *pair.version):
            self._moved[sentence.span.block].append(sentence.span)
        for edit in pair.edits:
            self._moved_edits[edit.reference.block].append(edit)
            self._moved_edits[edit.version.block].append(edit)

    def __getitem__(self, block_id: str) -> Track:
        known = self._known.get(block_id)
        if known is None:
            known = self._known[block_id] = Track.of(block_id, self._laid_out(block_id))
        return known

    def _laid_out(self, block_id: str) -> Sequence[Edit]:
        edits = self._edits[block_id]
        if not self._moved:
            return edits
        side = side_of(block_id)
        stayed = (piece for edit in edits for piece in self._stayed(edit, side))
        # Empty edits go before the one that starts where they are, as in a block's own edits.
        return sorted(
            (*stayed, *self._moved_edits.get(block_id, ())), key=lambda edit: (edit.of(side).start, edit.of(side).end)
        )

    def _stayed(self, edit: Edit, side: Side) -> Iterator[Edit]:
        """Yield what `edit` does to the text that did not move: of a block's `side`, or of what is inserted there."""
        by = side if edit.of(side).text else opposite(side)
        span = edit.of(by)
        moved = self._moved.get(span.block)
        if not moved:
            yield edit
            return
        start = span.start
        for at in range(bisect_right(moved, start, key=_END), bisect_left(moved, span.end, key=_START)):
            if start < moved[at].start:
                yield part(edit, by, start, moved[at].start)
            start = moved[at].end
        if start < span.end:
            yield part(edit, by, start, span.end)

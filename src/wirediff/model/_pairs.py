"""Blocks and sentences of the two articles that correspond."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple, TypeAlias

from wirediff.model._blocks import Block, Sentence
from wirediff.model._edits import Edit, Range, clipped, within
from wirediff.model._sides import Sided

Relation: TypeAlias = Literal["same", "edited", "moved", "split", "merged", "inserted", "deleted"]


@dataclass(frozen=True)
class Pair(Sided):
    """Blocks of the reference and the blocks of the version that they became.

    `reference` or `version` is empty for an inserted or deleted block; a `split` pair has one reference block and
    several version blocks, a `merged` one the reverse. `similarity` runs from 0 to 1: the share of words (weighted by
    how telling they are) that both sides have in common. `edits` of a `moved` pair describe what changed besides the
    place.
    """

    reference: tuple[Block, ...]
    version: tuple[Block, ...]
    relation: Relation
    similarity: float
    edits: tuple[Edit, ...]

    @cached_property
    def has_changes(self) -> bool:
        """Whether any edit changes words."""
        return any(edit.is_change for edit in self.edits)

    @cached_property
    def _layouts(self) -> tuple[_Layout, _Layout]:
        return (
            _Layout.of(self.reference, [len(edit.reference.text) for edit in self.edits]),
            _Layout.of(self.version, [len(edit.version.text) for edit in self.edits]),
        )

    def edits_between(self, reference: Sequence[Sentence], version: Sequence[Sentence]) -> tuple[Edit, ...]:
        """Return the edits clipped to sentences that correspond, each side's in order; one side may be empty.

        They tile both texts, from the start of the first sentence to the end of the last one.
        """
        laid_r, laid_v = self._layouts
        range_r, range_v = laid_r.range_of(reference), laid_v.range_of(version)
        touched = [*laid_r.touched(range_r), *laid_v.touched(range_v)]
        if not touched:
            return ()
        first, last = min(touched), max(touched) + 1
        # Nearly all lie wholly in the sentences: only those at the ends have to be clipped.
        whole_r, whole_v = laid_r.whole(range_r), laid_v.whole(range_v)
        start = min(max(first, whole_r.start, whole_v.start), last)
        stop = max(start, min(last, whole_r.stop, whole_v.stop))

        def cut(numbers: range) -> Iterator[Edit]:
            for at in numbers:
                yield from clipped(self.edits[at], laid_r.inside(at, range_r), laid_v.inside(at, range_v))

        return (*cut(range(first, start)), *self.edits[start:stop], *cut(range(stop, last)))


class _Layout(NamedTuple):
    """A side's blocks laid end to end: where each block and each edit begins."""

    bases: Mapping[str, int]
    starts: Sequence[int]

    @classmethod
    def of(cls, blocks: Sequence[Block], lengths: Sequence[int]) -> _Layout:
        """Lay out blocks, and edits of these lengths that tile them."""
        bases = accumulate((len(block.text) for block in blocks), initial=0)
        return cls(
            {block.id: base for block, base in zip(blocks, bases, strict=False)}, [*accumulate(lengths, initial=0)]
        )

    def range_of(self, sentences: Sequence[Sentence]) -> Range:
        """Where sentences in a row begin and end."""
        if not sentences:
            return (0, 0)
        first, last = sentences[0].span, sentences[-1].span
        return self.bases[first.block] + first.start, self.bases[last.block] + last.end

    def touched(self, place: Range) -> Sequence[int]:
        """The first and the last of the edits that share a character with `place`."""
        if place[0] == place[1]:
            return ()
        return bisect_right(self.starts, place[0]) - 1, bisect_left(self.starts, place[1]) - 1

    def whole(self, place: Range) -> range:
        """The numbers of the edits that lie wholly in `place`."""
        return range(bisect_left(self.starts, place[0]), bisect_right(self.starts, place[1]) - 1)

    def inside(self, at: int, place: Range) -> Range:
        """The part of edit number `at` that lies in `place`, counted from the edit's start."""
        start = self.starts[at]
        low, high = within((start, self.starts[at + 1]), place)
        return low - start, high - start


@dataclass(frozen=True, slots=True)
class SentencePair(Sided):
    """Sentences that correspond; either side is empty for an inserted or deleted sentence.

    A `moved` one went to another place of its block or into another block, whose edits show it deleted and inserted.
    `basis` is the pair of blocks that the sentences lie in; of moved ones, their own edits.
    """

    reference: tuple[Sentence, ...]
    version: tuple[Sentence, ...]
    moved: bool = False
    basis: Pair | tuple[Edit, ...] = field(default=(), repr=False, compare=False)

    @property
    def differs(self) -> bool:
        """Whether the sentences moved, one side has none, or an edit changes words."""
        if self.moved or not (self.reference and self.version):
            return True
        return any(edit.is_change for edit in self.edits)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that turn the reference's sentences into the version's.

        They tile the raw text of each side from its first sentence to its last one, and are those of the blocks clipped
        to the sentences. Of moved sentences, which their blocks' edits delete and insert, they are edits between their
        old and their new place.
        """
        if isinstance(self.basis, Pair):
            # Worked out when asked for, and kept: most sentences did not change, and nobody asks for their edits.
            object.__setattr__(self, "basis", self.basis.edits_between(self.reference, self.version))
        return self.basis  # type: ignore[return-value]

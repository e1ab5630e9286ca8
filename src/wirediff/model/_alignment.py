"""How one article lies against another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from wirediff.model._articles import Article, Block, Note, Sentence, Span
from wirediff.model._sides import Side, Sided, opposite, side_of

Op: TypeAlias = Literal["equal", "format", "replace", "insert", "delete"]
Relation: TypeAlias = Literal["same", "edited", "moved", "split", "merged", "inserted", "deleted"]


@dataclass(frozen=True, slots=True, init=False)
class Edit(Sided):
    """One step from the reference's text to the version's.

    A pair's edits tile the raw text of both its sides. `format` edits differ in surface only. An `insert` has an empty
    reference span as its anchor, a `delete` an empty version span; where a whole block has no counterpart, the empty
    span's `block` is the empty string.
    """

    op: Op
    reference: Span
    version: Span

    def __init__(self, op: Op, reference: Span, version: Span) -> None:
        # Through the slots, as a Span is made, and for the same reason.
        _set_op(self, op)
        _set_reference(self, reference)
        _set_version(self, version)

    @property
    def is_change(self) -> bool:
        """Whether words differ, came or went, and not only the glyphs and spaces of the same words."""
        return self.op not in ("equal", "format")


_set_op, _set_reference, _set_version = (vars(Edit)[name].__set__ for name in ("op", "reference", "version"))


@dataclass(frozen=True)
class Pair(Sided):
    """Blocks of the reference and the blocks of the version that they became.

    `reference` or `version` is empty for an inserted or deleted block; a `split` pair has one reference block and
    several version blocks, a `merged` one the reverse. `similarity` runs from 0 to 1: the share of words (weighted by
    how telling they are) that both sides have in common. `edits` of a `moved` pair describe what changed beside the
    place.
    """

    reference: tuple[Block, ...]
    version: tuple[Block, ...]
    relation: Relation
    similarity: float
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class SentencePair(Sided):
    """Sentences that correspond; either side is empty for an inserted or deleted sentence.

    A `moved` one went to another place of its block or into another block; the edits there show it deleted and
    inserted.
    """

    reference: tuple[Sentence, ...]
    version: tuple[Sentence, ...]
    moved: bool = False


@dataclass(frozen=True)
class Alignment(Sided):
    """How the version's text lies against the reference's.

    `pairs` stand in the version's reading order, deleted blocks where the reference had them. `sentences` maps every
    block id of both sides to its sentences; `sentence_pairs` hold every sentence of aligned blocks, and those of others
    that moved.
    """

    reference: Article
    version: Article
    pairs: tuple[Pair, ...]
    sentences: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict, repr=False)
    sentence_pairs: tuple[SentencePair, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = ()

    @cached_property
    def _pair_by_block(self) -> Mapping[str, Pair]:
        return {block.id: pair for pair in self.pairs for block in (*pair.reference, *pair.version)}

    @cached_property
    def _edits_by_block(self) -> Mapping[str, tuple[Edit, ...]]:
        found: dict[str, list[Edit]] = {block_id: [] for block_id in self._pair_by_block}
        for pair in self.pairs:
            for edit in pair.edits:
                for span in (edit.reference, edit.version):
                    if span.block:
                        found[span.block].append(edit)
        return {block_id: tuple(edits) for block_id, edits in found.items()}

    @cached_property
    def _edit_starts_by_block(self) -> Mapping[str, tuple[int, ...]]:
        """Where each edit of a block starts in it, ascending, as edits tile their blocks."""
        return {
            block_id: tuple((edit.reference if block_id.startswith("r") else edit.version).start for edit in edits)
            for block_id, edits in self._edits_by_block.items()
        }

    @cached_property
    def _sentence_pair_by_start(self) -> Mapping[tuple[str, int], SentencePair]:
        return {
            (sentence.span.block, sentence.span.start): pair
            for pair in self.sentence_pairs
            for sentence in (*pair.reference, *pair.version)
        }

    def side(self, place: Block | Span | Sentence | str) -> Side:
        """Return the side that a block, a span, a sentence or a block's id belongs to."""
        return side_of(_block_id(place))

    def other(self, place: Block | Span | Sentence | str) -> Side:
        """Return the side that `place` does not belong to."""
        return opposite(self.side(place))

    def block(self, block_id: str) -> Block:
        """Return the block of either side named `block_id`; KeyError if there is none."""
        return (self.reference if block_id.startswith("r") else self.version).block(block_id)

    def pair(self, block_id: str) -> Pair:
        """The pair that holds the block named `block_id`; KeyError if there is none."""
        return self._pair_by_block[block_id]

    def edits(self, block_id: str) -> tuple[Edit, ...]:
        """The edits that touch the block named `block_id`, in its order; KeyError if there is no such block."""
        return self._edits_by_block[block_id]

    def sentence_pair(self, sentence: Sentence) -> SentencePair | None:
        """The pair that holds `sentence`, or None where its block has no counterpart."""
        return self._sentence_pair_by_start.get((sentence.span.block, sentence.span.start))

    def counterpart(self, span: Span) -> tuple[Span, ...]:
        """Where `span`, of either side, lies on the other side: one span for each block it reaches, none if it has no
        counterpart.

        Inside an equal or format edit the place is exact to the character where both texts are; a replaced stretch that
        `span` touches counts whole.
        """
        on_reference = span.block.startswith("r")
        ranges: dict[str, tuple[int, int]] = {}
        edits = self.edits(span.block)
        first = max(bisect_left(self._edit_starts_by_block[span.block], span.start) - 1, 0)
        for edit in map(edits.__getitem__, range(first, len(edits))):
            here, there = (edit.reference, edit.version) if on_reference else (edit.version, edit.reference)
            if here.start >= span.end:
                break
            if here.start == here.end or here.end <= span.start or there.start == there.end:
                continue
            start, end = there.start, there.end
            if edit.op == "equal":
                start += max(span.start - here.start, 0)
                end -= max(here.end - span.end, 0)
            low, high = ranges.get(there.block, (start, end))
            ranges[there.block] = (min(low, start), max(high, end))
        return tuple(self.block(block_id).span(start, end) for block_id, (start, end) in ranges.items())


def _block_id(place: Block | Span | Sentence | str) -> str:
    if isinstance(place, str):
        return place
    if isinstance(place, Block):
        return place.id
    return place.block if isinstance(place, Span) else place.span.block

"""The alignment: what corresponds in the two articles, and look-ups in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from wirediff.model._articles import Article, Note, Omission
from wirediff.model._blocks import Block, Sentence, Span
from wirediff.model._edits import Edit
from wirediff.model._pairs import Pair, SentencePair
from wirediff.model._sides import Side, Sided, opposite, side_of
from wirediff.model._tracks import Tracks


@dataclass(frozen=True)
class Alignment(Sided):
    """Which text of the version corresponds to which text of the reference.

    `pairs` are in the version's reading order, deleted blocks where the reference had them. `sentences` maps every
    block id of both sides to its sentences; `sentence_pairs` hold every sentence of aligned blocks, and those of others
    that moved. `outside` are lines that both articles leave out and that say nearly the same: the reference's, the
    version's.
    """

    reference: Article
    version: Article
    pairs: tuple[Pair, ...]
    sentences: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict, repr=False)
    sentence_pairs: tuple[SentencePair, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = ()
    outside: tuple[tuple[Omission, Omission], ...] = ()

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
    def _tracks(self) -> Tracks:
        return Tracks(self._edits_by_block, self.sentence_pairs)

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
        return self._blocks_by_id[block_id]

    @cached_property
    def _blocks_by_id(self) -> Mapping[str, Block]:
        return {block.id: block for article in (self.reference, self.version) for block in article.blocks}

    def pair(self, block_id: str) -> Pair:
        """The pair that holds the block named `block_id`; KeyError if there is none."""
        return self._pair_by_block[block_id]

    def edits(self, block_id: str) -> tuple[Edit, ...]:
        """The edits that touch the block named `block_id`, in its order; KeyError if there is no such block."""
        return self._edits_by_block[block_id]

    def sentence_pair(self, sentence: Sentence) -> SentencePair | None:
        """The pair that holds `sentence`, or None where its block has no counterpart."""
        return self._sentence_pair_by_start.get((sentence.span.block, sentence.span.start))

    def edits_at(self, span: Span) -> tuple[Edit, ...]:
        """The edits that share a character with `span`, and insertions inside it and at its ends, in order.

        They are those of the blocks, except where a sentence moved: there, they are the edits between its old and its
        new place, and nothing of its deletion and insertion.
        """
        track = self._tracks[span.block]
        return tuple(map(track.edits.__getitem__, track.touching(span.start, span.end)))

    def counterpart(self, span: Span) -> tuple[Span, ...]:
        """Where `span`, of either side, lies on the other side: one span for each block it reaches, none if it has no
        counterpart.

        Inside an equal edit the place is exact to the character; a replaced stretch that `span` touches counts whole.
        The counterpart of a sentence that moved is its new place.
        """
        track = self._tracks[span.block]
        other = opposite(track.side)
        ranges: dict[str, tuple[int, int]] = {}
        for at in track.sharing(span.start, span.end):
            edit, own_start, own_end = track.edits[at], track.starts[at], track.ends[at]
            place = edit.of(other)
            start, end = place.start, place.end
            if own_start == own_end or start == end:
                continue
            if edit.op == "equal":
                start += max(span.start - own_start, 0)
                end -= max(own_end - span.end, 0)
            low, high = ranges.get(place.block, (start, end))
            ranges[place.block] = (min(low, start), max(high, end))
        return tuple(self.block(block_id).span(start, end) for block_id, (start, end) in ranges.items())

    def changed(self, context: int = 0) -> Iterator[tuple[SentencePair, ...]]:
        """Yield the passages in which something differs, each as a run of sentence pairs.

        A sentence pair differs if it moved, if one of its sides is empty, or if an edit in it changes words. A passage
        holds those that differ, up to `context` others before and after each, and all between two that are no more than
        twice `context` apart; it ends with its pair of blocks. A moved pair is a passage by itself, and so is a block
        without counterpart, whose sentences that did not move are one-sided pairs.

        Passages come in the order of `sentence_pairs`, then blocks without counterpart in that of `pairs`. Text beyond
        the aligner's caps is not divided into sentences and is in no passage.
        """
        for _, group in groupby(self.sentence_pairs, self._place_of):
            own = list(group)
            if own[0].moved:
                yield from ((pair,) for pair in own)
            elif self._blocks_of(own[0]).has_changes:
                yield from _runs(own, context)
        for pair in self.pairs:
            if not (pair.reference and pair.version):
                left = tuple(self._left_in(pair))
                if left:
                    yield left

    def _blocks_of(self, pair: SentencePair) -> Pair:
        first = pair.reference[0] if pair.reference else pair.version[0]
        return self._pair_by_block[first.span.block]

    def _place_of(self, pair: SentencePair) -> tuple[bool, int]:
        """What neighbours in `sentence_pairs` have in common that can be one passage."""
        return pair.moved, id(self._blocks_of(pair))

    def _left_in(self, pair: Pair) -> Iterator[SentencePair]:
        """The sentences of a block without counterpart that did not move elsewhere."""
        for block in (*pair.reference, *pair.version):
            for sentence in self.sentences.get(block.id, ()):
                if self.sentence_pair(sentence) is None:
                    alone = (sentence,)
                    yield SentencePair(alone, (), basis=pair) if pair.reference else SentencePair((), alone, basis=pair)


def _runs(pairs: Sequence[SentencePair], context: int) -> Iterator[tuple[SentencePair, ...]]:
    """Yield the sentence pairs that differ with `context` others around them, those that meet as one run."""
    start = end = 0
    for at, pair in enumerate(pairs):
        if pair.differs:
            if at - context > end and start < end:
                yield tuple(pairs[start:end])
            if at - context > end or start == end:
                start = max(at - context, 0)
            end = min(at + context + 1, len(pairs))
    if start < end:
        yield tuple(pairs[start:end])


def _block_id(place: Block | Span | Sentence | str) -> str:
    if isinstance(place, str):
        return place
    if isinstance(place, Block):
        return place.id
    return place.block if isinstance(place, Span) else place.span.block

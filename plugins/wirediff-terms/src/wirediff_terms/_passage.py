"""The words of a pair of sentences, and which of them the core's alignment already matched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from difflib_ext import diff
from wirediff.model import Alignment, Block, SentencePair, Span, Token
from wirediff_terms._lexicon import lemmas
from wirediff_terms._words import bare, is_function, negations

MOSTLY = 0.6
Place = tuple[str, int]
"""Block id and offset of a token."""


@dataclass(frozen=True)
class Words:
    """The words of one side in order, punctuation left out, each with its block."""

    tokens: Sequence[Token]
    blocks: Sequence[Block]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def forms(self) -> list[str]:
        """Normal forms."""
        return [token.norm for token in self.tokens]

    @cached_property
    def folded(self) -> list[str]:
        """Normal forms in lower case."""
        return [form.casefold() for form in self.forms]

    @cached_property
    def bare(self) -> list[str]:
        """Lower-case forms without the endings of possessives."""
        return [bare(form) for form in self.forms]

    @cached_property
    def function(self) -> list[bool]:
        """Whether each word belongs to a closed class."""
        return [is_function(form) for form in self.forms]

    @cached_property
    def negations(self) -> int:
        """How many words negate."""
        return negations(self.forms)

    def lemmas(self, place: int) -> tuple[str, ...]:
        """Base forms of one word; of unknown words the word itself."""
        return lemmas(self.bare[place]) or (self.bare[place],)

    def is_unbroken(self, start: int, end: int) -> bool:
        """Whether nothing but single spaces stands between words: no punctuation, no end of a block."""
        block = self.blocks[start].id
        return all(
            self.blocks[n].id == block and self.tokens[n].start - self.tokens[n - 1].end <= 1
            for n in range(start + 1, end)
        )

    @cached_property
    def places(self) -> list[Place]:
        """Where each word stands."""
        return [(block.id, token.start) for block, token in zip(self.blocks, self.tokens, strict=True)]

    def spans(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """One span for each unbroken run of words within a block; `indices` in order."""
        found: list[Span] = []
        first = 0
        for n, index in enumerate(indices, 1):
            following = indices[n] if n < len(indices) else -1
            if following != index + 1 or self.blocks[following] is not self.blocks[index]:
                block = self.blocks[index]
                found.append(block.span(self.tokens[indices[first]].start, self.tokens[index].end))
                first = n
        return tuple(found)


@dataclass(frozen=True)
class Passage:
    """Both sides of a pair of sentences; `matched` maps words of the reference to equal words of the version."""

    reference: Words
    version: Words
    matched: Mapping[int, int]
    moved: bool = False

    @cached_property
    def is_mostly_kept(self) -> bool:
        """Whether so many words are kept that the others still stand in their places, and these say more."""
        return len(self.matched) >= MOSTLY * max(len(self.reference), len(self.version))

    @property
    def unchanged(self) -> bool:
        """Whether every word has its equal."""
        return len(self.matched) == len(self.reference) == len(self.version)


def passages(alignment: Alignment) -> Iterator[Passage]:
    """The passages of all aligned sentences outside widgets, in order."""
    matched = _matched_places(alignment)
    for sentences in alignment.sentence_pairs:
        reference, version = _words(alignment, sentences, 0), _words(alignment, sentences, 1)
        if not any(block.kind == "widget" for block in (*reference.blocks[:1], *version.blocks[:1])):
            there = {place: j for j, place in enumerate(version.places)}
            links = {
                i: there[other] for i, place in enumerate(reference.places) if (other := matched.get(place)) in there
            }
            if sentences.moved and not links:
                links = _equal_words(reference, version)
            yield Passage(reference, version, links, sentences.moved)


def _equal_words(reference: Words, version: Words) -> dict[int, int]:
    """Equal words of a sentence that moved, as its edits show it deleted and inserted."""
    return {
        opcode.i1 + step: opcode.j1 + step
        for opcode in diff(reference.forms, version.forms).opcodes
        if opcode.tag == "equal"
        for step in range(opcode.i2 - opcode.i1)
    }


def _words(alignment: Alignment, sentences: SentencePair, side: int) -> Words:
    tokens: list[Token] = []
    blocks: list[Block] = []
    for sentence in (sentences.reference, sentences.version)[side]:
        words = [token for token in sentence.tokens if token.kind != "punctuation"]
        tokens += words
        blocks += [alignment.block(sentence.span.block)] * len(words)
    return Words(tokens, blocks)


def _matched_places(alignment: Alignment) -> dict[Place, Place]:
    """Places of words that equal or format edits match."""
    found: dict[Place, Place] = {}
    for pair in alignment.pairs:
        if pair.relation not in ("inserted", "deleted"):
            ours, theirs = _starts(pair.reference, alignment), _starts(pair.version, alignment)
            for edit in pair.edits:
                if not edit.is_change:
                    mine, others = _within(ours, edit.reference), _within(theirs, edit.version)
                    if len(mine) == len(others):
                        found.update(zip(mine, others, strict=True))
    return found


def _starts(blocks: Sequence[Block], alignment: Alignment) -> dict[str, list[int]]:
    return {
        block.id: [
            token.start
            for sentence in alignment.sentences[block.id]
            for token in sentence.tokens
            if token.kind != "punctuation"
        ]
        for block in blocks
    }


def _within(starts: Mapping[str, Sequence[int]], span: Span) -> list[Place]:
    """The places of the words in a span."""
    if span.start == span.end:
        return []
    inside = starts[span.block]
    return [(span.block, start) for start in inside[bisect_left(inside, span.start) : bisect_left(inside, span.end)]]

"""Text of one article as one run of characters and of tokens."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from wirediff.align._stretches import has_words
from wirediff.align._words import Vocabulary
from wirediff.model import Block, Sentence, Span, Token

_NUMBER = re.compile(r"\(?(?:\d{1,3}|[^\W\d_]|[ivxlc]{2,6})[.)](?=\s)", re.IGNORECASE)
"""The number or letter of a list item, in any of its usual forms: "3.", "(b)", "iv)"."""


class Section(NamedTuple):
    """A stretch of a block with the sentences in it, and the numbers of each one's tokens."""

    block: Block
    start: int
    end: int
    sentences: Sequence[Sentence]
    numbers: Sequence[list[int]]


class Strip:
    """Sections laid end to end. Places count characters from the start of the first one, without a separator."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.sections = sections
        self.blocks = tuple([section.block for section in sections])
        self.numbers = [own for section in sections for own in section.numbers]
        self.bases: list[int] = []
        self._offsets: list[int] = []
        self.sentences: list[Sentence] = []
        self.tokens: list[Token] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.first_in_sentence: set[int] = set()
        base = 0
        for section in sections:
            self.bases.append(base)
            self._offsets.append(section.start - base)
            for sentence in section.sentences:
                self.sentences.append(sentence)
                self._take(sentence, base - section.start)
            base += section.end - section.start
        self.size = base

    @classmethod
    def of_blocks(
        cls, blocks: Sequence[Block], sentences: Mapping[str, Sequence[Sentence]], vocabulary: Vocabulary
    ) -> Strip:
        """Whole blocks."""
        return cls(
            [Section(block, 0, len(block.text), sentences[block.id], vocabulary.numbers[block.id]) for block in blocks]
        )

    @classmethod
    def of_sentences(cls, sentences: Sequence[Sentence], blocks: Mapping[str, Block], vocabulary: Vocabulary) -> Strip:
        """Single sentences, of one block or of several."""
        return cls(
            [
                Section(blocks[own.span.block], own.span.start, own.span.end, (own,), (vocabulary.tokens(own),))
                for own in sentences
            ]
        )

    def _take(self, sentence: Sentence, offset: int) -> None:
        first = next((k for k, token in enumerate(sentence.tokens) if token.kind != "punctuation"), 0)
        self.first_in_sentence.add(len(self.tokens) + first)
        self.tokens += sentence.tokens
        self.starts += [offset + token[0] for token in sentence.tokens]
        self.ends += [offset + token[1] for token in sentence.tokens]

    @cached_property
    def text(self) -> str:
        """The sections' texts, one after the other."""
        return "".join([section.block.text[section.start : section.end] for section in self.sections])

    @cached_property
    def in_capitals(self) -> frozenset[int]:
        """The tokens of sentences that are set in capitals, as wires and courts do: there, these say nothing."""
        found: list[int] = []
        at = 0
        for sentence in self.sentences:
            end = at + len(sentence.tokens)
            if sentence.span.text.isupper():
                found += range(at, end)
            at = end
        return frozenset(found)

    @cached_property
    def has_rest(self) -> bool:
        """Whether words follow the last token: beyond the caps, text is not divided into tokens."""
        return has_words(self.text[self.ends[-1] :] if self.ends else self.text)

    @cached_property
    def label_end(self) -> int:
        """Where a label ends that says nothing of its own, if the only block begins with one; else 0.

        It says no more than "photo" in a credit, or it is the number of a list item.
        """
        kind = self.blocks[0].kind if len(self.blocks) == 1 else None
        if kind == "list-item" and (number := _NUMBER.match(self.text)):
            return number.end()
        if kind != "credit":
            return 0
        from wirediff.newsroom import credit_label  # here, as most pairs of texts need none of its word lists

        return credit_label(self.text, plain=True)

    def start_of(self, token: int) -> int:
        """Where token number `token` starts; the end of the text for the number after the last."""
        return self.starts[token] if token < len(self.starts) else self.size

    def section_at(self, place: int) -> int:
        """The number of the section that holds `place`; of two that meet there, the second."""
        return bisect_right(self.bases, place) - 1

    def bounds_within(self, start: int, end: int) -> list[int]:
        """Starts of sections strictly between `start` and `end`."""
        return self.bases[bisect_right(self.bases, start) : bisect_left(self.bases, end)]

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, both in one section; an empty one belongs to the section before it."""
        number = 0
        if len(self.bases) > 1:
            number = self.section_at(start) if start < end else max(self.section_at(max(start - 1, 0)), 0)
        offset = self._offsets[number]
        return self.blocks[number].span(start + offset, end + offset)

"""One side of a pair: its blocks as one run of text and of tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from wirediff.align._stretches import has_words
from wirediff.align._words import Vocabulary
from wirediff.model import Block, Sentence, Span, Token


class Side:
    """Blocks laid end to end. Places count characters from the first block's start, without a separator between
    blocks."""

    def __init__(
        self, blocks: Sequence[Block], sentences: Mapping[str, Sequence[Sentence]], vocabulary: Vocabulary
    ) -> None:
        self.blocks = tuple(blocks)
        self.numbers = [own for block in self.blocks for own in vocabulary.numbers[block.id]]
        self.bases: list[int] = []
        self.sentences: list[Sentence] = []
        self.tokens: list[Token] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.first_in_sentence: set[int] = set()
        base = 0
        for block in self.blocks:
            self.bases.append(base)
            for sentence in sentences[block.id]:
                self.sentences.append(sentence)
                self._take(sentence, base)
            base += len(block.text)
        self.size = base

    def _take(self, sentence: Sentence, base: int) -> None:
        first = next((k for k, token in enumerate(sentence.tokens) if token.kind != "punctuation"), 0)
        self.first_in_sentence.add(len(self.tokens) + first)
        self.tokens += sentence.tokens
        self.starts += [base + token[0] for token in sentence.tokens]
        self.ends += [base + token[1] for token in sentence.tokens]

    @cached_property
    def text(self) -> str:
        """The blocks' texts, one after the other."""
        return "".join(block.text for block in self.blocks)

    @cached_property
    def has_rest(self) -> bool:
        """Whether words that are not told apart stand behind the last token."""
        return has_words(self.text[self.ends[-1] :] if self.ends else self.text)

    def start_of(self, token: int) -> int:
        """Where token number `token` starts; the end of the text for the number after the last."""
        return self.starts[token] if token < len(self.starts) else self.size

    def block_at(self, place: int) -> int:
        """The number of the block that holds `place`; of two that meet there, the second."""
        return bisect_right(self.bases, place) - 1

    def bounds_within(self, start: int, end: int) -> list[int]:
        """Starts of blocks that lie strictly between `start` and `end`."""
        return [base for base in self.bases if start < base < end]

    def span(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, which lie in one block; an empty one clings to the block before it."""
        if len(self.blocks) == 1:
            return self.blocks[0].span(start, end)
        number = self.block_at(start) if start < end else max(self.block_at(max(start - 1, 0)), 0)
        block, base = self.blocks[number], self.bases[number]
        return block.span(start - base, end - base)

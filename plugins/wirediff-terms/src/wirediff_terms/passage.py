"""The words of a pair of sentences, and which of them the core's alignment already matched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from difflib_ext import diff
from wirediff.model import Alignment, Block, Sentence, Span, Token
from wirediff_terms.lexicon import lemmas
from wirediff_terms.translation import translation
from wirediff_terms.words import bare, closed_classes, closed_words, is_function, is_hedge, negations

MOSTLY = 0.6


class Words:
    """The words of one side in order, punctuation left out, each with its block."""

    def __init__(self, tokens: Sequence[Token], blocks: Sequence[Block], language: str) -> None:
        self.tokens, self.blocks, self.language = tokens, blocks, language
        self.forms = [token.norm for token in tokens]
        """Normal forms."""
        about = zip(*map(_known, self.forms), strict=True) if tokens else ((), (), ())
        self.folded: Sequence[str]
        """Normal forms in lower case."""
        self.bare: Sequence[str]
        """Lower-case forms without the endings of possessives."""
        self.function: Sequence[bool]
        """Whether each word belongs to a closed class."""
        self.folded, self.bare, self.function = about
        if (closed := closed_words(language)) is not None:
            self.function = [form in closed for form in self.folded]

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def in_english(self) -> Sequence[str]:
        """Normal forms, those of quantities as English has them."""
        translate = translation(self.language)
        return self.forms if translate is None else translate(self.forms)

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

    def is_clause(self, start: int, end: int) -> bool:
        """Whether words that say something are all that stands between two punctuation marks, or from a conjunction to
        the next."""
        if end - start < 2 or all(self.function[n] or is_hedge(self.forms[n]) for n in range(start, end)):
            return False
        if end < len(self.tokens) and self.is_unbroken(end - 1, end + 1):
            return False
        return (
            start == 0
            or not self.is_unbroken(start - 1, start + 1)
            or any("conjunctions" in closed_classes(word) for word in self.folded[start : start + 2])
        )

    def spans(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """One span for each unbroken run of words within a block; `indices` in order."""
        found: list[Span] = []
        tokens, blocks = self.tokens, self.blocks
        first, end = 0, len(indices)
        for n, index in enumerate(indices, 1):
            block = blocks[index]
            if n == end or indices[n] != index + 1 or blocks[index + 1] is not block:
                found.append(block.span(tokens[indices[first]].start, tokens[index].end))
                first = n
        return tuple(found)


@lru_cache(maxsize=65536)
def _known(form: str) -> tuple[str, str, bool]:
    """What every stage asks of a word: its lower case, its form without the ending of a possessive, its class."""
    return form.casefold(), bare(form), is_function(form)


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


def passages(alignment: Alignment, language: str) -> Iterator[Passage]:
    """The passages of all aligned sentences outside widgets, in order; `language` without region."""
    pair = _Pair(alignment, language)
    matched = pair.matched()
    for sentences in alignment.sentence_pairs:
        reference, numbers = pair.words(sentences.reference)
        version, numbers_v = pair.words(sentences.version)
        if not any(block.kind == "widget" for block in (*reference.blocks[:1], *version.blocks[:1])):
            there = {number: j for j, number in enumerate(numbers_v)}
            links = {i: there[other] for i, number in enumerate(numbers) if (other := matched.get(number)) in there}
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


class _Numbered(NamedTuple):
    """The words of a block in order, where each starts, and the number of the first; punctuation left out."""

    block: Block
    words: Sequence[Token]
    starts: Sequence[int]
    first: int


class _Pair:
    """The words of both articles, numbered throughout."""

    def __init__(self, alignment: Alignment, language: str) -> None:
        self.alignment, self.language = alignment, language
        self.blocks: dict[str, _Numbered] = {}
        self.count = 0

    def words(self, sentences: Iterable[Sentence]) -> tuple[Words, list[int]]:
        """The words of sentences of one side, and their numbers."""
        tokens: list[Token] = []
        blocks: list[Block] = []
        numbers: list[int] = []
        for sentence in sentences:
            block, words, _, first = self._block(sentence.span.block)
            found = self._numbers(sentence.span)
            tokens += words[found.start - first : found.stop - first]
            blocks += [block] * len(found)
            numbers += found
        return Words(tokens, blocks, self.language), numbers

    def matched(self) -> dict[int, int]:
        """The numbers of words that equal or format edits match."""
        found: dict[int, int] = {}
        for pair in self.alignment.pairs:
            if pair.relation not in ("inserted", "deleted"):
                for edit in pair.edits:
                    if not edit.is_change:
                        mine, others = self._numbers(edit.reference), self._numbers(edit.version)
                        if len(mine) == len(others):
                            found.update(zip(mine, others, strict=True))
        return found

    def _numbers(self, span: Span) -> range:
        if span.start == span.end:
            return range(0)
        _, _, starts, first = self._block(span.block)
        return range(first + bisect_left(starts, span.start), first + bisect_left(starts, span.end))

    def _block(self, block_id: str) -> _Numbered:
        found = self.blocks.get(block_id)
        if found is None:
            sentences = self.alignment.sentences[block_id]
            words = [token for sentence in sentences for token in sentence.tokens if token.kind != "punctuation"]
            starts = [token.start for token in words]
            found = self.blocks[block_id] = _Numbered(self.alignment.block(block_id), words, starts, self.count)
            self.count += len(words)
        return found

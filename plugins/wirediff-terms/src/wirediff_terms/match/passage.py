"""The words of a pair of sentences, and which of them the core's alignment already matched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from wirediff.model import Alignment, Block, Sentence, SentencePair, Span, Token
from wirediff.segment import spelling
from wirediff_terms.lexicon.wordnet import base, lemmas
from wirediff_terms.lexicon.words import bare, closed_classes, closed_words, is_function, is_hedge, negations
from wirediff_terms.match.brackets import balanced
from wirediff_terms.values.translation import translation

MOSTLY = 0.6
"""Minimum share of kept words of a passage that is not rewritten; chosen by hand on the fixtures."""


Key: TypeAlias = tuple[str, ...]
"""The base forms of a term."""


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
        """Normal forms, with quantities as in English."""
        translate = translation(self.language)
        return self.forms if translate is None else translate(self.forms)

    @cached_property
    def negations(self) -> int:
        """Number of words that negate."""
        return negations(self.forms, self.language)

    def lemmas(self, place: int) -> tuple[str, ...]:
        """Return the base forms of a word; of an unknown word the word itself."""
        return lemmas(self.bare[place]) or (self.bare[place],)

    def term(self, indices: Iterable[int]) -> Key:
        """Return the base forms of a phrase in one spelling, the same for all its occurrences."""
        return tuple([_base(self.forms[index]) for index in indices])

    def is_unbroken(self, start: int, end: int) -> bool:
        """Whether only single spaces are between words: no punctuation, no end of a block."""
        block = self.blocks[start].id
        return all(
            self.blocks[n].id == block and self.tokens[n].start - self.tokens[n - 1].end <= 1
            for n in range(start + 1, end)
        )

    def is_clause(self, start: int, end: int) -> bool:
        """Whether words are all from a punctuation mark or conjunction up to a mark, and some are content words."""
        if end - start < 2 or all(self.function[n] or is_hedge(self.forms[n]) for n in range(start, end)):
            return False
        if end < len(self.tokens) and self.is_unbroken(end - 1, end + 1):
            return False
        return (
            start == 0
            or not self.is_unbroken(start - 1, start + 1)
            or any("conjunctions" in closed_classes(word) for word in self.folded[start : start + 2])
        )

    def end_in(self, span: Span, start: int) -> int:
        """Return the number after the last word in `span`; the first word in it, if any, is number `start`."""
        tokens, blocks, count = self.tokens, self.blocks, len(self.tokens)
        while start < count and tokens[start].start < span.end and blocks[start].id == span.block:
            start += 1
        return start

    def spans(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """Return one span for each unbroken run of words within a block, or more if it has half a pair of brackets;
        `indices` in order."""
        found: list[Span] = []
        tokens, blocks = self.tokens, self.blocks
        first, end = 0, len(indices)
        for n, index in enumerate(indices, 1):
            block = blocks[index]
            if n == end or indices[n] != index + 1 or blocks[index + 1] is not block:
                places = balanced(block.text, tokens[indices[first]].start, tokens[index].end)
                found += [block.span(start, end) for start, end in places]
                first = n
        return tuple(found)


@lru_cache(maxsize=65536)
def _known(form: str) -> tuple[str, str, bool]:
    """Return what every stage needs of a word: its lower case, its form without a possessive's ending, its class."""
    return form.casefold(), bare(form), is_function(form)


@lru_cache(maxsize=65536)
def _base(form: str) -> str:
    return spelling(base(bare(form)))


@dataclass(frozen=True)
class Passage:
    """Both sides of a pair of sentences; `matched` maps words of the reference to equal words of the version."""

    reference: Words
    version: Words
    matched: Mapping[int, int]
    moved: bool = False

    @cached_property
    def is_mostly_kept(self) -> bool:
        """Whether so many words are kept that the place of each other word is evidence for its counterpart."""
        return len(self.matched) >= MOSTLY * max(len(self.reference), len(self.version))

    @property
    def unchanged(self) -> bool:
        """Whether every word has an equal one."""
        return len(self.matched) == len(self.reference) == len(self.version)


class Passages:
    """The passages of an alignment's sentence pairs outside widgets, each made when it is first needed."""

    def __init__(self, alignment: Alignment, language: str) -> None:
        """`language` is a tag without region."""
        self._alignment, self._language = alignment, language
        self._made: dict[int, Passage] = {}

    def changed(self) -> Iterator[Passage]:
        """Yield the passages in which words differ, in order."""
        for pair in self.pairs:
            if not (passage := self._of(pair)).unchanged:
                yield passage

    @cached_property
    def pairs(self) -> Sequence[SentencePair]:
        """The pairs of sentences in which something differs, in order."""
        return [pair for run in self._alignment.changed() for pair in run if self._is_aligned(pair)]

    def __iter__(self) -> Iterator[Passage]:
        """Yield all passages in order."""
        for pair in self._alignment.sentence_pairs:
            if self._is_aligned(pair):
                yield self._of(pair)

    def _is_aligned(self, pair: SentencePair) -> bool:
        """Whether the blocks of a pair are not widgets, and at least one has a counterpart."""
        first = (pair.reference or pair.version)[0]
        aligned = self._alignment.sentence_pair(first) is not None
        return aligned and all(self._block(each[0]).kind != "widget" for each in (pair.reference, pair.version) if each)

    def _of(self, pair: SentencePair) -> Passage:
        known = self._made.get(id(pair))
        if known is None:
            reference, version = self._words(pair.reference), self._words(pair.version)
            known = self._made[id(pair)] = Passage(reference, version, _matched(pair, reference, version), pair.moved)
        return known

    def _words(self, sentences: Iterable[Sentence]) -> Words:
        tokens: list[Token] = []
        blocks: list[Block] = []
        for sentence in sentences:
            tokens += sentence.words
            blocks += [self._block(sentence)] * len(sentence.words)
        return Words(tokens, blocks, self._language)

    def _block(self, sentence: Sentence) -> Block:
        return self._alignment.block(sentence.span.block)


def _matched(pair: SentencePair, reference: Words, version: Words) -> dict[int, int]:
    """Return the numbers of words that equal or format edits match, from the reference to the version."""
    found: dict[int, int] = {}
    i = j = 0
    for edit in pair.edits:
        end_i, end_j = reference.end_in(edit.reference, i), version.end_in(edit.version, j)
        if not edit.is_change and end_i - i == end_j - j:
            found.update(zip(range(i, end_i), range(j, end_j), strict=True))
        i, j = end_i, end_j
    return found

"""How alike two captions are by the telling words they share, and which are worth comparing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from difflib_ext import information
from wirediff.model import Alignment, Block, Edit, Span
from wirediff_captions.blocks import Key, Side, Text

COMMON = 40
"""A word in more captions than this leads to none, so that many of one pattern do not cost their square."""
FEWEST = 0.25
"""Share of words below which two texts are not alike, whatever names they have in common."""
BEST = 8
"""Candidates that are compared, those with most rare words in common first."""


class Likeness:
    """Compares texts of both articles, order left aside.

    Words of the version count as the words of the reference that they replaced elsewhere: where "ferry" became "boat"
    throughout, a caption with "boat" resembles the reference's with "ferry".
    """

    def __init__(self, reference: Side, version: Side) -> None:
        self.sides = reference, version
        self.alignment = reference.alignment

    @cached_property
    def _bits(self) -> Mapping[str, float]:
        texts = [key for side in self.sides for key in side.keys.values() if key]
        numbers: dict[str, int] = {}
        numbered = [[numbers.setdefault(word, len(numbers)) for word in key] for key in texts]
        bits = information(*numbered) if numbered else []
        return {word: bits[number] for word, number in numbers.items()}

    @cached_property
    def _originals(self) -> Mapping[str, str]:
        return _replaced_words(self.alignment)

    def of(self, one: Text, other: Text) -> float:
        """How alike two texts are, 0 to 1; 0 where their numbers differ.

        The mean of two shares: of their information and of their names that they have in common. Who rewords a caption
        keeps its names; captions of one pattern on different people or places differ by them.
        """
        if _numbers(one.key) != _numbers(other.key):
            return 0.0
        words = self._share(one.key, other.key)
        if words < FEWEST or not (one.names or other.names):
            return words if words >= FEWEST else 0.0
        return (words + self._share(one.names, other.names)) / 2

    def _share(self, one: Iterable[str], other: Iterable[str]) -> float:
        first, second = set(self.originals(one)), set(self.originals(other))
        either, common = self._total(first | second), self._total(first & second)
        return common / either if either else 0.0

    def originals(self, words: Iterable[str]) -> Key:
        """The words, those that replaced a word of the reference elsewhere as that one."""
        return tuple(self._originals.get(word, word) for word in words)

    def _total(self, words: Iterable[str]) -> float:
        # Sorted: sums of floats depend on their order, and a set's order on the hash seed.
        return sum(self._bits.get(word, 0.0) for word in sorted(words))


def _numbers(key: Key) -> list[str]:
    return sorted(word for word in key if word[:1].isdecimal())


def _replaced_words(alignment: Alignment) -> dict[str, str]:
    """Words of the version that replaced one word of the reference, with the one they replaced most often."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for old, new in _single_replacements(alignment):
        counts[new][old] += 1
    return {new: olds.most_common(1)[0][0] for new, olds in counts.items()}


def _single_replacements(alignment: Alignment) -> Iterator[tuple[str, str]]:
    for pair in alignment.pairs:
        for edit in pair.edits:
            if edit.op == "replace":
                old, new = _single(edit, "reference"), _single(edit, "version")
                if old and new:
                    yield old, new


def _single(edit: Edit, side: str) -> str | None:
    span: Span = getattr(edit, side)
    word = span.text.strip().casefold()
    return word if word.isalpha() else None


class Index:
    """Finds the blocks that share telling words with a key."""

    def __init__(self, blocks: Iterable[Block], side: Side, likeness: Likeness) -> None:
        self.side = side
        self.likeness = likeness
        self.by_word: dict[str, list[Block]] = defaultdict(list)
        for block in blocks:
            for word in dict.fromkeys(side.key(block)):
                self.by_word[word].append(block)

    def most_like(self, text: Text) -> tuple[float, Block | None]:
        """The block most like `text` and how alike it is, 0 to 1; the first of several."""
        best: tuple[float, Block | None] = (0.0, None)
        for block in self._candidates(text.key):
            likeness = self.likeness.of(text, self.side.text(block))
            if likeness > best[0]:
                best = likeness, block
        return best

    def _candidates(self, key: Key) -> list[Block]:
        shared: Counter[str] = Counter()
        blocks: dict[str, Block] = {}
        for word in dict.fromkeys(key):
            found = self.by_word.get(word, ())
            if len(found) <= COMMON:
                for block in found:
                    shared[block.id] += 1
                    blocks[block.id] = block
        return [blocks[block_id] for block_id, _ in shared.most_common(BEST)]

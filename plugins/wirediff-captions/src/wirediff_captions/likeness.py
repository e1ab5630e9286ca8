"""How alike two captions are by the telling words they share, and which captions are worth comparing.

The numbers that decide are those of the code near-duplicate and are handed in from there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from wirediff.model import Alignment, Block
from wirediff_captions.layout import Layout, Wording, WordKey


class Shares(NamedTuple):
    """What two texts have in common, each from 0 to 1: of their words, of their names (None if neither has any)."""

    words: float
    names: float | None


class Likeness:
    """Compares texts of both articles, whatever the order of their words.

    Words of the version count as the words of the reference that they replaced elsewhere: where "ferry" became "boat"
    throughout, a caption with "boat" resembles the reference's with "ferry".
    """

    def __init__(self, alignment: Alignment, layouts: Sequence[Layout]) -> None:
        self._alignment = alignment
        self._layouts = layouts

    @cached_property
    def _bits(self) -> Mapping[str, float]:
        """The information of each word: rare words tell more."""
        from difflib_ext import information  # here, as whoever only reads the rules needn't wait for it

        texts = [key for layout in self._layouts for key in layout.keys.values() if key]
        numbers: dict[str, int] = {}
        numbered = [[numbers.setdefault(word, len(numbers)) for word in key] for key in texts]
        bits = information(*numbered) if numbered else []
        return {word: bits[number] for word, number in numbers.items()}

    @cached_property
    def _originals(self) -> Mapping[str, str]:
        """Words of the version that replaced one word of the reference, with the one they replaced most often."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for edit in (edit for pair in self._alignment.pairs for edit in pair.edits if edit.op == "replace"):
            reference, version = edit.reference.text.strip().casefold(), edit.version.text.strip().casefold()
            if reference.isalpha() and version.isalpha():
                counts[version][reference] += 1
        return {word: originals.most_common(1)[0][0] for word, originals in counts.items()}

    def shares(self, text: Wording, other: Wording) -> Shares:
        """Return the shares of information, of all words and of names, that two texts have in common."""
        named = bool(text.names or other.names)
        return Shares(self._share(text.key, other.key), self._share(text.names, other.names) if named else None)

    def _share(self, text: Iterable[str], other: Iterable[str]) -> float:
        first, second = ({self._originals.get(word, word) for word in words} for words in (text, other))
        either, common = self._total(first | second), self._total(first & second)
        return common / either if either else 0.0

    def _total(self, words: Iterable[str]) -> float:
        # Sorted: sums of floats depend on their order, and a set's order on the hash seed.
        return sum(self._bits.get(word, 0.0) for word in sorted(words))


class WordIndex:
    """Finds the blocks that share words with a text.

    A word in more than `common` blocks leads to none of them, and only the `best` blocks, those that share most words,
    are compared: many captions of one pattern must not cost their square.
    """

    def __init__(self, blocks: Iterable[Block], layout: Layout, common: int, best: int) -> None:
        self.layout = layout
        self._common = common
        self._best = best
        self._by_word: dict[str, list[Block]] = defaultdict(list)
        for block in blocks:
            for word in dict.fromkeys(layout.key(block)):
                self._by_word[word].append(block)

    def candidates(self, key: WordKey) -> list[Block]:
        """Return the blocks that share most words with `key`, best first."""
        shared: Counter[str] = Counter()
        blocks: dict[str, Block] = {}
        for word in dict.fromkeys(key):
            found = self._by_word.get(word, ())
            if len(found) <= self._common:
                for block in found:
                    shared[block.id] += 1
                    blocks[block.id] = block
        return [blocks[block_id] for block_id, _ in shared.most_common(self._best)]

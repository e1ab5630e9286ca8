"""Blocks by their words: which print the same text, how alike two are, which belong to one image."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from urllib.parse import urlsplit

from difflib_ext import information
from wirediff.model import Alignment, Article, Block, Kind

Key = tuple[str, ...]
COMMON = 40
"""A word in more captions than this leads to none, so that many of one pattern do not cost their square."""
_SIZE = re.compile(
    r"[-_.]?(?:\d{2,5}x\d{2,5}|\d{2,4}w|scaled|thumb(?:nail)?|small|medium|large|@\dx)(?=[-_.]|$)", re.IGNORECASE
)


class Side:
    """One article's blocks by their words."""

    def __init__(self, article: Article, alignment: Alignment) -> None:
        self.article = article
        self.alignment = alignment
        self.position = {block.id: number for number, block in enumerate(article.blocks)}

    @cached_property
    def keys(self) -> Mapping[str, Key]:
        """The words of each block, by its id."""
        return {
            block.id: tuple(
                token.norm.casefold()
                for sentence in self.alignment.sentences.get(block.id, ())
                for token in sentence.tokens
                if token.kind != "punctuation"
            )
            for block in self.article.blocks
        }

    @cached_property
    def _by_kind_and_key(self) -> Mapping[tuple[Kind, Key], list[Block]]:
        groups: dict[tuple[Kind, Key], list[Block]] = defaultdict(list)
        for block in self.article.blocks:
            if self.keys[block.id]:
                groups[block.kind, self.keys[block.id]].append(block)
        return groups

    def key(self, block: Block) -> Key:
        """The words of `block`."""
        return self.keys[block.id]

    def same(self, kind: Kind, key: Key) -> Sequence[Block]:
        """The blocks of that kind and these words, in order."""
        return self._by_kind_and_key.get((kind, key), ())

    def groups(self, kind: Kind) -> Iterable[tuple[Key, Sequence[Block]]]:
        """The blocks of a kind by their words, in order of their first."""
        return ((key, blocks) for (found, key), blocks in self._by_kind_and_key.items() if found == kind)

    def of_kind(self, kind: Kind) -> list[Block]:
        """The blocks of a kind, in order."""
        return [block for block in self.article.blocks if block.kind == kind]

    def image(self, block: Block) -> str | None:
        """What names the image of `block` whatever its size and server: the file name; None where it has none."""
        figure = self.article.figure(block)
        if figure is None or not figure.image:
            return None
        name = urlsplit(figure.image).path.rstrip("/").rpartition("/")[2].lower()
        stem, dot, suffix = name.rpartition(".")
        return _SIZE.sub("", stem if dot else suffix) or name


class Likeness:
    """How alike blocks are by the telling words they share, order left aside."""

    def __init__(self, keys: Iterable[Key]) -> None:
        kept = [key for key in keys if key]
        self.numbers = {word: number for number, word in enumerate(dict.fromkeys(word for key in kept for word in key))}
        bits = information(*[[self.numbers[word] for word in key] for key in kept]) if kept else []
        self.bits = {word: bits[number] for word, number in self.numbers.items()}

    def of(self, one: Key, other: Key) -> float:
        """The share, 0 to 1, of both keys' information that they have in common."""
        first, second = set(one), set(other)
        both, common = self._total(first | second), self._total(first & second)
        return common / both if both else 0.0

    def _total(self, words: Iterable[str]) -> float:
        # Sorted: sums of floats depend on their order, and a set's order on the hash seed.
        return sum(self.bits.get(word, 0.0) for word in sorted(words))


class Index:
    """Finds the blocks that share a telling word with a key."""

    def __init__(self, blocks: Iterable[Block], side: Side) -> None:
        self.side = side
        self.by_word: dict[str, list[Block]] = defaultdict(list)
        for block in blocks:
            for word in dict.fromkeys(side.key(block)):
                self.by_word[word].append(block)

    def candidates(self, key: Key) -> list[Block]:
        """Blocks that share one of the rarer words of `key`, in order."""
        found = {
            block.id: block
            for word in dict.fromkeys(key)
            for block in self.by_word.get(word, ())
            if len(self.by_word[word]) <= COMMON
        }
        return sorted(found.values(), key=lambda block: self.side.position[block.id])

"""One article's blocks by their words, their images and their place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from wirediff.addresses import picture
from wirediff.model import Alignment, Article, Block, Kind, Sentence
from wirediff_captions.lists import labels

Key = tuple[str, ...]
"""The words of a block in lower case, without punctuation: what two prints of one text have in common."""


class Text(NamedTuple):
    """The words of a block, and those of them that are names by their capital."""

    key: Key
    names: frozenset[str]


PICTORIAL: tuple[Kind, ...] = ("caption", "credit")
BODY: frozenset[Kind] = frozenset({"paragraph", "quote", "list-item", "subheading", "other"})


LINES = 8
"""Lines in the element of a picture at most."""
LONG = 300
"""Characters of such a line at most."""


def parent(block: Block) -> str:
    """The path of the element around that of `block`."""
    return (block.path or "").rpartition("/")[0]


def words(*sentences: Sentence) -> Key:
    """The words of sentences."""
    return tuple([token.norm.casefold() for sentence in sentences for token in sentence.words])


def _names(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words with a capital that begin no sentence (German nouns too)."""
    tokens = (token for sentence in sentences for token in sentence.tokens[1:])
    return frozenset(token.norm.casefold() for token in tokens if token.text[:1].isupper())


class Side:
    """One article, and where its blocks stand."""

    def __init__(self, article: Article, alignment: Alignment) -> None:
        self.article = article
        self.alignment = alignment
        self.position = {block.id: number for number, block in enumerate(article.blocks)}

    @cached_property
    def keys(self) -> Mapping[str, Key]:
        """The words of each block, by its id; those of a credit without its label ("Photo: …")."""
        return {block.id: self._key(block) for block in self.article.blocks}

    def words(self, block: Block) -> Key:
        """All words of a block."""
        return words(*self.alignment.sentences.get(block.id, ()))

    def _key(self, block: Block) -> Key:
        key = self.words(block)
        if block.kind == "credit":
            return tuple(word for word in key if word not in labels()) or key
        return key

    def text(self, block: Block) -> Text:
        """The words of `block`, and its names."""
        return Text(self.key(block), _names(self.alignment.sentences.get(block.id, ())))

    def text_of(self, sentences: Sequence[Sentence]) -> Text:
        """The words and names of some sentences."""
        return Text(words(*sentences), _names(sentences))

    @cached_property
    def _by_key(self) -> Mapping[Key, list[Block]]:
        return self.groups(self.article.blocks)

    def key(self, block: Block) -> Key:
        """The words of `block`."""
        return self.keys[block.id]

    def of_words(self, key: Key) -> Sequence[Block]:
        """The blocks of these words, whatever their kind, in order."""
        return self._by_key.get(key, ())

    def same(self, kind: Kind, key: Key) -> Sequence[Block]:
        """The blocks of that kind and these words, in order."""
        return [block for block in self.of_words(key) if block.kind == kind]

    def groups(self, blocks: Iterable[Block]) -> Mapping[Key, list[Block]]:
        """These blocks by their words, in order of their first; those without words are left out."""
        found: dict[Key, list[Block]] = defaultdict(list)
        for block in blocks:
            if self.keys[block.id]:
                found[self.keys[block.id]].append(block)
        return found

    def of_kind(self, *kinds: Kind) -> list[Block]:
        """The blocks of these kinds, in order."""
        return [block for block in self.article.blocks if block.kind in kinds]

    def around(self, block: Block, reach: int) -> Sequence[Block]:
        """The blocks at most `reach` away from `block`, itself left out."""
        at = self.position[block.id]
        return [*self.article.blocks[max(0, at - reach) : at], *self.article.blocks[at + 1 : at + reach + 1]]

    def image(self, block: Block) -> str | None:
        """What names the image of `block`, whatever its size and server; None where it has none."""
        figure = self.article.figure(block)
        found = picture(figure.image) if figure else None
        return found.name if found else None

    def stands_with_picture(self, block: Block) -> bool:
        """Whether a block is a line of a picture: by its figure or element, in plain text as no line is empty."""
        if block.figure is not None or block.path is not None:
            return block.figure is not None or self._parents_of_pictures[parent(block)]
        beside = [each.line for each in self.around(block, 1) if each.kind in (*PICTORIAL, "widget")]
        return block.line is not None and bool({block.line - 1, block.line + 1}.intersection(beside))

    @cached_property
    def _parents_of_pictures(self) -> Mapping[str, bool]:
        """The elements that hold a few lines, a caption or credit among them, and no long text."""
        held: dict[str, list[Block]] = defaultdict(list)
        for block in self.article.blocks:
            if block.path is not None:
                held[parent(block)].append(block)
        found: dict[str, bool] = defaultdict(bool)
        for name, blocks in held.items():
            few = len(blocks) <= LINES and all(len(each.text) <= LONG for each in blocks)
            found[name] = few and any(each.kind in PICTORIAL for each in blocks)
        return found

    @cached_property
    def images(self) -> frozenset[str]:
        """What names the images of all figures."""
        found = (picture(figure.image) for figure in self.article.figures)
        return frozenset(each.name for each in found if each)

    @cached_property
    def captions_of_figures(self) -> Counter[str]:
        """How many captions each figure has."""
        return Counter(block.figure for block in self.of_kind("caption") if block.figure)

    @cached_property
    def captions_of_credits(self) -> Mapping[str, Block]:
        """The caption beside each credit, by the credit's id: of its figure, else the last before it in its run."""
        by_figure = {block.figure: block for block in reversed(self.of_kind("caption")) if block.figure}
        found: dict[str, Block] = {}
        last: Block | None = None
        for block in self.article.blocks:
            if block.kind == "caption":
                last = block
            elif block.kind == "credit":
                caption = by_figure.get(block.figure, last) if block.figure else last
                if caption is not None:
                    found[block.id] = caption
            elif block.kind != "widget":
                last = None
        return found

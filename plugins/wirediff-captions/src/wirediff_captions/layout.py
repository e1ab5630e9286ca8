"""One article's blocks by their words, their pictures and their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from wirediff.addresses import picture
from wirediff.model import Alignment, Article, Block, Kind, Sentence, Span, Token

WordKey: TypeAlias = "tuple[str, ...]"
"""Words in lower case, without punctuation: what two prints of one text have in common."""
PICTORIAL: tuple[Kind, ...] = ("caption", "credit")
BODY: frozenset[Kind] = frozenset({"paragraph", "quote", "list-item", "subheading", "other"})


class Wording(NamedTuple):
    """The words of a text, and those of them that are names by their capital."""

    key: WordKey
    names: frozenset[str]


def words(*sentences: Sentence) -> WordKey:
    """Return the words of sentences."""
    return tuple([token.norm.casefold() for sentence in sentences for token in sentence.words])


def named_in_credit(text: str) -> WordKey:
    """Return the people and agencies that a credit names, whatever its label."""
    from wirediff.newsroom import parse_credit

    credit = parse_credit(text)
    return tuple(word for name in credit.people for word in name.casefold().split()) + credit.agencies


def is_beyond(left: Counter[WordKey], key: WordKey) -> bool:
    """Use up one print of the reference and say whether none was left."""
    left[key] -= 1
    return left[key] < 0


def _names(sentences: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Return the words with a capital that do not begin a sentence (German nouns too)."""
    tokens = (token for sentence in sentences for token in sentence[1:])
    return frozenset(token.norm.casefold() for token in tokens if token.text[:1].isupper())


class Layout:
    """One article, and where its blocks are."""

    def __init__(self, article: Article, alignment: Alignment) -> None:
        self.article = article
        self.alignment = alignment
        self.position = {block.id: number for number, block in enumerate(article.blocks)}

    @cached_property
    def keys(self) -> Mapping[str, WordKey]:
        """The words of each block, by its id; of a credit, the people and agencies that it names."""
        return {block.id: self._key(block) for block in self.article.blocks}

    def _key(self, block: Block) -> WordKey:
        named = named_in_credit(block.text) if block.kind == "credit" else ()
        return named or words(*self.sentences(block))

    def sentences(self, block: Block) -> Sequence[Sentence]:
        """Return the sentences of a block."""
        return self.alignment.sentences.get(block.id, ())

    def key(self, block: Block) -> WordKey:
        """Return the words that `block` has in common with other prints of it."""
        return self.keys[block.id]

    def wording(self, block: Block) -> Wording:
        """Return the words of `block`, and its names."""
        return Wording(self.key(block), _names([sentence.tokens for sentence in self.sentences(block)]))

    def wording_of(self, sentences: Sequence[Sentence]) -> Wording:
        """Return the words and names of some sentences."""
        return Wording(words(*sentences), _names([sentence.tokens for sentence in sentences]))

    def wording_at(self, span: Span) -> Wording:
        """Return the words and names within a span."""
        inside = [
            [token for token in sentence.tokens if span.start <= token.start < span.end]
            for sentence in self.alignment.sentences.get(span.block, ())
        ]
        key = (token.norm.casefold() for tokens in inside for token in tokens if token.kind != "punctuation")
        return Wording(tuple(key), _names(inside))

    @cached_property
    def _by_key(self) -> Mapping[WordKey, list[Block]]:
        return self.groups(self.article.blocks)

    def of_words(self, key: WordKey) -> Sequence[Block]:
        """Return the blocks of these words, whatever their kind, in order."""
        return self._by_key.get(key, ())

    def same(self, kind: Kind, key: WordKey) -> Sequence[Block]:
        """Return the blocks of that kind and these words, in order."""
        return [block for block in self.of_words(key) if block.kind == kind]

    def groups(self, blocks: Iterable[Block]) -> Mapping[WordKey, list[Block]]:
        """Return these blocks by their words, in order of their first; those without words are left out."""
        found: dict[WordKey, list[Block]] = defaultdict(list)
        for block in blocks:
            if self.keys[block.id]:
                found[self.keys[block.id]].append(block)
        return found

    def of_kind(self, *kinds: Kind) -> list[Block]:
        """Return the blocks of these kinds, in order."""
        return [block for block in self.article.blocks if block.kind in kinds]

    def around(self, block: Block, reach: int) -> Sequence[Block]:
        """Return the blocks at most `reach` away from `block`, without itself."""
        at = self.position[block.id]
        return [*self.article.blocks[max(0, at - reach) : at], *self.article.blocks[at + 1 : at + reach + 1]]

    def image(self, block: Block) -> str | None:
        """Return what names the image of `block`, whatever its size and server, or None."""
        return _image_name(figure.image) if (figure := self.article.figure(block)) else None

    @cached_property
    def images(self) -> frozenset[str]:
        """What names the images of all figures."""
        return frozenset(name for figure in self.article.figures if (name := _image_name(figure.image)))

    @cached_property
    def captions_by_figure(self) -> Mapping[str, tuple[Block, ...]]:
        """The captions of each figure, by the figure's id."""
        return {picture.figure.id: picture.captions for picture in self.article.pictures}

    @cached_property
    def credits_of_captions(self) -> Mapping[str, frozenset[WordKey]]:
        """What the credits of each picture that has some name, by the id of its first caption."""
        return {
            picture.captions[0].id: frozenset(self.keys[block.id] for block in picture.credits)
            for picture in self.article.pictures
            if picture.captions and picture.credits
        }

    @cached_property
    def captions_of_credits(self) -> Mapping[str, Block]:
        """The caption of each credit, by the credit's id.

        It is the first of its figure. Plain text has no figures: there it is the last caption before the credit, with
        only lines of pictures between them.
        """
        found: dict[str, Block] = {}
        last: Block | None = None
        for block in self.article.blocks:
            if block.kind == "caption":
                last = block
            elif block.kind == "credit":
                of_figure = self.captions_by_figure.get(block.figure or "")
                if caption := of_figure[0] if of_figure else last:
                    found[block.id] = caption
            elif block.kind != "widget":
                last = None
        return found


def _image_name(address: str | None) -> str | None:
    found = picture(address)
    return found.name if found else None

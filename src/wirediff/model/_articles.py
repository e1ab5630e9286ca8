"""Documents as their readers see them, and places in their text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from wirediff.model._pictures import Bond, Picture, bonds, pictures

Kind: TypeAlias = Literal[
    "headline",
    "subheading",
    "byline",
    "dateline",
    "date",
    "paragraph",
    "quote",
    "list-item",
    "caption",
    "credit",
    "widget",
    "table",
    "other",
]
TokenKind: TypeAlias = Literal["word", "number", "punctuation"]


# ── documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Source:
    """The bytes of one document and what is known about them from outside.

    `name` is a file name without its folder, `-` for standard input. `media_type` and `encoding` are None unless
    declared by whoever delivered the bytes. `url` and `captured` (ISO 8601) come from a container such as WARC or
    MHTML. `notes` hold what unwrapping a container had to disclose.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str | None = None
    encoding: str | None = None
    url: str | None = None
    captured: str | None = None
    notes: tuple[Note, ...] = ()

    @classmethod
    def from_text(cls, text: str, name: str = "text", media_type: str = "text/plain") -> Source:
        """Wrap `text` as UTF-8; lone surrogates survive as `surrogatepass` bytes and are disclosed when loading."""
        return cls(name, text.encode("utf-8", "surrogatepass"), media_type, "utf-8")

    @property
    def size(self) -> int:
        """Number of bytes."""
        return len(self.data)

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class Note:
    """Something a stage has to disclose; only an `incomplete` one makes the result untrustworthy (exit status 2).

    `code` is a short kebab-case word such as `guessed-encoding`; `message` is one sentence for people.
    """

    code: str
    message: str
    incomplete: bool = False


@dataclass(frozen=True)
class Link:
    """A hyperlink over `start:end` of its block's text."""

    start: int
    end: int
    url: str


@dataclass(frozen=True)
class Figure:
    """An image of the article; captions and credits name it by `id` (`f1`, `f2`, …)."""

    id: str
    image: str | None = None
    alt: str | None = None


@dataclass(frozen=True)
class Block:
    """One typographic unit of an article in reading order.

    `id` is `r1`, `r2`, … in a reference and `v1`, `v2`, … in a version. `text` is the raw text a reader sees. `path` is
    its place in the source's structure (an XPath in HTML and XML), `line` and `column` count from 1. `figure` is the id
    of the picture that the block belongs to. `on_demand` is true where a reader sees the block only after asking for it
    (in a dialog, an overlay, a closed `<details>`).
    """

    id: str
    kind: Kind
    text: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    figure: str | None = None
    links: tuple[Link, ...] = ()
    on_demand: bool = False

    def span(self, start: int, end: int) -> Span:
        """The span of this block's text from `start` to `end`."""
        return Span(self.id, start, end, self.text[start:end])

    @property
    def whole(self) -> Span:
        """The span of all of this block's text."""
        return self.span(0, len(self.text))


@dataclass(frozen=True)
class Metadata:
    """What the source declares about the article; dates are ISO 8601 where they could be parsed, else as printed."""

    bylines: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    section: str | None = None


@dataclass(frozen=True)
class Article:
    """One document as its reader sees it. `language` is a BCP 47 tag: declared, else detected, else `und`."""

    source: Source
    title: str | None = None
    language: str = "und"
    metadata: Metadata = Metadata()
    blocks: tuple[Block, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()

    @cached_property
    def _blocks_by_id(self) -> Mapping[str, Block]:
        return {block.id: block for block in self.blocks}

    def block(self, block_id: str) -> Block:
        """The block named `block_id`; KeyError if there is none."""
        return self._blocks_by_id[block_id]

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """Each figure with its captions, credits and controls, as the loader assigned them."""
        return tuple(pictures(self.figures, self.blocks))

    @cached_property
    def _bonds(self) -> Mapping[str, Bond]:
        return bonds(self.blocks)

    def bond(self, block: Block) -> Bond | None:
        """Return how `block` belongs to a picture, or None: a detector weighs a caption's neighbours by that."""
        return self._bonds.get(block.id)

    @cached_property
    def _figures_by_id(self) -> Mapping[str, Figure]:
        return {figure.id: figure for figure in self.figures}

    def figure(self, block: Block) -> Figure | None:
        """The figure that `block` belongs to, or None."""
        return None if block.figure is None else self._figures_by_id[block.figure]


# ── places in a text ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, init=False)
class Span:
    """`text` is the raw text of `block` from `start` to `end`; empty where start equals end."""

    block: str
    start: int
    end: int
    text: str

    def __init__(self, block: str, start: int, end: int, text: str) -> None:
        # Through the slots, at 0.6 of the cost of what `dataclass` writes: an article's comparison makes thousands.
        _set_block(self, block)
        _set_start(self, start)
        _set_end(self, end)
        _set_text(self, text)

    @property
    def bare(self) -> Span:
        """The span without the white space at its ends; an empty one at its start where there is nothing else."""
        text = self.text.strip()
        start = self.start + self.text.index(text)
        return Span(self.block, start, start + len(text), text)


_set_block, _set_start, _set_end, _set_text = (vars(Span)[name].__set__ for name in ("block", "start", "end", "text"))


class Token(NamedTuple):
    """A word, number or punctuation mark of one block; offsets count in the block's raw text.

    `norm` is the normal form: NFKC, straight quotation marks and apostrophes, plain hyphens and dashes, no soft
    hyphens. Two tokens of one norm differ in format only. (A named tuple because an article holds thousands of them:
    building frozen dataclasses costs five times as much.)
    """

    start: int
    end: int
    text: str
    norm: str
    kind: TokenKind


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """One sentence: its span without surrounding white space, and its tokens in order.

    `words` are the tokens without punctuation.
    """

    span: Span
    tokens: tuple[Token, ...]
    words: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __init__(self, span: Span, tokens: tuple[Token, ...]) -> None:
        # Words are picked out at once, as every stage asks for them: 3 % of what it costs to find the tokens.
        _set_sentence(self, span)
        _set_tokens(self, tokens)
        _set_words(self, tuple([token for token in tokens if token[4] != "punctuation"]))

    def in_block(self, block: Block) -> Sentence:
        """Return the same sentence of another block, whose text is the same; both share what is known of its words."""
        copy = Sentence.__new__(Sentence)
        _set_sentence(copy, block.span(self.span.start, self.span.end))
        _set_tokens(copy, self.tokens)
        _set_words(copy, self.words)
        return copy


_set_sentence, _set_tokens, _set_words = (vars(Sentence)[name].__set__ for name in ("span", "tokens", "words"))

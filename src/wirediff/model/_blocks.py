"""Blocks of text and places in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

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


@dataclass(frozen=True)
class Link:
    """A hyperlink over `start:end` of its block's text."""

    start: int
    end: int
    url: str


@dataclass(frozen=True)
class Figure:
    """An image of the article; captions and credits name it by `id` (`f1`, `f2`, …).

    `sha256` is that of the image's bytes where the source holds them (an archive, inline data). `look` is a perceptual
    hash where the extra `images` is installed and can decode them: the difference hash of 128 bits and the mean colour
    in hexadecimal digits, with a dash between.
    """

    id: str
    image: str | None = None
    alt: str | None = None
    sha256: str | None = None
    look: str | None = None


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

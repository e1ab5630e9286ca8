"""Documents as their readers see them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from wirediff.model._blocks import Block, Figure
from wirediff.model._pictures import Bond, Picture, bonds, pictures


@dataclass(frozen=True)
class Source:
    """The bytes of one document and what is known about them from outside.

    `name` is a file name without its folder, `-` for standard input. `media_type` and `encoding` are None unless
    declared by whoever delivered the bytes. `url` and `captured` (ISO 8601) come from a container such as WARC or
    MHTML. `notes` hold what unwrapping a container had to disclose. `images` are the bytes of the images that the
    container holds beside the page, by their addresses. `exclude` are CSS selectors and XPath expressions of what is to
    be left out, by the host of the page, or `*`.
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str | None = None
    encoding: str | None = None
    url: str | None = None
    captured: str | None = None
    notes: tuple[Note, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    exclude: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False, compare=False)

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
class Metadata:
    """What the source declares about the article; dates are ISO 8601 where they could be parsed, else as printed.

    With `published_guessed`, `published` is not declared, but found in the text, the address or elsewhere on the page;
    `published_declared` is what it declares all the same, if that is another day.
    """

    bylines: tuple[str, ...] = ()
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    section: str | None = None
    published_guessed: bool = False
    published_declared: str | None = None


Reason: TypeAlias = Literal[
    "advertising",
    "another-article",
    "boilerplate",
    "comments",
    "consent",
    "controls",
    "excluded",
    "hidden",
    "navigation",
    "no-role",
    "outside",
    "related",
    "repeated",
    "script",
]
"""Why text of a source is not in the article.

`boilerplate` is what a document prints around every text (running heads, page numbers, imprints, sign-ups), `consent` a
dialog about cookies, `controls` buttons and forms, `excluded` what the desk's own settings leave out, `hidden` what a
style or attribute keeps from being shown, `no-role` a field or place that the format has no role for, `outside` what is
apart from the article without showing what it is, `related` teasers of other articles, `repeated` what the article has
already, `script` text for scripts only.
"""


@dataclass(frozen=True)
class Omission:
    """A passage of a source that is not in the article, and why.

    `path`, `line` and `column` say where it is in the source, as those of a block do. `words` counts its words, parted
    by white space. `text` has one line for each line that a reader sees. `after` is how many of the article's blocks
    come before it in the source.
    """

    path: str | None
    line: int | None
    column: int | None
    words: int
    reason: Reason
    text: str
    after: int = 0

    @classmethod
    def of(
        cls,
        text: str,
        reason: Reason,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        after: int = 0,
    ) -> Omission:
        """Return the omission of `text`, its words counted."""
        return cls(path, line, column, len(text.split()), reason, text, after)


@dataclass(frozen=True)
class Article:
    """One document as its reader sees it. `language` is a BCP 47 tag: declared, else detected, else `und`.

    `omitted` are the passages of the source that are not among the blocks: together they hold every visible word.
    """

    source: Source
    title: str | None = None
    language: str = "und"
    metadata: Metadata = Metadata()
    blocks: tuple[Block, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    omitted: Sequence[Omission] = ()

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

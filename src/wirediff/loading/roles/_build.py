"""Put an article together block by block, for formats whose mark-up gives every role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from wirediff.loading.roles._captions import pieces
from wirediff.loading.roles._folded import folded
from wirediff.loading.roles._heads import filed_from
from wirediff.model import Article, Block, Figure, Kind, Link, Metadata, Note, Omission, Reason, Source
from wirediff.newsroom import author_names
from wirediff.segment import detected

_MAY_BE_HEADLINE: frozenset[Kind] = frozenset({"subheading", "paragraph"})
"""Kinds of a headline that the content prints without saying that it is one; an item of a list may have its words."""


class Builder:
    """Collects blocks and figures in order and numbers them, what is left out beside them, and what to disclose."""

    def __init__(
        self, blocks: Iterable[Block] = (), figures: Iterable[Figure] = (), notes: Iterable[Note] = ()
    ) -> None:
        self.blocks = list(blocks)
        self.figures = list(figures)
        self.omitted: list[Omission] = []
        self.notes = list(notes)

    def figure(self, image: str | None = None, alt: str | None = None) -> str:
        """Add a figure; return its id."""
        self.figures.append(Figure(f"f{len(self.figures) + 1}", image, alt))
        return self.figures[-1].id

    def add(
        self,
        kind: Kind,
        text: str | None,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        figure: str | None = None,
        links: tuple[Link, ...] = (),
    ) -> None:
        """Add a block, unless `text` is empty."""
        if text:
            number = len(self.blocks) + 1
            self.blocks.append(Block(f"b{number}", kind, text, path, line, column, figure=figure, links=links))

    def omit(
        self,
        text: str | None,
        reason: Reason,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        """Record text that is left out after the blocks so far, unless it is empty."""
        if text and text.strip():
            here = len(self.blocks)
            self.omitted.append(Omission.of(text, reason, path=path, line=line, column=column, after=here))

    def lead(self, described: Iterable[Block]) -> None:
        """Put headline, byline and the like of a story's description before its content, unless the content has them.

        Where the content prints the headline, it is the headline there, and the rest of the description follows it.
        """
        fields = sorted(described, key=lambda field: field.kind != "headline")
        before, place = len(self.blocks), 0
        for field in fields:
            printed = next((at for at, block in enumerate(self.blocks) if _is_same(block, field)), None)
            if printed is None:
                self.blocks.insert(place, field)
                place += 1
                continue
            block = self.blocks[printed]
            self.omit(field.text, "repeated" if _prints(block, field) else "no-role", path=field.path, line=field.line)
            if field.kind == "headline":
                self.blocks[printed] = replace(block, kind=field.kind)
                place = printed + 1
        self.omitted[:] = [_shifted(each, len(self.blocks) - before) for each in self.omitted]
        self.blocks[:] = [replace(block, id=f"b{number}") for number, block in enumerate(self.blocks, 1)]

    def add_caption(self, text: str | None, *, path: str | None = None, line: int | None = None, figure: str) -> None:
        """Add a caption, and the credit at its end as a block of its own; all of it may be a credit."""
        for kind, piece in pieces(text or ""):
            self.add(kind, piece, path=path, line=line, figure=figure)

    def placed(self, path: str | None, first_line: int | None) -> Builder:
        """Say where an embedded document is: at `path`, lines counted from `first_line` or unknown; return self."""

        def at(line: int | None) -> int | None:
            return None if line is None or first_line is None else line + first_line - 1

        self.blocks[:] = [replace(block, path=path, line=at(block.line)) for block in self.blocks]
        self.omitted[:] = [replace(each, path=path, line=at(each.line)) for each in self.omitted]
        return self

    def extend(self, other: Builder) -> None:
        """Add the blocks and figures of an embedded document, and what it leaves out and discloses."""
        here = len(self.blocks)
        names = {figure.id: f"f{number}" for number, figure in enumerate(other.figures, len(self.figures) + 1)}
        self.figures.extend(replace(figure, id=names[figure.id]) for figure in other.figures)
        for block in other.blocks:
            renamed = names[block.figure] if block.figure else None
            self.blocks.append(replace(block, id=f"b{len(self.blocks) + 1}", figure=renamed))
        self.omitted.extend(_shifted(each, here) for each in other.omitted)
        self.notes.extend(other.notes)

    def add_rendition(self, other: Builder) -> None:
        """Add another form of the same story: what it repeats is left out, and so is the rest of it.

        What repeats nothing is no other form but more text.
        """
        known = folded(" ".join(block.text for block in self.blocks))
        repeated = [bool(letters := folded(block.text)) and letters in known for block in other.blocks]
        if not any(repeated):
            self.extend(other)
            return
        for block, again in zip(other.blocks, repeated, strict=True):
            self.omit(block.text, "repeated" if again else "no-role", path=block.path, line=block.line)
        here = len(self.blocks)
        self.omitted.extend(replace(each, after=here) for each in other.omitted)
        self.notes.extend(other.notes)

    def texts(self, kind: Kind) -> tuple[str, ...]:
        """Return the texts of all blocks of a kind."""
        return tuple(block.text for block in self.blocks if block.kind == kind)

    @property
    def headline(self) -> str | None:
        """The first headline."""
        return next(iter(self.texts("headline")), None)

    def printed(self) -> Metadata:
        """Return what the content itself says: its authors, where it was filed, and its date."""
        return Metadata(
            bylines=self._authors(),
            dateline=filed_from(self.texts("paragraph")) or next(iter(self.texts("dateline")), None),
            published=next(iter(self.texts("date")), None),
        )

    def _authors(self) -> tuple[str, ...]:
        """The names in the bylines above the first paragraph, else in the first byline below it that names anybody."""
        first = next((place for place, block in enumerate(self.blocks) if block.kind == "paragraph"), 0)
        head = [block.text for block in self.blocks[:first] if block.kind == "byline"]
        below = (author_names(block.text) for block in self.blocks[first:] if block.kind == "byline")
        names = dict.fromkeys(chain.from_iterable(map(author_names, head)))
        return tuple(names) or next(filter(None, below), ())

    def article(
        self,
        source: Source,
        *,
        encoding: str,
        metadata: Metadata,
        language: str | None = None,
        title: str | None = None,
        notes: tuple[Note, ...] = (),
        omitted: Sequence[Omission] | None = None,
    ) -> Article:
        """Return the article; without `title` its title is the first headline, without `omitted` those added are."""
        return Article(
            replace(source, encoding=encoding, notes=()),
            title=title or self.headline,
            language=language or detected(" ".join(self.texts("paragraph"))),
            metadata=metadata,
            blocks=tuple(self.blocks),
            figures=tuple(self.figures),
            notes=(*notes, *self.notes),
            omitted=tuple(self.omitted) if omitted is None else omitted,
        )


def _prints(block: Block, described: Block) -> bool:
    """Whether a block of the content has the text of a block of the description."""
    return folded(block.text) == folded(described.text)


def _is_same(block: Block, described: Block) -> bool:
    """Whether a block of the content is what the description has: by its text, or as the content's own headline."""
    if described.kind == "headline":
        return block.kind == "headline" or (block.kind in _MAY_BE_HEADLINE and _prints(block, described))
    return _prints(block, described)


def _shifted(omission: Omission, blocks: int) -> Omission:
    """The omission after so many blocks more."""
    return replace(omission, after=omission.after + blocks)

"""Put an article together block by block, for formats whose mark-up gives every role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from wirediff.loading.roles._folded import folded
from wirediff.loading.roles._heads import filed_from
from wirediff.model import Article, Block, Figure, Kind, Link, Metadata, Note, Omission, Reason, Source
from wirediff.newsroom import credit_label, credit_start, is_credit
from wirediff.segment import detected

_CREDIT_WORDS = 16
"""Words of a line that may be a credit by its label alone; longer ones are captions. Chosen by hand on the fixtures."""


class Builder:
    """Collects blocks and figures in order and numbers them, and what is left out beside them."""

    def __init__(self, blocks: Iterable[Block] = (), figures: Iterable[Figure] = ()) -> None:
        self.blocks = list(blocks)
        self.figures = list(figures)
        self.omitted: list[Omission] = []

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
        fields = list(described)
        headline = next((field for field in fields if field.kind == "headline"), None)
        place = 0
        if headline is not None:
            printed = next((at for at, block in enumerate(self.blocks) if _prints(block, headline)), None)
            if printed is None:
                self.blocks.insert(0, headline)
            else:
                self.blocks[printed] = replace(self.blocks[printed], kind=headline.kind)
                place = printed
            place += 1
        for field in fields:
            if field is not headline and not any(_prints(block, field) for block in self.blocks):
                self.blocks.insert(place, field)
                place += 1
        self.blocks[:] = [replace(block, id=f"b{number}") for number, block in enumerate(self.blocks, 1)]

    def add_caption(self, text: str | None, *, path: str | None = None, line: int | None = None, figure: str) -> None:
        """Add a caption, and the credit at its end as a block of its own; all of it may be a credit."""
        start = credit_start(text, surely=True) if text else None
        if text and (is_credit(text) or (credit_label(text, agencies=True) and len(text.split()) <= _CREDIT_WORDS)):
            self.add("credit", text, path=path, line=line, figure=figure)
        elif text and start is not None:
            self.add("caption", text[:start].rstrip(), path=path, line=line, figure=figure)
            self.add("credit", text[start:].strip(), path=path, line=line, figure=figure)
        else:
            self.add("caption", text, path=path, line=line, figure=figure)

    def extend(self, blocks: tuple[Block, ...], figures: tuple[Figure, ...]) -> None:
        """Add the blocks and figures of an embedded document."""
        names = {figure.id: self.figure(figure.image, figure.alt) for figure in figures}
        for block in blocks:
            renamed = names[block.figure] if block.figure else None
            self.blocks.append(replace(block, id=f"b{len(self.blocks) + 1}", figure=renamed))

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
            bylines=self.texts("byline"),
            dateline=filed_from(self.texts("paragraph")) or next(iter(self.texts("dateline")), None),
            published=next(iter(self.texts("date")), None),
        )

    def article(
        self,
        source: Source,
        *,
        encoding: str,
        metadata: Metadata,
        language: str | None = None,
        title: str | None = None,
        notes: tuple[Note, ...] = (),
    ) -> Article:
        """Return the article; without `title` its title is the first headline."""
        return Article(
            replace(source, encoding=encoding, notes=()),
            title=title or self.headline,
            language=language or detected(" ".join(self.texts("paragraph"))),
            metadata=metadata,
            blocks=tuple(self.blocks),
            figures=tuple(self.figures),
            notes=notes,
            omitted=tuple(self.omitted),
        )


def _prints(block: Block, described: Block) -> bool:
    """Whether a block of the content has the text of a block of the description, or is the content's own headline."""
    same = folded(block.text) == folded(described.text)
    return same or (described.kind == block.kind == "headline")

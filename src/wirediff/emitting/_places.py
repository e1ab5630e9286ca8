"""The places of blocks in their sources, as people look them up."""

from __future__ import annotations

from collections import Counter

from wirediff.model import Alignment, Article, Block, Omission


class Lines:
    """The line of each block of an article, with its column where several begin on one line, as in minified pages."""

    def __init__(self, article: Article) -> None:
        self._begun = Counter(block.line for block in article.blocks)

    def of(self, place: Block | Omission) -> str:
        """Return "12", or "12:345" with the column, or nothing where the source has no lines."""
        if place.line is None:
            return ""
        is_shared = place.column is not None and self._begun[place.line] > 1
        return f"{place.line}:{place.column}" if is_shared else str(place.line)


class Places:
    """The line of each block of both articles."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._lines = {"reference": Lines(alignment.reference), "version": Lines(alignment.version)}

    def line(self, block_id: str) -> str:
        """Return "12", or "12:345" with the column, or nothing where the source has no lines."""
        block = self._alignment.block(block_id)
        return self._lines[self._alignment.side(block)].of(block)

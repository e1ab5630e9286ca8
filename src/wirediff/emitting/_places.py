"""The places of blocks in their sources, as people look them up."""

from __future__ import annotations

from collections import Counter

from wirediff.model import Alignment


class Places:
    """The line of each block, with its column where several blocks begin on one line, as in minified pages."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._begun = Counter(
            (alignment.side(block), block.line)
            for article in (alignment.reference, alignment.version)
            for block in article.blocks
        )

    def line(self, block_id: str) -> str:
        """Return "12", or "12:345" with the column, or nothing where the source has no lines."""
        block = self._alignment.block(block_id)
        if block.line is None:
            return ""
        is_shared = block.column is not None and self._begun[self._alignment.side(block), block.line] > 1
        return f"{block.line}:{block.column}" if is_shared else str(block.line)

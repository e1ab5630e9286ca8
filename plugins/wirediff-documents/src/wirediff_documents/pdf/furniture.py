"""What pages print around every text: running heads and feet, page numbers, addresses that browsers add."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from wirediff.newsroom import is_date
from wirediff_documents.pdf.lines import rows
from wirediff_documents.pdf.shapes import Box, Line

_ROWS = 3
"""Rows at the top and at the bottom of a page among which running heads and feet are looked for."""
_MARGIN = 0.17
"""Share of a page's height that they are in, at the top and at the bottom."""
_EDGE = 0.06
"""Share in which one page is enough to show one: browsers print dates and addresses there, and nothing else."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—|·\[(\s]{0,8}(?:(?:page|seite|p\.|s\.|página|pagina|sida|side)\s{0,3})?"
    r"\d{1,4}(?:\s{0,3}(?:/|of|von|de|di|af|av|sur)\s{0,3}\d{1,4})?[-–—|·\])\s]{0,8}|[ivxl]{1,6}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?|file)://\S+|www\.\S+")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:um )?\d{1,2}[:.]\d{2}\b.{0,4}")


def running(pages: Sequence[tuple[Box, Sequence[Line]]]) -> list[list[list[Line]]]:
    """The running heads and feet of each page, row by row."""
    edges = [_edge_rows(frame, pieces) for frame, pieces in pages]
    seen = Counter(key for page in edges for key in {_key(row) for row in page})
    return [
        [row for row in page if _is_furniture(frame, row, seen[_key(row)], len(pages))]
        for (frame, _), page in zip(pages, edges, strict=True)
    ]


def _edge_rows(frame: Box, pieces: Sequence[Line]) -> list[list[Line]]:
    """The rows next to the upper and the lower edge of a page."""
    found = list(rows(pieces))
    top, bottom = frame.y0 + _MARGIN * frame.height, frame.y1 - _MARGIN * frame.height
    head = [row for row in found[:_ROWS] if all(piece.bottom < top for piece in row)]
    foot = [row for row in found[-_ROWS:] if all(piece.top > bottom for piece in row)]
    return [*head, *(row for row in foot if row not in head)]


def _key(row: list[Line]) -> tuple[str, int]:
    """What is the same on each page: the words, numbers apart, and the size of type."""
    text = " ".join(piece.text for piece in sorted(row, key=lambda piece: piece.x0))
    return _DIGITS.sub("#", text).casefold(), round(row[0].size)


def _is_furniture(frame: Box, row: list[Line], pages: int, of: int) -> bool:
    texts = [piece.text for piece in row]
    if all(map(_NUMBER.fullmatch, texts)):
        return True
    at_edge = row[0].bottom < frame.y0 + _EDGE * frame.height or row[0].top > frame.y1 - _EDGE * frame.height
    if at_edge and any(_ADDRESS.fullmatch(text) or _PRINTED.match(text) for text in texts):
        return True
    if at_edge and len(texts) > 1 and any(_NUMBER.fullmatch(text) or is_date(text) for text in texts):
        return True
    return pages >= 2 and of >= 2

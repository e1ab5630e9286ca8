"""The order in which a page is read: its bands from top to bottom, the columns of a band from left to right.

A band is a run of rows that leave one strip of the page free. On a page with a headline over two columns

    Harbour council votes to close the ferry line
    The harbour council of     run out of money and
    Port Salter voted on       out of ferries,” said
    Tuesday to close …         Orla Finch …

the headline is one band; the three rows are another one, since all of them leave the gutter free, and it is read column
by column, each in the same way. Rows whose columns hold a few words each are a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from wirediff_documents.pdf.lines import around, joined, rows
from wirediff_documents.pdf.shapes import Line
from wirediff_documents.pdf.tables import Table, table

_NARROWEST = 0.7
"""Ems of the narrowest gutter."""
_WIDE = 1.5
"""Ems from which two rows are enough to show one; otherwise three are needed, as justified lines have wide spaces."""
_DEEPEST = 8
"""Columns inside columns: a page has two or three levels."""
_FAR = 1e9


class Strip(NamedTuple):
    """A range across that no row of a band uses."""

    x0: float
    x1: float


@dataclass
class Column:
    """Lines that are read one after the other."""

    lines: list[Line]


Part: TypeAlias = Column | Table


def parts(pieces: Sequence[Line], depth: int = 0) -> Iterator[Part]:
    """The columns and tables of a page, or of a part of it, in the order in which they are read."""
    loose: list[Line] = []
    for band, strips in _bands(pieces):
        columns = _columns(band, strips)
        if len(columns) < 2 or depth > _DEEPEST:
            loose.extend(band)
            continue
        if loose:
            yield Column(joined(loose))
            loose = []
        found = table(columns)
        if found:
            yield found
            continue
        for column in columns:
            yield from parts(column, depth + 1)
    if loose:
        yield Column(joined(loose))


def _bands(pieces: Sequence[Line]) -> Iterator[tuple[list[Line], list[Strip]]]:
    """The bands of a page from top to bottom, with the strips that each leaves free."""
    held: list[list[Line]] = []
    free: list[Strip] = [Strip(-_FAR, _FAR)]
    for row in rows(pieces):
        left = _narrowed(free, row)
        if held and not _parting(left, [*held, row]) and _parting(free, held):
            yield from _closed(held, free)
            held, left = [], _narrowed([Strip(-_FAR, _FAR)], row)
        elif held and not _inner(left, [*held, row]):
            yield [piece for each in held for piece in each], []
            held, left = [], _narrowed([Strip(-_FAR, _FAR)], row)
        held.append(row)
        free = left
    yield from _closed(held, free)


def _closed(held: list[list[Line]], free: list[Strip]) -> Iterator[tuple[list[Line], list[Strip]]]:
    """A band that ends, and the lines before and after it that are far from its columns and belong to none of them."""
    strips = _parting(free, held)
    begin, end = _trimmed(held, strips)
    for some, between in ((held[:begin], []), (held[begin:end], strips), (held[end:], [])):
        if some:
            yield [piece for row in some for piece in row], between


def _trimmed(held: list[list[Line]], strips: list[Strip]) -> tuple[int, int]:
    """From where to where the rows of a band are columns, those at its ends apart that are on one side and far off."""
    begin, end = 0, len(held)
    if not strips:
        return begin, end
    sides = [sum(1 for strip in strips if _has_both_sides(strip, row)) > 0 for row in held]
    first, last = sides.index(True) if True in sides else 0, len(sides) - 1 - sides[::-1].index(True) if True in sides else end - 1
    for place in range(first, 0, -1):
        if _gap(held[place - 1], held[place]) > 0.9 * held[place - 1][0].size:
            begin = place
            break
    for place in range(last + 1, len(held)):
        if _gap(held[place - 1], held[place]) > 0.9 * held[place][0].size:
            end = place
            break
    return begin, end


def _gap(above: list[Line], below: list[Line]) -> float:
    return around(below).y0 - around(above).y1


def _narrowed(free: list[Strip], row: list[Line]) -> list[Strip]:
    """What of the free strips a row leaves free."""
    edges = sorted((piece.x0, piece.x1) for piece in row)
    left: list[Strip] = []
    for strip in free:
        begin = strip.x0
        for x0, x1 in edges:
            if x1 <= begin or x0 >= strip.x1:
                continue
            if x0 > begin:
                left.append(Strip(begin, x0))
            begin = max(begin, x1)
        if begin < strip.x1:
            left.append(Strip(begin, strip.x1))
    return left


def _inner(free: list[Strip], held: list[list[Line]]) -> list[Strip]:
    """The strips that are wide enough for a gutter and not at the outside of all rows, or may become so."""
    box = around([piece for row in held for piece in row])
    size = max(held[0][0].size, held[-1][0].size) if held else 0
    return [strip for strip in free if strip.x1 - strip.x0 >= _NARROWEST * size and strip.x0 > box.x0 and strip.x1 < _FAR]


def _parting(free: list[Strip], held: list[list[Line]]) -> list[Strip]:
    """The strips that part the rows into columns."""
    if not held:
        return []
    sizes = sorted(piece.size for row in held for piece in row)
    size = sizes[len(sizes) // 2]
    found = []
    for strip in free:
        width = strip.x1 - strip.x0
        both = sum(1 for row in held if _has_both_sides(strip, row))
        enough = 2 if width >= _WIDE * size else 3
        if width >= _NARROWEST * size and both >= enough and not _beside_bullets(strip, held):
            found.append(strip)
    return found


def _has_both_sides(strip: Strip, row: list[Line]) -> bool:
    return any(piece.x1 <= strip.x0 for piece in row) and any(piece.x0 >= strip.x1 for piece in row)


def _beside_bullets(strip: Strip, held: list[list[Line]]) -> bool:
    """Whether all to the left of a strip are the bullets or numbers of a list."""
    left = [piece.text for row in held for piece in row if piece.x1 <= strip.x0]
    return all(len(text) <= 4 and not text.isalpha() for text in left)


def _columns(band: list[Line], strips: list[Strip]) -> list[list[Line]]:
    """The pieces of a band by the column that they are in."""
    edges = [-_FAR, *((strip.x0 + strip.x1) / 2 for strip in strips), _FAR]
    columns = [[piece for piece in band if begin <= piece.x0 < end] for begin, end in pairwise(edges)]
    return [column for column in columns if column]

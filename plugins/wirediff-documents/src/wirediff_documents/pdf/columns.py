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
from functools import reduce
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from wirediff_documents.pdf.lines import around, joined, rows
from wirediff_documents.pdf.shapes import Line
from wirediff_documents.pdf.tables import Table, table

_NARROWEST = 0.6
"""Ems of the narrowest gutter."""
_WIDE = 1.5
"""Ems from which two rows are enough to show one; otherwise three are needed, as justified lines have wide spaces."""
_DEEPEST = 8
"""Columns inside columns: a page has two or three levels."""
_APART = 0.9
"""Sizes of type between the lines at the ends of columns and one that has no part in them."""
_ABOVE = 8
"""Lines above columns that are tried to leave out."""
_FAR = 1e9


class Strip(NamedTuple):
    """A range across that no row of a band uses."""

    x0: float
    x1: float


_ALL = [Strip(-_FAR, _FAR)]


@dataclass
class Column:
    """Lines that are read one after the other."""

    lines: list[Line]


Part: TypeAlias = Column | Table


def parts(pieces: Sequence[Line], depth: int = 0) -> Iterator[Part]:
    """The columns and tables of a page, or of a part of it, in the order in which they are read."""
    loose: list[Line] = []
    for band in _bands(pieces):
        if isinstance(band, list):
            loose.extend(band)
            continue
        if loose:
            yield Column(joined(loose))
            loose = []
        if isinstance(band, Table):
            yield band
            continue
        for column in band.columns:
            yield from parts(column, depth + 1) if depth < _DEEPEST else [Column(joined(column))]
    if loose:
        yield Column(joined(loose))


@dataclass
class _Columns:
    """The pieces of a band, column by column."""

    columns: list[list[Line]]


_Band: TypeAlias = "list[Line] | Table | _Columns"


def _bands(pieces: Sequence[Line]) -> Iterator[_Band]:
    """The bands of a page from top to bottom: lines of one column, columns, tables."""
    held: list[list[Line]] = []
    for row in rows(pieces):
        if held and not _fits(held, row):
            above, core = _parted(held)
            kept = next(filter(lambda some: _fits(some, row), _ends(core if above else held)), [])
            if kept and not (_is_columns(held) and len(kept) < len(core)):
                yield _flat(held[: len(held) - len(kept)])
            else:
                yield from _closed(held)
                kept = []
            held = kept
        held.append(row)
    yield from _closed(held)


def _ends(held: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """The rows, and the rows without some of the first, at most so many as headings have lines."""
    return (held[begin:] for begin in range(min(_ABOVE, len(held))))


def _is_columns(held: list[list[Line]]) -> bool:
    return bool(_parting(_free(held), held))


def _fits(held: list[list[Line]], row: list[Line]) -> bool:
    """Whether a row leaves free what parts the rows so far, or may still come to part them."""
    free = _free(held)
    left = _narrowed(free, row)
    together = [*held, row]
    return bool(_inner(left, together)) and (bool(_parting(left, together)) or not _parting(free, held))


def _parted(held: list[list[Line]]) -> tuple[list[list[Line]], list[list[Line]]]:
    """The rows before the first one that is in columns, such as a headline above them, and the others.

    A short line above columns ends where one of them may begin, so it is tried to leave out some of the first lines.
    """
    for end in _ends(held):
        strips = _parting(_free(end), end)
        for place, row in enumerate(end, len(held) - len(end)):
            if any(_has_both_sides(strip, row) for strip in strips):
                return held[:place], held[place:]
    return [], held


def _closed(held: list[list[Line]]) -> Iterator[_Band]:
    """The bands that rows are, and the lines above and below that have no part in their columns."""
    first = len(_parted(held)[0])
    strips = _parting(_free(held[first:]), held[first:])
    if not strips:
        yield _flat(held)
        return
    last = 1 + max(place for place, row in enumerate(held) if any(_has_both_sides(strip, row) for strip in strips))
    core = held[first:last]
    # Lines without a part in the columns may have used what is free between these.
    strips = _parting(_free(core), core) or strips
    found = table(_columns(_flat(core), strips))
    if found is None:
        first = next((place for place in range(first, 0, -1) if _is_apart(held[place - 1], held[place], -1)), 0)
        last = next(
            (place for place in range(last, len(held)) if _is_apart(held[place - 1], held[place], 0)), len(held)
        )
    yield _flat(held[:first])
    yield found or _Columns(_columns(_flat(held[first:last]), strips))
    yield _flat(held[last:])


def _free(held: list[list[Line]]) -> list[Strip]:
    """What all rows leave free."""
    return reduce(_narrowed, held, _ALL)


def _flat(held: list[list[Line]]) -> list[Line]:
    return [piece for row in held for piece in row]


def _is_apart(above: list[Line], below: list[Line], which: int) -> bool:
    """Whether two rows are further apart than lines; `which` is -1 where the type of the upper one is the measure."""
    return _gap(above, below) > _APART * (above, below)[which + 1][0].size


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
    size = min(piece.size for piece in held[-1])
    return [
        strip for strip in free if strip.x1 - strip.x0 >= _NARROWEST * size and strip.x0 > box.x0 and strip.x1 < _FAR
    ]


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
    columns: list[list[Line]] = []
    for begin, end in pairwise(edges):
        column = [piece for piece in band if begin <= piece.x0 < end]
        if len(column) == 1 and columns:
            columns[-1].extend(column)  # After a wide space in one line.
        elif column:
            columns.append(column)
    return columns

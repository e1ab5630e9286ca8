"""Tables: rows whose columns hold a few words each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean
from typing import TypeAlias

from wirediff_documents.pdf.lines import joined, rows
from wirediff_documents.pdf.shapes import Line

_WORDS = 3.5
"""Words of a cell's line on average, at most; narrow columns of prose have five."""
_FILL = 0.72
"""Share of the way to the next column that cells take, at most; lines of prose take 0.8 and more."""
_SHARED = 0.6
"""Share of the lines that need a line of another column beside them; a wrapped cell may have none."""
_FEWEST_ROWS = 2
_WRAPPED = 1.35
"""Sizes of type between the base lines of a cell that is wrapped; rows of a table are further apart."""


Row: TypeAlias = "list[list[Line]]"
"""Cells, each of a few lines."""


@dataclass
class Table:
    """Rows of cells, each of a few lines."""

    rows: list[Row]

    @property
    def lines(self) -> list[Line]:
        """All lines, row by row."""
        return [line for row in self.rows for cell in row for line in cell]


def table(columns: Sequence[Sequence[Line]]) -> Table | None:
    """The table that columns are, or None where they are columns of text."""
    lined = [joined(column) for column in columns]
    every = [line for column in lined for line in column]
    if len(lined) < 2 or mean(len(line.text.split()) for line in every) > _WORDS or _fill(lined) > _FILL:
        return None
    grid = [[[line for line in column if line in row] for column in lined] for row in rows(every)]
    shared = sum(_size(row) for row in grid if sum(map(bool, row)) > 1)
    if len(grid) < _FEWEST_ROWS or shared < _SHARED * len(every):
        return None
    return Table(_unwrapped(grid))


def _fill(columns: list[list[Line]]) -> float:
    """How much of the way to the next column the lines of a column take on average; those of the last don't count."""
    starts = [min(line.x0 for line in column) for column in columns]
    return mean(
        (line.x1 - line.x0) / max(after - before, line.size)
        for (before, after), column in zip(pairwise(starts), columns[:-1], strict=True)
        for line in column
    )


def _size(row: Row) -> int:
    return sum(map(len, row))


def _unwrapped(grid: list[Row]) -> list[Row]:
    """The rows: a line close below a row, without lines in all columns, goes on with cells of that row."""
    found = grid[:1]
    for above, row in pairwise(grid):
        last, line = (next(cell[-1] for cell in each if cell) for each in (above, row))
        if line.base - last.base < _WRAPPED * line.size and not all(row):
            found[-1] = [cell + more for cell, more in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    return found

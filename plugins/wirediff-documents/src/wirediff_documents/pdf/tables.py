"""Tables: rows whose columns hold a few words each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from wirediff_documents.pdf.lines import joined
from wirediff_documents.pdf.shapes import Line

_WORDS = 3.5
"""Words of a cell's line on average, at most; narrow columns of prose have five."""
_ON_A_LINE = 0.75
"""Share of the lines of all columns that need a line of another column on their base line."""
_WRAPPED = 1.35
"""Sizes of type between the base lines of a cell that is wrapped; rows of a table are further apart."""


@dataclass
class Table:
    """Rows of cells, each of a few lines."""

    rows: list[list[list[Line]]]

    @property
    def lines(self) -> list[Line]:
        """All lines, row by row."""
        return [line for row in self.rows for cell in row for line in cell]


def table(columns: Sequence[Sequence[Line]]) -> Table | None:
    """The table that columns are, or None where they are columns of text."""
    lined = [joined(column) for column in columns]
    every = [line for column in lined for line in column]
    if mean(len(line.text.split()) for line in every) > _WORDS or min(map(len, lined)) < 2:
        return None
    shared = sum(1 for column in lined for line in column if _has_neighbour(line, column, lined))
    if shared < _ON_A_LINE * len(every):
        return None
    return Table(_rows(lined))


def _has_neighbour(line: Line, column: list[Line], columns: list[list[Line]]) -> bool:
    others = (each for other in columns if other is not column for each in other)
    return any(abs(each.base - line.base) < 0.3 * line.size for each in others)


def _rows(columns: list[list[Line]]) -> list[list[list[Line]]]:
    """The cells, row by row: a line close below another one, where other columns have none, goes on with its cell."""
    bases: list[float] = []
    for line in sorted((line for column in columns for line in column), key=lambda line: line.base):
        if not bases or line.base - bases[-1] > 0.3 * line.size:
            bases.append(line.base)
    grid = [[[line for line in column if abs(line.base - base) <= 0.3 * line.size] for column in columns] for base in bases]
    found: list[list[list[Line]]] = grid[:1]
    for (above, here), row in zip(pairwise(bases), grid[1:], strict=True):
        size = next(line.size for cell in row for line in cell)
        if here - above < _WRAPPED * size and not all(row):
            found[-1] = [cell + more for cell, more in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    return found

"""What frames lines of a page: figures, quotations, tables and lists, and which of those are mere layout."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from lxml.etree import _Element

from wirediff.loading.html._beside import beside_images
from wirediff.loading.html._page import Line, Page
from wirediff.loading.html._select import Placed
from wirediff.loading.roles._heads import is_byline

_FIGURE_TEXT = 600
"""An element that is only named like a figure and holds more characters is something else."""
_CELL = 300
"""A table with a longer cell, or with a heading in it, is a means of layout."""
_ITEM = 3
"""So is a list item with as many lines of prose, or with the headline in it."""


class Frames(NamedTuple):
    """`sure` figures are `figure` elements and what is named like one and holds an image; `small` ones hold no more
    text than captions have. `quotes` are figures of a quotation instead of an image. `tables` hold data: short cells
    and nothing else. `items` are those of lists, not of layout. `beside` are captions told by their place alone.
    """

    sure: frozenset[_Element]
    small: frozenset[_Element]
    quotes: frozenset[_Element]
    tables: frozenset[_Element]
    items: frozenset[_Element]
    beside: frozenset[_Element]


def frames_of(kept: list[Placed], page: Page) -> Frames:
    """The frames of the article's lines."""
    lines = [each.line for each in kept]
    framed = [(figure, line) for line in lines if (figure := line.context.figure) is not None]
    sizes: Counter[_Element] = Counter()
    for figure, line in framed:
        sizes[figure] += len(line.text)
    pictured = {image.context.figure for image in page.images}
    authors = {figure for figure, line in framed if line.element.tag == "address" or is_byline(line.text)}
    small = {figure for figure in sizes if figure.tag == "figure" or sizes[figure] <= _FIGURE_TEXT} - authors
    sure = frozenset(figure for figure in small if figure.tag == "figure" or figure in pictured)
    quotes = frozenset(figure for figure, line in framed if line.context.quote is not None and figure not in pictured)
    beside = beside_images(kept, page)
    return Frames(sure, frozenset(small), quotes, _data_tables(lines, beside), _list_items(lines), beside)


def _data_tables(lines: list[Line], beside: frozenset[_Element]) -> frozenset[_Element]:
    """The tables that are no means of layout, nor the frame of a picture."""
    inside = [line for line in lines if line.context.table is not None]
    layout = {
        line.context.table
        for line in inside
        if len(line.text) > _CELL or line.context.heading or line.element in beside
    }
    return frozenset(
        line.context.table for line in inside if line.context.table not in layout and line.context.table is not None
    )


def _list_items(lines: list[Line]) -> frozenset[_Element]:
    """The list items that are no means of layout."""
    prose: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        if line.context.item is not None:
            prose[line.context.item] += _ITEM if line.context.heading == 1 else line.prose
    return frozenset(item for item, count in prose.items() if count < _ITEM)

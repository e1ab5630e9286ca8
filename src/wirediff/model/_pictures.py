"""A picture as a page shows it: the image with the lines around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from wirediff.model._blocks import Block, Figure

Bond: TypeAlias = Literal["figure", "element", "line"]
"""How a block belongs to a picture: it names a figure; its element holds a caption or credit and little else; in plain
text no empty line parts it from a caption, a credit or a control."""
LINES = 8
"""Lines that the element of a picture may hold; one with more is a column of text. Chosen by hand on the fixtures."""
LONGEST_LINE = 300
"""Characters of such a line; captions are rarely longer, paragraphs often are. Chosen by hand on the fixtures."""


@dataclass(frozen=True)
class Picture:
    """One figure and the blocks that name it, each in reading order.

    `controls` are the page's widgets at the picture ("hide caption"). `on_demand` holds those of all these blocks that
    a reader sees only after asking for them (in a dialog, an overlay, a closed `<details>`).
    """

    figure: Figure
    captions: tuple[Block, ...] = ()
    credits: tuple[Block, ...] = ()
    controls: tuple[Block, ...] = ()
    on_demand: tuple[Block, ...] = ()


def pictures(figures: Iterable[Figure], blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield a picture for every figure, in the figures' order."""
    held: dict[str, list[Block]] = {figure.id: [] for figure in figures}
    for block in blocks:
        if block.figure is not None:
            held[block.figure].append(block)
    for figure in figures:
        own = held[figure.id]
        yield Picture(
            figure,
            tuple(block for block in own if block.kind == "caption"),
            tuple(block for block in own if block.kind == "credit"),
            tuple(block for block in own if block.kind == "widget"),
            tuple(block for block in own if block.on_demand),
        )


def bonds(blocks: Sequence[Block]) -> Mapping[str, Bond]:
    """Return how blocks belong to pictures, by their ids; those that belong to none are left out."""
    return {**_line_bonds(blocks), **_element_bonds(blocks), **{block.id: "figure" for block in blocks if block.figure}}


def _element_bonds(blocks: Sequence[Block]) -> Mapping[str, Bond]:
    held: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.path is not None:
            held[block.path.rpartition("/")[0]].append(block)
    return {block.id: "element" for inside in held.values() if _is_of_picture(inside) for block in inside}


def _is_of_picture(blocks: Sequence[Block]) -> bool:
    """Whether the blocks of one element are the lines of a picture."""
    few = len(blocks) <= LINES and all(len(block.text) <= LONGEST_LINE for block in blocks)
    return few and any(block.kind in ("caption", "credit") for block in blocks)


def _line_bonds(blocks: Sequence[Block]) -> Mapping[str, Bond]:
    """Neighbours on successive lines; loaders of mark-up give paths, so these are blocks of plain text."""
    found: dict[str, Bond] = {}
    for before, after in pairwise(blocks):
        if before.line is not None and after.line is not None and abs(after.line - before.line) == 1:
            for block, neighbour in ((before, after), (after, before)):
                if block.path is None and neighbour.kind in ("caption", "credit", "widget"):
                    found[block.id] = "line"
    return found

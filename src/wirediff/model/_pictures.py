"""A picture as a page shows it: the image with the lines around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirediff.model._articles import Block, Figure


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

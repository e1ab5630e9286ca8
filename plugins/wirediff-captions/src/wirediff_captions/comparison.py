"""What all rules of this plugin look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from wirediff.model import Alignment, Block, Span
from wirediff_captions.blocks import PICTORIAL, Side
from wirediff_captions.labels import is_line_of_labels
from wirediff_captions.likeness import Likeness


class Line(NamedTuple):
    """Where a block stands: in which run of captions, credits and controls, and behind how many controls."""

    run: int
    controls: int


class Comparison:
    """Two articles; remembers which blocks and spans a finding explains already, as the codes do not overlap."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.reference = Side(alignment.reference, alignment)
        self.version = Side(alignment.version, alignment)
        self._explained: set[str] = set()
        self._captions_in_body: dict[str, Span] = {}
        self._controls: dict[str, list[Span]] = {}
        self._lines_of_controls: set[str] = set()
        self._copies: set[str] = set()

    @cached_property
    def likeness(self) -> Likeness:
        """How alike two texts are."""
        return Likeness(self.reference, self.version)

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The place of each block of the version, once its controls are known."""
        found: dict[str, Line] = {}
        run = controls = 0
        for block in self.version.article.blocks:
            if block.kind == "widget" or block.id in self._lines_of_controls:
                controls += 1
            elif block.kind not in PICTORIAL:
                run += 1
            found[block.id] = Line(run, controls)
        return found

    def side_of(self, block: Block) -> Side:
        """The side that `block` is of."""
        return self.reference if block.id.startswith("r") else self.version

    def opposite(self, block: Block) -> Sequence[Block]:
        """The blocks of the other side that `block` is aligned with."""
        pair = self.alignment.pair(block.id)
        return pair.version if block.id.startswith("r") else pair.reference

    def explain(self, *blocks: Block) -> None:
        """Remember that a finding is about these blocks."""
        self._explained.update(block.id for block in blocks)

    def explained(self, block: Block) -> bool:
        """Whether a finding is about `block` already."""
        return block.id in self._explained

    def tell_as_copy(self, block: Block) -> None:
        """Remember that a finding calls a block a print too many, so that it stands for nothing of the reference."""
        self.explain(block)
        self._copies.add(block.id)

    def is_lost(self, block: Block) -> bool:
        """Whether a block has no counterpart but prints too many."""
        return all(each.id in self._copies for each in self.opposite(block))

    def tell_as_caption(self, block: Block, span: Span) -> None:
        """Remember that a finding says of `span` that it repeats a caption."""
        self.explain(block)
        self._captions_in_body[block.id] = span

    def repeats_caption(self, block: Block) -> bool:
        """Whether a part of this paragraph repeats a caption."""
        return block.id in self._captions_in_body

    def told_as_caption(self, span: Span) -> bool:
        """Whether `span` touches the part of its paragraph that repeats a caption."""
        told = self._captions_in_body.get(span.block)
        return told is not None and span.start < told.end and told.start < span.end

    def tell_as_control(self, block: Block) -> None:
        """Remember that a block is the line of a control."""
        self.explain(block)
        self._lines_of_controls.add(block.id)

    def captions(self, side: Side) -> list[Block]:
        """The captions of a side, without controls that a loader took for captions."""
        return [
            block
            for block in side.of_kind("caption")
            if block.id not in self._lines_of_controls and not is_line_of_labels(block, side)
        ]

    def control(self, *labels: Span) -> None:
        """Remember that a finding is about these labels of controls inside captions."""
        for label in labels:
            self._controls.setdefault(label.block, []).append(label)

    def outside_controls(self, span: Span) -> Iterator[Span]:
        """What is left of `span` without such labels and without the space around it."""
        at = span.start
        text = self.alignment.block(span.block).text
        for start, end in [
            *sorted((each.start, each.end) for each in self._controls.get(span.block, ())),
            (span.end,) * 2,
        ]:
            piece = text[at : min(start, span.end)]
            if piece.strip():
                begin = at + len(piece) - len(piece.lstrip())
                yield Span(span.block, begin, begin + len(piece.strip()), piece.strip())
            at = max(at, end)

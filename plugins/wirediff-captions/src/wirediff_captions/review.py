"""Both articles while they are examined, and what the findings so far explain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from wirediff.model import Alignment, Block, Span
from wirediff_captions.labels import is_line_of_labels
from wirediff_captions.layout import PICTORIAL, Layout, WordKey
from wirediff_captions.likeness import Likeness

Role: TypeAlias = Literal["finding", "copy", "control"]
"""What a finding says of a block: it is a print too many and so nothing's counterpart, it is the line of a control, or
something else."""


class Spot(NamedTuple):
    """Where a block is: in which run of captions, credits and controls, and after how many controls."""

    run: int
    controls: int


class Review:
    """Two articles, with the blocks and spans that a finding explains already, as the codes do not overlap."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.reference = Layout(alignment.reference, alignment)
        self.version = Layout(alignment.version, alignment)
        self.captions_in_body: dict[str, Span] = {}
        """The part of a paragraph, by the paragraph's id, that repeats a caption by what a finding says."""
        self.swapped: set[WordKey] = set()
        """The captions all prints of which only changed places by what a finding says."""
        self._roles: dict[str, Role] = {}
        self._labels: dict[str, list[Span]] = {}

    @cached_property
    def likeness(self) -> Likeness:
        """How alike two texts are."""
        return Likeness(self.alignment, (self.reference, self.version))

    @cached_property
    def spots(self) -> Mapping[str, Spot]:
        """The place of each block of the version; ask for it when the version's controls are known."""
        found: dict[str, Spot] = {}
        run = controls = 0
        for block in self.version.article.blocks:
            if block.kind == "widget" or self._roles.get(block.id) == "control":
                controls += 1
            elif block.kind not in PICTORIAL:
                run += 1
            found[block.id] = Spot(run, controls)
        return found

    def is_of_reference(self, block: Block) -> bool:
        """Whether `block` is the reference's."""
        return block.id in self.reference.position

    def layout_of(self, block: Block) -> Layout:
        """Return the article that `block` is in."""
        return self.reference if self.is_of_reference(block) else self.version

    def counterparts(self, block: Block) -> Sequence[Block]:
        """Return the blocks of the other side that `block` is aligned with."""
        pair = self.alignment.pair(block.id)
        return pair.version if self.is_of_reference(block) else pair.reference

    def captions(self, layout: Layout) -> list[Block]:
        """Return the captions of an article, without controls that a loader took for captions."""
        return [
            block
            for block in layout.of_kind("caption")
            if self._roles.get(block.id) != "control" and not is_line_of_labels(block, layout)
        ]

    def lost_captions(self, layout: Layout) -> list[Block]:
        """Return the captions of an article that nothing explains and that have no counterpart."""
        return [
            block
            for block in self.captions(layout)
            if layout.key(block) and not self.is_explained(block) and self.is_lost(block)
        ]

    # ── what is explained ────────────────────────────────────────────────────────────────────────────────────────────

    def explain(self, *blocks: Block, role: Role = "finding") -> None:
        """Remember that a finding is about these blocks, and what the first one says they are."""
        for block in blocks:
            self._roles.setdefault(block.id, role)

    def is_explained(self, block: Block) -> bool:
        """Whether a finding is about `block` already."""
        return block.id in self._roles

    def is_lost(self, block: Block) -> bool:
        """Whether a block has no counterparts except prints too many."""
        return all(self._roles.get(each.id) == "copy" for each in self.counterparts(block))

    def explain_label(self, *labels: Span) -> None:
        """Remember that a finding is about these labels of controls inside captions."""
        for label in labels:
            self._labels.setdefault(label.block, []).append(label)

    def labels(self, block: Block) -> Sequence[Span]:
        """Return the labels inside a block that a finding is about."""
        return self._labels.get(block.id, ())

    def has_label_between(self, prints: Sequence[Span]) -> bool:
        """Whether a finding is about the label of a control between prints of one text in a line."""
        first, last = prints[0], prints[-1]
        return any(first.end <= label.start < last.start for label in self._labels.get(last.block, ()))

    def outside_labels(self, span: Span) -> Iterator[Span]:
        """Yield what is left of `span` without such labels and without the space around it."""
        block = self.alignment.block(span.block)
        labels = sorted((label.start, label.end) for label in self._labels.get(span.block, ()))
        at = span.start
        for start, end in (*labels, (span.end, span.end)):
            piece = block.span(at, max(at, min(start, span.end))).bare
            if piece.text:
                yield piece
            at = max(at, end)

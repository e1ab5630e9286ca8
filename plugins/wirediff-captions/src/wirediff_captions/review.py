"""Both articles while they are examined, and what the findings so far explain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from wirediff.model import Alignment, Block, Span
from wirediff_captions.labels import is_line_of_labels
from wirediff_captions.layout import PICTORIAL, Layout
from wirediff_captions.likeness import Likeness


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
        self._explained: set[str] = set()
        self._copies: set[str] = set()
        self._control_lines: set[str] = set()
        self._captions_in_body: dict[str, Span] = {}
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
            if block.kind == "widget" or block.id in self._control_lines:
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
            if block.id not in self._control_lines and not is_line_of_labels(block, layout)
        ]

    def lost_captions(self, layout: Layout) -> list[Block]:
        """Return the captions of an article that nothing explains and that have no counterpart."""
        return [
            block
            for block in self.captions(layout)
            if layout.key(block) and not self.is_explained(block) and self.is_lost(block)
        ]

    # ── what is explained ────────────────────────────────────────────────────────────────────────────────────────────

    def explain(self, *blocks: Block) -> None:
        """Remember that a finding is about these blocks."""
        self._explained.update(block.id for block in blocks)

    def is_explained(self, block: Block) -> bool:
        """Whether a finding is about `block` already."""
        return block.id in self._explained

    def explain_copy(self, block: Block) -> None:
        """Remember that a finding calls a block a print too many, so that it is no counterpart of the reference's."""
        self.explain(block)
        self._copies.add(block.id)

    def is_lost(self, block: Block) -> bool:
        """Whether a block has no counterparts except prints too many."""
        return all(each.id in self._copies for each in self.counterparts(block))

    def explain_caption(self, block: Block, span: Span) -> None:
        """Remember that a finding says of `span`, in the body, that it repeats a caption."""
        self.explain(block)
        self._captions_in_body[block.id] = span

    def repeats_caption(self, block: Block) -> bool:
        """Whether a part of this paragraph repeats a caption."""
        return block.id in self._captions_in_body

    def touches_caption(self, span: Span) -> bool:
        """Whether `span` touches the part of its paragraph that repeats a caption."""
        caption = self._captions_in_body.get(span.block)
        return caption is not None and span.start < caption.end and caption.start < span.end

    def explain_control(self, block: Block) -> None:
        """Remember that a block is the line of a control."""
        self.explain(block)
        self._control_lines.add(block.id)

    def explain_label(self, *labels: Span) -> None:
        """Remember that a finding is about these labels of controls inside captions."""
        for label in labels:
            self._labels.setdefault(label.block, []).append(label)

    def outside_labels(self, span: Span) -> Iterator[Span]:
        """Yield what is left of `span` without such labels and without the space around it."""
        block = self.alignment.block(span.block)
        at = span.start
        for label in sorted(self._labels.get(span.block, ()), key=lambda label: (label.start, label.end)):
            yield from _bare(block, at, min(label.start, span.end))
            at = max(at, label.end)
        yield from _bare(block, at, span.end)


def _bare(block: Block, start: int, end: int) -> Iterator[Span]:
    """Yield the text from `start` to `end` without the space around it, if there is any."""
    piece = block.span(start, max(start, end)).bare
    if piece.text:
        yield piece

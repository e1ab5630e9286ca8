"""Edits: the steps from the reference's text to the version's, and parts of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from wirediff.model._blocks import Span
from wirediff.model._sides import Side, Sided

Op: TypeAlias = Literal["equal", "format", "replace", "insert", "delete"]
Range: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True, init=False)
class Edit(Sided):
    """One step from the reference's text to the version's.

    A pair's edits tile the raw text of both its sides. `format` edits differ in surface only (quotation
    marks, spaces, capitals of a headline, “Photo:” for “Image by” in a credit). An `insert` has an empty
    reference span as its anchor, a `delete` an empty version span; where a whole block has no counterpart, the empty
    span's `block` is the empty string.
    """

    op: Op
    reference: Span
    version: Span

    def __init__(self, op: Op, reference: Span, version: Span) -> None:
        # Through the slots, as a Span is made, and for the same reason.
        _set_op(self, op)
        _set_reference(self, reference)
        _set_version(self, version)

    @property
    def is_change(self) -> bool:
        """Whether words differ, were added or were removed, and not only the glyphs and spaces of the same words."""
        return self.op not in ("equal", "format")


_set_op, _set_reference, _set_version = (vars(Edit)[name].__set__ for name in ("op", "reference", "version"))


def part(edit: Edit, side: Side, start: int, end: int) -> Edit:
    """Return the part of `edit` between `start` and `end` of its block of `side`.

    An equal edit is cut at the same characters on the other side, whose half of any other edit stays whole.
    """
    own = edit.of(side)
    low, high = within((own.start, own.end), (start, end))
    if edit.op == "equal":
        low, high = low - own.start, high - own.start
        return Edit("equal", sliced(edit.reference, low, high), sliced(edit.version, low, high))
    cut = sliced(own, low - own.start, high - own.start)
    return Edit(edit.op, cut, edit.version) if side == "reference" else Edit(edit.op, edit.reference, cut)


def clipped(edit: Edit, reference: Range, version: Range) -> Iterator[Edit]:
    """Yield what is left of `edit` inside a range of its reference half and one of its version half.

    The ranges count from the start of the halves. What they leave of a half is kept: a replacement that loses a half
    becomes an insertion or a deletion, and so do the ends of an equal edit that only one of the ranges takes.
    """
    if edit.op == "format":
        yield from _step(edit, "format", reference, version)
    elif edit.op != "equal":
        yield from _step(edit, "replace", reference, version)
    else:
        low, high = max(reference[0], version[0]), min(reference[1], version[1])
        if low >= high:
            yield from _step(edit, "replace", reference, version)
        else:
            yield from _step(edit, "replace", (reference[0], low), (version[0], low))
            yield from _step(edit, "equal", (low, high), (low, high))
            yield from _step(edit, "replace", (high, reference[1]), (high, version[1]))


def _step(edit: Edit, op: Op, reference: Range, version: Range) -> Iterator[Edit]:
    """Yield these parts of both halves as one edit, unless both are empty; a replacement of or by nothing is named for
    what it is."""
    removed, added = sliced(edit.reference, *reference), sliced(edit.version, *version)
    if op == "replace" and not (removed.text and added.text):
        op = "delete" if removed.text else "insert"
    if removed.text or added.text:
        yield Edit(op, removed, added)


def within(inner: Range, outer: Range) -> Range:
    """Return the part of `inner` that lies in `outer`; if they don't overlap, an empty range at an end of `inner`."""
    low = min(max(inner[0], outer[0]), inner[1])
    return low, max(low, min(inner[1], outer[1]))


def sliced(span: Span, start: int, end: int) -> Span:
    """Return the characters `start:end` of a span as a span of its block."""
    if start == 0 and end == len(span.text):
        return span
    return Span(span.block, span.start + start, span.start + end, span.text[start:end])

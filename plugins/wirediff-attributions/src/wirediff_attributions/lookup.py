"""What the other article has at a place, and in which blocks each word is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

import regex

from wirediff.model import Alignment, Block, Edit, Op, Side, Span

LONGEST = 20_000
"""Minimum characters of an edit that says nothing about single words: about 3,300 words, more than any rewritten
sentence or paragraph has; a quotation in it would be compared with all quotations of the other side. Chosen by hand."""
_WEIGHTS: Mapping[Op, float] = {"equal": 1.0, "format": 1.0, "replace": 0.25}
"""How much each character of an edit counts as kept: a replaced one a quarter, as a replacement keeps the place and
often the sense. Chosen by hand on the fixtures."""
WORD = regex.compile(r"\w[\w’'.-]*")
ENDS = ".’'-"
"""What may follow a word in that sense without being part of it."""


def is_long(edit: Edit) -> bool:
    """Whether an edit is so long that it says nothing about single words."""
    return max(len(edit.reference.text), len(edit.version.text)) > LONGEST


class Lookup:
    """Counterparts in an alignment, by place. A sentence that moved is found in its new place."""

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.edits = alignment.edits_at
        self._counterparts: dict[tuple[str, int, int], tuple[Span, ...]] = {}

    @cached_property
    def blocks_by_word(self) -> Mapping[Side, Mapping[str, set[int]]]:
        """The numbers of the blocks of either side in which each word is."""
        alignment = self.alignment
        return {"reference": by_word(alignment.reference.blocks), "version": by_word(alignment.version.blocks)}

    def counterpart(self, span: Span) -> tuple[Span, ...]:
        """Return where `span` is on the other side: a stretch for each block that it reaches, none if it was removed or
        is in a passage rewritten at length."""
        # Kept, as the slots of a statement are looked up once for each comparison.
        key = span.block, span.start, span.end
        known = self._counterparts.get(key)
        if known is None:
            longest = LONGEST + span.end - span.start
            found = self.alignment.counterpart(span)
            known = self._counterparts[key] = tuple([each for each in found if each.end - each.start <= longest])
        return known

    def is_rewritten_at_length(self, span: Span) -> bool:
        """Whether `span` is part of a passage replaced as a whole, too long to say anything about single words."""
        return any(edit.op == "replace" and is_long(edit) for edit in self.edits(span))

    def is_gone(self, span: Span) -> bool:
        """Whether `span` has no counterpart."""
        return not self.alignment.counterpart(span)

    def kept(self, span: Span) -> float:
        """Return the share of the characters of `span` that the other side has too; replaced ones count a quarter."""
        side = self.alignment.side(span)
        total = 0.0
        for edit in self.edits(span):
            own = edit.of(side)
            shared = min(own.end, span.end) - max(own.start, span.start)
            if shared > 0:
                total += shared * _WEIGHTS.get(edit.op, 0.0)
        return total / max(1, span.end - span.start)


def by_word(blocks: Sequence[Block]) -> Mapping[str, set[int]]:
    """The numbers of the blocks by the words in them, in lower case and without a possessive's ending."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, block in enumerate(blocks):
        for word in set(WORD.findall(block.text.casefold())):
            found[word.removesuffix("’s").removesuffix("'s").rstrip(ENDS)].add(number)
    return found

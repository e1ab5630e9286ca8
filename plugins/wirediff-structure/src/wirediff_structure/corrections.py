"""Correction, clarification and editor's notes."""

from __future__ import annotations

from functools import cache

from wirediff.model import Block
from wirediff.packaged import table

_BEFORE = " \t*_([•·–—-"
_FAR = 240
"""Characters of a block that are looked at: such a note says what it is in its first sentence."""
_AFTER = (":", ".", ",", ";", "(", "[", "–", "—", "-", "|", "/", ")", "]")


def is_correction(block: Block) -> bool:
    """Whether `block` reads like a note of the editors on a change of the article."""
    if block.kind not in ("paragraph", "other", "list-item"):
        return False
    text = block.text[:_FAR].casefold().replace("’", "'")
    begin = text.lstrip(_BEFORE)
    if begin.startswith(_phrases("openings")) or any(phrase in text for phrase in _phrases("phrases")):
        return True
    return any(
        begin.startswith(label) and begin[len(label) :].lstrip().startswith(_AFTER) for label in _phrases("labels")
    )


@cache
def _phrases(group: str) -> tuple[str, ...]:
    """Return the phrases of one group in every language."""
    return tuple(phrase for phrases in table("wirediff_structure", "corrections")[group].values() for phrase in phrases)

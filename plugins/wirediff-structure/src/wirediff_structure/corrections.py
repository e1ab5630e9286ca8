"""Correction, clarification and editor's notes."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from wirediff.model import Block

_BEFORE = " \t*_([•·–—-"
_FAR = 240
"""Characters of a block that are looked at."""
_BEHIND = (":", ".", ",", ";", "(", "[", "–", "—", "-", "|", "/", ")", "]")


def is_correction(block: Block) -> bool:
    """Whether `block` reads like a note of the editors on a change of the article."""
    if block.kind not in ("paragraph", "other", "list-item"):
        return False
    text = block.text[:_FAR].casefold().replace("’", "'")
    begin = text.lstrip(_BEFORE)
    if begin.startswith(_phrases("openings")) or any(phrase in text for phrase in _phrases("phrases")):
        return True
    return any(
        begin.startswith(label) and begin[len(label) :].lstrip().startswith(_BEHIND) for label in _phrases("labels")
    )


@cache
def _phrases(table: str) -> tuple[str, ...]:
    text = files("wirediff_structure").joinpath("data", "corrections.toml").read_text("utf-8")
    return tuple(phrase for phrases in tomllib.loads(text)[table].values() for phrase in phrases)

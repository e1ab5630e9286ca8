"""Correction, clarification and editor's notes."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from wirediff.model import Block

_BEFORE = " \t*_([•·–—-"
_BEHIND = (":", ".", ",", ";", "(", "[", "–", "—", "-", "|", "/", ")", "]")


def is_correction(block: Block) -> bool:
    """Whether `block` reads like a note of the editors on a change of the article."""
    if block.kind not in ("paragraph", "other", "list-item"):
        return False
    begin = block.text[:120].lstrip(_BEFORE).casefold().replace("’", "'")
    if begin.startswith(_phrases("openings")):
        return True
    return any(
        begin.startswith(label) and begin[len(label) :].lstrip().startswith(_BEHIND) for label in _phrases("labels")
    )


@cache
def _phrases(table: str) -> tuple[str, ...]:
    text = files("wirediff_structure").joinpath("data", "corrections.toml").read_text("utf-8")
    return tuple(phrase for phrases in tomllib.loads(text)[table].values() for phrase in phrases)

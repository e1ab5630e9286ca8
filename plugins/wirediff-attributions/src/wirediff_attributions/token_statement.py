"""What the patterns of a sentence find."""

from __future__ import annotations

from typing import NamedTuple

from wirediff_attributions.cues import Cue
from wirediff_attributions.phrases import Phrase


class TokenStatement(NamedTuple):
    """A statement as token indices of its sentence."""

    cue: tuple[int, int]
    entry: Cue | None
    source: Phrase | None
    content: tuple[tuple[int, int], ...]
    attitude: bool = False
    """Whether it is what someone thinks or feels, rather than says."""
    finite: bool = True
    """Whether a verb with a subject of its own, or "according to", reports it: no noun, infinitive or passive."""

"""What the lines at the head of an article and by its recordings are: datelines and durations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wirediff.newsroom import dateline

_DATELINE_PARAGRAPHS = 3
"""Paragraphs that may have the dateline: a summary or an editor's note may precede the story."""
_LONGEST_DURATION = 60
"""Characters, chosen by hand on the fixtures and on news pages."""
_DURATION = re.compile(
    r"^(?:[^\W\d]+:?\s){0,2}\d{1,3}(?::\d{2}){0,2}\s?(?:min|mins|minute|minutes|minuten|minuter|minutes?|minuti|sec|std)\b"
    r"[\s.|·•-]{0,4}(?:[^\W\d]{1,14}(?:\s(?:time|\d[\d.:]{0,9}))?)?$|^\d{1,2}:\d{2}(?::\d{2})?$",
    re.IGNORECASE,
)
_OPENING_DURATION = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s{0,2}(?:[-–—|·•]|min\b)", re.IGNORECASE)


def filed_from(paragraphs: Sequence[str]) -> str | None:
    """Return the place of the dateline that one of the first paragraphs begins with, or None."""
    found = map(dateline, paragraphs[:_DATELINE_PARAGRAPHS])
    return next((each.place for each in found if each and each.place), None)


def is_duration(text: str) -> bool:
    """Return whether a line says how long a recording or a reading is: "02:57 Min.", "5 min read"."""
    return len(text) <= _LONGEST_DURATION and _DURATION.match(text) is not None


def opens_with_duration(text: str) -> bool:
    """Return whether a line below a recording begins with its length: "02:12 - Source: Agency"."""
    return _OPENING_DURATION.match(text) is not None

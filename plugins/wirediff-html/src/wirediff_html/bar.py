"""The shares of the reference's words, to be drawn as a bar."""

from __future__ import annotations

from dataclasses import dataclass

from wirediff.model import Summary


@dataclass(frozen=True)
class Bar:
    """Shares of the reference's words, in thousandths that add up to 1000."""

    kept: int
    substituted: int
    dropped: int


def bar(summary: Summary) -> Bar | None:
    """Return the shares to draw, or None if the reference has no words."""
    total = summary.reference_words
    if not total:
        return None
    kept, substituted = (round(1000 * part / total) for part in (summary.words_kept, summary.words_substituted))
    return Bar(kept, substituted, 1000 - kept - substituted)

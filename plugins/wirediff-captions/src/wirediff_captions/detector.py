"""The detector: the rules in an order in which each leaves to the next what it cannot explain."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Finding
from wirediff_captions.changes import added_captions, changed_captions, missing_captions
from wirediff_captions.comparison import Comparison
from wirediff_captions.controls import printed_controls, printed_within_captions
from wirediff_captions.copies import repeated_captions, repeated_credits, reworded_captions
from wirediff_captions.in_body import captions_in_body

_RULES = (
    printed_controls,
    repeated_captions,
    captions_in_body,
    printed_within_captions,
    reworded_captions,
    repeated_credits,
    changed_captions,
    missing_captions,
    added_captions,
)


def run(alignment: Alignment) -> Iterator[Finding]:
    """All findings."""
    comparison = Comparison(alignment)
    pictorial = comparison.reference.of_kind("caption", "credit", "widget")
    if pictorial or comparison.version.of_kind("caption", "credit", "widget"):
        for rule in _RULES:
            yield from rule(comparison)

"""`terms/spelling`: variant spelling or notation of the same word or value."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/spelling",
    summary="variant spelling or notation of the same word or value",
    help=(
        'Regional spelling, spaces, capitals, or the same value in another notation: "defence" and "defense", "12 '
        'months" and "a year".'
    ),
    severity="note",
    nature="form",
    message="“{reference}” became “{version}”.",
    examples=(
        Example(
            "The harbour master counted 12 boats.",
            "The harbor master counted twelve boats.",
            (("harbour", "harbor"), ("12", "twelve")),
        ),
        Example(
            "The harbour master counted 12 boats.",
            "The harbour master counted 12 ships.",
        ),
    ),
)

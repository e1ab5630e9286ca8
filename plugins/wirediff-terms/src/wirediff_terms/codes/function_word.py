"""`terms/function-word`: only function words or contractions differ."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/function-word",
    summary="only function words or contractions differ",
    help='Articles, prepositions, conjunctions, auxiliaries and contractions: "do not" became "don\'t".',
    severity="note",
    nature="form",
    message="{change}.",
    examples=(
        Example(
            "The ferries do not run on Sundays.",
            "The ferries don't run on Sundays.",
            (("do not", "don't"),),
        ),
        Example(
            "The ferries do not run on Sundays.",
            "The ferries do run on Sundays.",
        ),
    ),
)

"""`terms/negation`: a statement may say the opposite."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/negation",
    summary="a statement may say the opposite",
    help='A negation was added or removed, or a word became its opposite: "rose" became "fell".',
    severity="error",
    nature="meaning",
    message="Meaning may be reversed: {change}.",
    examples=(
        Example(
            "Rents in Talbruck rose in April.",
            "Rents in Talbruck fell in April.",
            (("rose", "fell"),),
        ),
        Example(
            "The dam is not in danger of failing.",
            "The dam is in danger of failing.",
            (("not", ""),),
        ),
        Example(
            "The dam is not in danger of failing.",
            "The dam isn't in danger of failing.",
        ),
    ),
)

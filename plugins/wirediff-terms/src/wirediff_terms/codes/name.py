"""`terms/name`: a proper name changed."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/name",
    summary="a proper name changed",
    help='Another name, one spelled differently, or two names that swapped places: "Varga" became "Vargas".',
    severity="error",
    nature="fact",
    message="Name changed: {change}.",
    examples=(
        Example(
            "The bridge was opened by Orla Finch on Friday.",
            "The bridge was opened by Maud Ellery on Friday.",
            (("Orla Finch", "Maud Ellery"),),
        ),
        Example(
            "The European Central Bank raised its rate on Friday.",
            "The ECB raised its rate on Friday.",
        ),
    ),
)

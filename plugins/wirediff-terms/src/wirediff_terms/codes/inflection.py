"""`terms/inflection`: another form of the same word."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/inflection",
    summary="another form of the same word",
    help='The same word in another number, tense, degree or case: "minister" became "ministers".',
    severity="note",
    nature="form",
    message="“{reference}” became “{version}”.",
    examples=(
        Example(
            "The mayor meets the union on Monday.",
            "The mayor met the union on Monday.",
            (("meets", "met"),),
        ),
        Example(
            "The mayor meets the union on Monday.",
            "The mayor invites the union on Monday.",
        ),
    ),
)

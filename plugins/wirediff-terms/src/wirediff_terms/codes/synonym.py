"""`terms/synonym`: another word or phrase of about the same meaning."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/synonym",
    summary="another word or phrase of about the same meaning",
    help=(
        'The version uses a synonym, a broader or a narrower term: "aid" became "help". `data.relation` says which '
        "of these it is, `data.source` where that is known from."
    ),
    severity="warning",
    nature="substitution",
    message="“{reference}” became “{version}”.",
    examples=(
        Example(
            "The reservoir above Port Salter began to fill in March.",
            "The reservoir above Port Salter started to fill in March.",
            (("began", "started"),),
        ),
        Example(
            "The reservoir above Port Salter began to fill in March.",
            "The reservoir above Port Salter begins to fill in March.",
        ),
    ),
)

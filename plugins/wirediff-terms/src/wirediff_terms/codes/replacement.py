"""`terms/replacement`: other wording."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/replacement",
    summary="other wording",
    help=(
        "Words replaced by others that no lexicon links to them. Phrases moved within a sentence are reported here "
        "too, as minor."
    ),
    severity="warning",
    nature="meaning",
    message="“{reference}” became “{version}”.",
    examples=(
        Example(
            "The museum lent the painting to a school.",
            "The museum lent the painting to a brewery.",
            (("school", "brewery"),),
        ),
        Example(
            "The museum lent the painting to a school.",
            "The museum loaned the painting to a school.",
        ),
    ),
)

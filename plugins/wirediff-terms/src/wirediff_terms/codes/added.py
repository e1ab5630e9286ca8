"""`terms/added`: words added within a sentence."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/added",
    summary="words added within a sentence",
    help=(
        'The version adds words inside a sentence of the reference. Those that hedge, such as "allegedly", "about", '
        '"former" and "one of", are serious.'
    ),
    severity="warning",
    nature="meaning",
    message="“{version}” was added.",
    examples=(
        Example(
            "The treasurer took the money.",
            "The treasurer allegedly took the money.",
            (("", "allegedly"),),
        ),
        Example(
            "The treasurer took the money.",
            "The treasurer has taken the money.",
        ),
    ),
)

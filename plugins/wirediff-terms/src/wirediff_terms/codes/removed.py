"""`terms/removed`: words removed within a sentence."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/removed",
    summary="words removed within a sentence",
    help=(
        'The version removes words from a sentence of the reference. Those that hedge, such as "allegedly", "about",'
        ' "former" and "one of", are serious.'
    ),
    severity="warning",
    nature="meaning",
    message="“{reference}” was removed.",
    examples=(
        Example(
            "The treasurer allegedly took the money.",
            "The treasurer took the money.",
            (("allegedly", ""),),
        ),
        Example(
            "The treasurer has taken the money.",
            "The treasurer took the money.",
        ),
    ),
)

"""`terms/modality`: certainty or obligation changed."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/modality",
    summary="certainty or obligation changed",
    help='A modal verb changed: "must" became "should", "will" became "may".',
    severity="warning",
    nature="meaning",
    message="Certainty or obligation changed: {change}.",
    examples=(
        Example(
            "The owners must repair the roof by June.",
            "The owners should repair the roof by June.",
            (("must", "should"),),
        ),
        Example(
            "The owners must repair the roof by June.",
            "The owners have to repair the roof by June.",
        ),
    ),
)

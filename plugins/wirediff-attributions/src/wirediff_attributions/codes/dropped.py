"""`attributions/dropped`: a statement lost its source."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/dropped",
    summary="a statement lost its source",
    help="The version states as a fact what the reference reports as someone's statement.",
    severity="error",
    nature="source",
    message="The attribution to “{reference}” was removed.",
    examples=(
        Example(
            "The bridge is not safe for heavy lorries, engineer Dagny Holm said.",
            "The bridge is not safe for heavy lorries.",
            (("engineer Dagny Holm … said", "The bridge is not safe for heavy lorries"),),
        ),
        Example(
            "The bridge is not safe for heavy lorries, engineer Dagny Holm said.",
            "Engineer Dagny Holm said the bridge is not safe for heavy lorries.",
        ),
    ),
)

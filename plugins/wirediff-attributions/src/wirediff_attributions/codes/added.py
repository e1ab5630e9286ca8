"""`attributions/added`: a statement gained a source."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/added",
    summary="a statement gained a source",
    help="The version attributes to someone what the reference states itself.",
    severity="warning",
    nature="source",
    message="An attribution to “{version}” was added; the reference has none.",
    examples=(
        Example(
            "The bridge is not safe for heavy lorries.",
            "The bridge is not safe for heavy lorries, engineer Dagny Holm said.",
            (("The bridge is not safe for heavy lorries", "engineer Dagny Holm … said"),),
        ),
        Example(
            "Engineer Dagny Holm said the bridge is not safe for heavy lorries.",
            "The bridge is not safe for heavy lorries, engineer Dagny Holm said.",
        ),
    ),
)

"""`attributions/credit-changed`: a photo or agency credit differs."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/credit-changed",
    summary="a photo or agency credit differs",
    help='The photographer or agency of a picture differs or is missing, or the agency of a dateline is: "(AP)".',
    severity="warning",
    nature="source",
    examples=(
        Example(
            "PORT SALTER (AP) — The harbour reopened on Monday after two weeks of repairs.",
            "PORT SALTER (AFP) — The harbour reopened on Monday after two weeks of repairs.",
            (("AP", "AFP"),),
        ),
        Example(
            "PORT SALTER (AP) — The harbour reopened on Monday after two weeks of repairs.",
            "PORT SALTER (AP) - The harbour reopened on Monday after two weeks of repairs.",
        ),
    ),
)

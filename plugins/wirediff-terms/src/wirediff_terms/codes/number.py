"""`terms/number`: a number, date, amount or unit changed."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/number",
    summary="a number, date, amount or unit changed",
    help=('The value differs, not only its notation: "5 miles" became "5 km"; or its bound: "more than", "nearly" 50.'),
    severity="error",
    nature="fact",
    message="{what} changed: {change}.",
    examples=(
        Example(
            "The fire burned 140 hectares near Port Salter.",
            "The fire burned 14 hectares near Port Salter.",
            (("140 hectares", "14 hectares"),),
        ),
        Example(
            "The harbour reopened on Monday.",
            "The harbour reopened on Tuesday.",
            (("Monday", "Tuesday"),),
        ),
        Example(
            "The bridge was closed for 12 months.",
            "The bridge was closed for a year.",
        ),
    ),
)

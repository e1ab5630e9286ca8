"""`terms/broken-phrase`: set phrase broken (“gross home product”)."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/broken-phrase",
    summary="set phrase broken (“gross home product”)",
    help=(
        'A term of art or a fixed expression lost its form: "gross domestic product" became "gross home product". '
        "The finding spans the whole expression; `data.expression` gives its dictionary form."
    ),
    severity="warning",
    nature="substitution",
    message="Set phrase broken: {change}.",
    examples=(
        Example(
            "Gross domestic product rose in May, the bureau of Talbruck said.",
            "Gross home product rose in May, the bureau of Talbruck said.",
            (("Gross domestic product", "Gross home product"),),
        ),
        Example(
            "Domestic prices rose in May, the bureau of Talbruck said.",
            "Home prices rose in May, the bureau of Talbruck said.",
        ),
    ),
)

"""`terms/systematic`: one term replaced by another repeatedly."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="terms/systematic",
    summary="one term replaced by another repeatedly",
    help=(
        "The ledger: the same replacement at several places, in any form and capitalisation. `data` holds the two "
        "terms, the count, and as exceptions the places where the version kept the term or replaced it differently."
    ),
    severity="warning",
    nature="substitution",
    examples=(
        Example(
            "The museum opened in May. Visitors praised the museum. The museum closes at six.",
            "The gallery opened in May. Visitors praised the gallery. The gallery closes at six.",
            (("museum … museum … museum", "gallery … gallery … gallery"),),
        ),
        Example(
            "The museum opened in May. Visitors praised the guides.",
            "The gallery opened in May. Visitors praised the guides.",
        ),
    ),
)

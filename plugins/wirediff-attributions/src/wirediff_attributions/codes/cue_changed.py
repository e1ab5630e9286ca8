"""`attributions/cue-changed`: the reporting verb differs."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/cue-changed",
    summary="the reporting verb differs",
    help=(
        'Another verb introduces the statement: "told" became "instructed". `data.from_stance` and `data.to_stance` '
        "say what each verb shows of the statement (neutral, distancing, conceding, insisting, denying, directive, "
        "factive, promising, warning, asking, manner, evaluating, holding, or unknown). The finding is to be checked"
        " where the two differ."
    ),
    severity="note",
    nature="source",
    examples=(
        Example(
            "The bridge is safe, Orla Finch said on Friday.",
            "The bridge is safe, Orla Finch claimed on Friday.",
            (("said", "claimed"),),
        ),
        Example(
            "The bridge is safe, Orla Finch said on Friday.",
            "The bridge is safe, Orla Finch has said on Friday.",
        ),
    ),
)

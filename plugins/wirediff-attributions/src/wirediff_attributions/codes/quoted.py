"""`attributions/quoted`: a paraphrase was put in quotation marks."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/quoted",
    summary="a paraphrase was put in quotation marks",
    help="Words that the reference reports as a paraphrase are in quotation marks in the version.",
    severity="error",
    nature="source",
    examples=(
        Example(
            "The bridge is safe for everyone, said Orla Finch.",
            "“The bridge is safe for everyone,” said Orla Finch.",
            (("The bridge is safe for everyone,", "The bridge is safe for everyone,"),),
        ),
        Example(
            "The “Old Mill” is safe, said Orla Finch.",
            "The Old Mill is safe, said Orla Finch.",
        ),
    ),
)

"""`attributions/unquoted`: a quotation lost its quotation marks."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/unquoted",
    summary="a quotation lost its quotation marks",
    help="Words that the reference quotes are not in quotation marks in the version.",
    severity="warning",
    nature="source",
    examples=(
        Example(
            "“The bridge is safe for everyone,” said Orla Finch.",
            "The bridge is safe for everyone, said Orla Finch.",
            (("The bridge is safe for everyone,", "The bridge is safe for everyone,"),),
        ),
        Example(
            "“The bridge is safe for everyone,” said Orla Finch.",
            "‘The bridge is safe for everyone,’ said Orla Finch.",
        ),
    ),
)

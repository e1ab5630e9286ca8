"""`attributions/speaker-changed`: a statement has another speaker."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/speaker-changed",
    summary="a statement has another speaker",
    help='The same statement is now said by someone else: "…," said Orla Finch became "…," said Maud Ellery.',
    severity="error",
    nature="source",
    message="Attributed to {version}; the reference attributes it to {reference}.",
    examples=(
        Example(
            "“The harbour will close on Monday,” said Orla Finch.",
            "“The harbour will close on Monday,” said Maud Ellery.",
            (("Orla Finch", "Maud Ellery"),),
        ),
        Example(
            "“The harbour will close on Monday,” said Orla Finch.",
            "“The harbour will close on Monday,” Orla Finch said.",
        ),
    ),
)

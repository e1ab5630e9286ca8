"""`attributions/title-changed`: a speaker has another title or description."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/title-changed",
    summary="a speaker has another title or description",
    help=(
        'What is said about a speaker differs, is left out, or is new: "Defense Secretary" became "Protection '
        'Secretary". Reported once for each person and change.'
    ),
    severity="warning",
    nature="source",
    examples=(
        Example(
            "“The harbour will close on Monday,” said Defence Secretary Orla Finch.",
            "“The harbour will close on Monday,” said Protection Secretary Orla Finch.",
            (("Defence", "Protection"),),
        ),
        Example(
            "“The harbour will close on Monday,” said Gov. Orla Finch.",
            "“The harbour will close on Monday,” said Governor Orla Finch.",
        ),
    ),
)

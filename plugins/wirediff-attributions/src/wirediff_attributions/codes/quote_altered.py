"""`attributions/quote-altered`: words between quotation marks differ."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/quote-altered",
    summary="words between quotation marks differ",
    help=(
        "The quoted words are not those of the reference. `data.change` is reworded, trimmed (words are missing; "
        "`data.ellipsis` says whether an ellipsis shows that), bracketed (brackets show an insertion) or spelling. "
        "This does not say which version is accurate."
    ),
    severity="error",
    nature="source",
    examples=(
        Example(
            "“The bridge is safe for everyone,” said Orla Finch.",
            "“The bridge is safe for some,” said Orla Finch.",
            (("everyone", "some"),),
        ),
        Example(
            "“The bridge is safe for everyone,” said Orla Finch.",
            '"The bridge is safe for everyone", said Orla Finch.',
        ),
    ),
)

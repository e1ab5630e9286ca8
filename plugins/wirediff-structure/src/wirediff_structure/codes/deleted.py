"""A block that only the reference has."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_structure.blocks import ROLES, unmatched

RULE = Rule(
    "structure/deleted",
    "paragraph removed",
    "A paragraph, list item, quotation, table or subheading of the reference has no counterpart in the version. "
    f"{ROLES}",
    "warning",
    nature="meaning",
    message="{name} removed{remark}: “{text}”.",
    examples=(
        Example(
            "The harbour council met on Tuesday.\n\nNobody from the island was invited.\n\nOrla Finch spoke.",
            "The harbour council met on Tuesday.\n\nOrla Finch spoke.",
            (("Nobody from the island was invited.", ""),),
        ),
        Example("The harbour council met.\n\nOrla Finch spoke.", "The harbour council met. Orla Finch spoke."),
    ),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each block of the reference without a counterpart."""
    for lone in unmatched(alignment, "reference"):
        message = RULE.message.format(name=lone.name, remark=lone.remark, text=excerpt(lone.block.text))
        yield RULE.finding(message, [lone.block.whole], severity=lone.severity, role=lone.role)

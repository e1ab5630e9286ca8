"""A block that only the version has."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_structure.blocks import ROLES, unmatched

RULE = Rule(
    "structure/inserted",
    "paragraph added",
    f"The version has a paragraph, list item, quotation, table or subheading without a counterpart. {ROLES}",
    "warning",
    nature="meaning",
    message="{name} added{remark}: “{text}”.",
    examples=(
        Example(
            "The harbour council met on Tuesday.\n\nOrla Finch spoke.",
            "The harbour council met on Tuesday.\n\nNobody from the island was invited.\n\nOrla Finch spoke.",
            (("", "Nobody from the island was invited."),),
        ),
        Example(
            "The harbour council met.\n\nOrla Finch chaired the meeting.",
            "Orla Finch chaired the meeting.\n\nThe harbour council met.",
        ),
    ),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each block of the version without a counterpart."""
    for lone in unmatched(alignment, "version"):
        message = RULE.message.format(name=lone.name, remark=lone.remark, text=excerpt(lone.block.text))
        yield RULE.finding(message, (), [lone.block.whole], severity=lone.severity, role=lone.role)

"""Several blocks that became one."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_structure.blocks import of_body

FIRST, SECOND = "The council met on Tuesday and heard the captain.", "The ferry line will close in May, it decided."
ONE = f"{FIRST} {SECOND}"
RULE = Rule(
    "structure/merged",
    "paragraphs merged",
    "The text of several paragraphs of the reference is in one paragraph of the version.",
    "note",
    nature="form",
    message="{count} paragraphs merged into one: “{text}”.",
    examples=(Example(f"{FIRST}\n\n{SECOND}", ONE, ((f"{FIRST} … {SECOND}", ONE),)), Example(ONE, ONE)),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for blocks that became one."""
    for pair in of_body(alignment, "merged"):
        message = RULE.message.format(count=len(pair.reference), text=excerpt(pair.version[0].text))
        reference, version = ([block.whole for block in blocks] for blocks in (pair.reference, pair.version))
        yield RULE.finding(message, reference, version)

"""One block that became several."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Example, Finding, Rule
from wirediff.wording import excerpt
from wirediff_structure.blocks import of_body

FIRST, SECOND = "The council met on Tuesday and heard the captain.", "The ferry line will close in May, it decided."
ONE = f"{FIRST} {SECOND}"
RULE = Rule(
    "structure/split",
    "paragraph split",
    "The text of one paragraph of the reference is in several paragraphs of the version, as where a template breaks "
    "long paragraphs.",
    "note",
    nature="form",
    message="Paragraph split into {count}: “{text}”.",
    examples=(Example(ONE, f"{FIRST}\n\n{SECOND}", ((ONE, f"{FIRST} … {SECOND}"),)), Example(ONE, ONE)),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each block that became several."""
    for pair in of_body(alignment, "split"):
        message = RULE.message.format(count=len(pair.version), text=excerpt(pair.reference[0].text))
        reference, version = ([block.whole for block in blocks] for blocks in (pair.reference, pair.version))
        yield RULE.finding(message, reference, version)

"""The detector: the rules in the order of their codes."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Finding
from wirediff_structure.characters import hidden_characters
from wirediff_structure.dates import dates
from wirediff_structure.headlines import headlines
from wirediff_structure.images import images
from wirediff_structure.links import links
from wirediff_structure.movements import blocks, sentences


def run(alignment: Alignment) -> Iterator[Finding]:
    """All findings."""
    for rule in (blocks, sentences, headlines, links, images, dates, hidden_characters):
        yield from rule(alignment)

"""Articles with passages that are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from wirediff.model import Article, Block, Omission, Reason, Source
from wirediff.testing import article

Item: TypeAlias = "str | Block | Omission"
LINE = ("The harbour council met on Tuesday evening.", "It voted to close the line to Gull Island.")
"""Two paragraphs that every article here has."""


def without(text: str, reason: Reason = "outside") -> Omission:
    """A passage that is left out where it is put among an article's items."""
    return Omission.of(text, reason, path="/html/body/aside", line=7)


def laid_out(items: Sequence[Item], side: str) -> Article:
    """An article of paragraphs, blocks and omissions in the order of its source."""
    blocks: list[str | Block] = []
    omitted: list[Omission] = []
    for item in items:
        if isinstance(item, Omission):
            omitted.append(replace(item, after=len(blocks)))
        else:
            blocks.append(item)
    made = article(blocks, "v" if side == "version" else "r")
    return replace(made, source=Source.from_text(repr(items), side), omitted=tuple(omitted))


def both(reference: Sequence[Item], version: Sequence[Item]) -> tuple[Article, Article]:
    """Two such articles."""
    return laid_out(reference, "reference"), laid_out(version, "version")

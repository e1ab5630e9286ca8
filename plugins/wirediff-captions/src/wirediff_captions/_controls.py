"""Control text that stands in an article as if it were content."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from wirediff.model import Alignment, Block
from wirediff_captions._blocks import Key, Side

FEW_WORDS = 4
"""Words that the label of a control has at most."""
NEAR = 2
"""Blocks between a control and the caption or credit that it belongs to."""
_CONTROL_ELEMENT = re.compile(
    r"/(?:button|summary|label|input|select|option|nav|menu|a)(?:\[\d+\])?(?:/|$)", re.IGNORECASE
)
_PICTORIAL = ("caption", "credit")


def printed_controls(reference: Side, version: Side, alignment: Alignment) -> Iterator[tuple[Block, Block | None]]:
    """Control texts that the version prints more often than the reference, each with what it was there, if anything."""
    left = Counter(reference.key(block) for block in reference.article.blocks if _is_printed(block, reference))
    for block in version.article.blocks:
        if not _is_printed(block, version):
            continue
        key = version.key(block)
        if left[key] > 0:
            left[key] -= 1
            continue
        yield block, next((each for each in alignment.pair(block.id).reference if reference.key(each) != key), None)


def _is_printed(block: Block, side: Side) -> bool:
    """Whether `block` is a control's text that a reader takes for content."""
    key = side.key(block)
    if not key or _CONTROL_ELEMENT.search(block.path or "") or block.kind in _PICTORIAL:
        return False
    if block.kind == "widget":
        return block.path is None or _by_a_picture(block, side)
    return block.kind in ("paragraph", "other") and _reads_like_a_control(key, block) and _by_a_picture(block, side)


def _by_a_picture(block: Block, side: Side) -> bool:
    at = side.position[block.id]
    around = side.article.blocks[max(0, at - NEAR) : at + NEAR + 1]
    return block.figure is not None or any(each.kind in _PICTORIAL for each in around)


def _reads_like_a_control(key: Key, block: Block) -> bool:
    """A short label without a full stop, all of whose words are those of controls."""
    short = len(key) <= FEW_WORDS and not block.text.rstrip().endswith((".", "!", "?", "…"))
    return short and all(word in _vocabulary() for word in key)


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    text = files("wirediff_captions").joinpath("data", "controls.toml").read_text("utf-8")
    return frozenset(word for words in tomllib.loads(text).values() for word in words)

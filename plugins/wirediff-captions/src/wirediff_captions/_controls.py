"""Control text that stands in an article as if it were content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from wirediff.model import Block, Finding, Span
from wirediff_captions._blocks import PICTORIAL, Key, Side, whole
from wirediff_captions._comparison import Comparison
from wirediff_captions._labels_within import labels_within
from wirediff_captions._lists import controls, telling_controls
from wirediff_captions._rules import RULES

FEW_WORDS = 5
"""Words that the label of a control has at most."""
NEAR = 2
"""Blocks between a control and the caption or credit that it belongs to."""
_CONTROL_ELEMENT = re.compile(
    r"/(?:button|summary|label|input|select|option|nav|menu|a)(?:\[\d+\])?(?:/|$)", re.IGNORECASE
)
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", ":", ";")


def printed_controls(comparison: Comparison) -> Iterator[Finding]:
    """Control texts that the version prints more often than the reference."""
    reference, version = comparison.reference, comparison.version
    left = Counter(reference.key(block) for block in reference.article.blocks if _may_be_label(block, reference))
    for block in version.article.blocks:
        if not _may_be_label(block, version) or not _is_printed_control(block, comparison):
            continue
        key = version.key(block)
        left[key] -= 1
        if left[key] < 0:
            comparison.explain(block)
            yield _finding(block.text, whole(block), _original(block, comparison))
        elif block.kind != "widget":
            comparison.explain(block)


def printed_within_captions(comparison: Comparison) -> Iterator[Finding]:
    """Control texts inside captions, credits, and paragraphs that are captions."""
    for label, original in labels_within(comparison):
        comparison.control(label, *([original] if original else []))
        yield _finding(label.text, label, original)


def _finding(text: str, place: Span, original: Span | None) -> Finding:
    told = f", which the reference has as “{original.text}”" if original else ""
    return RULES["widget-text"].finding(
        f"“{text}”, the text of a control, is printed as content{told}.", [original] if original else (), [place]
    )


def _may_be_label(block: Block, side: Side) -> bool:
    """Whether `block` is short enough, has no sentence mark, and is no button that readers take for one."""
    return (
        0 < len(side.key(block)) <= FEW_WORDS
        and not block.text.rstrip().endswith(_SENTENCE_ENDS)
        and not _CONTROL_ELEMENT.search(block.path or "")
    )


def _is_printed_control(block: Block, comparison: Comparison) -> bool:
    side = comparison.version
    if block.kind == "widget":
        return block.path is None or (_by_a_picture(block, side) and _speaks_of_a_picture(block, comparison))
    if block.kind in ("table", "list-item", "headline", "byline", "date", "dateline"):
        return False
    key = side.key(block)
    if not _by_a_picture(block, side) or any(
        comparison.reference.key(each) == key for each in comparison.opposite(block)
    ):
        return False
    return reads_like_a_control(key) or (block.kind in ("paragraph", "other") and _in_the_place_of_one(block, side))


def _speaks_of_a_picture(block: Block, comparison: Comparison) -> bool:
    """Whether a page's control is one of a picture, or a reworded one; sharing and the like are the template's."""
    key = comparison.version.key(block)
    return any(word in telling_controls() for word in key) or bool(comparison.opposite(block))


def _by_a_picture(block: Block, side: Side) -> bool:
    return block.figure is not None or any(each.kind in PICTORIAL for each in side.around(block, NEAR))


def reads_like_a_control(key: Key) -> bool:
    """Whether a few words are all those of controls, or one of them is only theirs."""
    return len(key) <= FEW_WORDS and (
        all(word in controls() for word in key) or any(word in telling_controls() for word in key)
    )


def _in_the_place_of_one(block: Block, side: Side) -> bool:
    """Whether a line stands between two prints of one credit, or between a credit or caption and a control."""
    at = side.position[block.id]
    if not 0 < at < len(side.article.blocks) - 1:
        return False
    before, after = side.article.blocks[at - 1], side.article.blocks[at + 1]
    kinds = {before.kind, after.kind}
    if kinds == {"credit"}:
        return side.key(before) == side.key(after)
    return "widget" in kinds and kinds <= {"widget", *PICTORIAL}


def _original(block: Block, comparison: Comparison) -> Span | None:
    """What the control was called in the reference, if it is there under another name."""
    key = comparison.version.key(block)
    for opposite in comparison.opposite(block):
        if comparison.reference.key(opposite) != key:
            return whole(opposite)
    for neighbour in comparison.version.around(block, 1):
        for anchor in comparison.opposite(neighbour):
            for each in comparison.reference.around(anchor, NEAR):
                if each.kind == "widget" and not comparison.opposite(each) and not comparison.explained(each):
                    comparison.explain(each)
                    return whole(each)
    return None

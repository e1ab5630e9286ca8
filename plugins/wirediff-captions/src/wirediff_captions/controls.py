"""Control text that stands in an article as if it were content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from wirediff.model import Block, Finding, Kind, Pair, Span
from wirediff_captions.blocks import PICTORIAL, Key, Side
from wirediff_captions.comparison import Comparison
from wirediff_captions.labels import (
    FEW_WORDS,
    Label,
    introduces_a_credit,
    is_label,
    is_line_of_labels,
    labels_of_line,
    labels_within,
    read_like_controls,
)
from wirediff_captions.lists import telling_controls
from wirediff_captions.rules import RULES

NEAR = 2
"""Blocks between a control and the caption or credit that it belongs to."""
_IN_A_ROW = 3
"""Controls that stand below each other at most."""
_CONTROL_ELEMENT = re.compile(
    r"/(?:button|summary|label|input|select|option|nav|menu)(?:\[\d+\])?(?:/|$)|/a(?:\[\d+\])?(?:/(?:span|b|i|em)\b[^/]*)*$",
    re.IGNORECASE,
)
"""Elements whose text readers take for a button's; a link may also enclose a whole figure."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", ":", ";")
_NO_LINES: frozenset[Kind] = frozenset({"table", "headline", "byline", "date", "dateline"})
"""Kinds that hold no line of labels."""


# ── whole lines ──────────────────────────────────────────────────────────────────────────────────────────────────────


def printed_controls(comparison: Comparison) -> Iterator[Finding]:
    """Control texts on lines of their own that the version prints more often than the reference."""
    reference, version = comparison.reference, comparison.version
    left = Counter(
        label.key
        for block in reference.article.blocks
        if _may_be_labels(block, reference) and not _has_equal(block, comparison)
        for label in _labels(block, reference)
    )
    for block in version.article.blocks:
        if not _may_be_labels(block, version) or _has_equal(block, comparison):
            continue
        if not _is_printed_control(block, comparison):
            continue
        fresh = [label for label in _labels_beside(block, comparison) if _is_fresh(left, label.key)]
        if fresh or block.kind != "widget":
            comparison.tell_as_control(block)
        for label in fresh:
            yield _finding(label.span, _original(label, block, comparison))


def _may_be_labels(block: Block, side: Side) -> bool:
    """Whether `block` is short enough, has no sentence mark, and is no button that readers take for one."""
    key = side.key(block)
    return (
        block.kind not in _NO_LINES
        and not (block.kind == "credit" and _names_somebody(block, side))
        and (0 < len(key) <= FEW_WORDS or (block.kind == "caption" and read_like_controls(key)))
        and not introduces_a_credit(key)
        and not block.text.rstrip().endswith(_SENTENCE_ENDS)
        and not _CONTROL_ELEMENT.search(block.path or "")
    )


def _names_somebody(block: Block, side: Side) -> bool:
    """Whether a credit says whose the picture is, so that it is hardly a label: by a capital, a label or a slash."""
    text = side.text(block)
    return bool(text.names) or len(text.key) < 2 or "/" in block.text or text.key != side.words(block)


def _is_printed_control(block: Block, comparison: Comparison) -> bool:
    side = comparison.version
    if block.kind == "widget":
        return block.path is None or (_by_a_picture(block, side) and _speaks_of_a_picture(block, comparison))
    if not _by_a_picture(block, side):
        return False
    labels = block.kind not in ("credit", "list-item") and is_line_of_labels(block, side)
    return labels or _in_the_place_of_one(block, side)


def _has_equal(block: Block, comparison: Comparison) -> bool:
    """Whether a line of the same words stands opposite."""
    key = comparison.side_of(block).key(block)
    return any(comparison.side_of(each).key(each) == key for each in comparison.opposite(block))


def _speaks_of_a_picture(block: Block, comparison: Comparison) -> bool:
    """Whether a page's control is one of a picture, or a reworded one; sharing and the like are the template's."""
    side = comparison.version
    return (
        any(word in telling_controls() for word in side.key(block))
        or bool(comparison.opposite(block))
        or _in_the_place_of_one(block, side)
    )


def _by_a_picture(block: Block, side: Side) -> bool:
    return block.figure is not None or any(each.kind in PICTORIAL for each in side.around(block, NEAR))


def _in_the_place_of_one(block: Block, side: Side) -> bool:
    """Whether a line stands between two prints of one credit, or between a credit or caption and a control."""
    before, after = _next(block, side, -1), _next(block, side, 1)
    if before is None or after is None:
        return False
    if before.kind == after.kind == "credit" and side.key(before) == side.key(after):
        return block.kind in ("paragraph", "other", "subheading", "widget") or _stand_together(before, block, after)
    blocks = side.article.blocks
    at = side.position[block.id]
    kinds = {blocks[at - 1].kind, blocks[at + 1].kind}
    return block.kind in ("paragraph", "other") and "widget" in kinds and kinds <= {"widget", *PICTORIAL}


def _next(block: Block, side: Side, step: int) -> Block | None:
    """The next block in one direction that is no line of a few words like `block`."""
    at = side.position[block.id]
    for place in range(at + step, at + (_IN_A_ROW + 1) * step, step):
        if not 0 <= place < len(side.article.blocks):
            break
        if not _may_be_labels(each := side.article.blocks[place], side):
            return each
    return None


def _stand_together(before: Block, block: Block, after: Block) -> bool:
    """Whether a line belongs to the picture of the credits around it: by its place, or as no line is empty."""
    if before.path and block.path and after.path:
        around = before.path.rpartition("/")[0]
        inside = f"{around}/".startswith(f"{block.path}/") or around == block.path.rpartition("/")[0]
        return inside and around == after.path.rpartition("/")[0]
    if before.figure is not None:
        return before.figure == block.figure == after.figure
    return before.line is not None and after.line is not None and after.line - before.line <= _IN_A_ROW + 1


def _labels(block: Block, side: Side) -> list[Label]:
    """The labels of a line as its words cut it; the whole line where that gives other things than labels."""
    found = labels_of_line(block, side)
    if all(read_like_controls(label.key) for label in found):
        return found
    return [Label(side.key(block), block.whole)]


def _labels_beside(block: Block, comparison: Comparison) -> list[Label]:
    """The labels of a line of the version, perhaps only by those of the line opposite."""
    found = _labels(block, comparison.version)
    opposite = [label for each in comparison.opposite(block) for label in _labels(each, comparison.reference)]
    if len(found) >= len(opposite):
        return found
    theirs = [span for label in opposite for span in comparison.alignment.counterpart(label.span)]
    own = [_bare(span) for span in theirs if span.block == block.id]
    if not own or any(one.end > other.start for one, other in pairwise(own)):
        return found
    return [Label(_words(span), span) for span in own]


def _is_fresh(left: Counter[Key], key: Key) -> bool:
    """Use up one print of the reference; whether none was left."""
    left[key] -= 1
    return left[key] < 0


def _original(label: Label, block: Block, comparison: Comparison) -> Span | None:
    """What the control was called in the reference, if it is there under another name."""
    for there in comparison.alignment.counterpart(label.span):
        if _words(there) != label.key:
            return _bare(there)
    for opposite in comparison.opposite(block):
        if comparison.reference.key(opposite) != comparison.version.key(block):
            return opposite.whole
    for neighbour in comparison.version.around(block, 1):
        for anchor in comparison.opposite(neighbour):
            for each in comparison.reference.around(anchor, NEAR):
                if each.kind == "widget" and not comparison.opposite(each) and not comparison.explained(each):
                    comparison.explain(each)
                    return each.whole
    return None


# ── labels inside captions and credits ───────────────────────────────────────────────────────────────────────────────


def printed_within_captions(comparison: Comparison) -> Iterator[Finding]:
    """Control texts inside captions, credits, and paragraphs that are captions, which the reference's have not."""
    reference = comparison.reference
    known = Counter(label.key for block in reference.of_kind(*PICTORIAL) for label in labels_within(block, reference))
    for pair in comparison.alignment.pairs:
        if _differs(pair):
            for label, original in [*_copied(pair, comparison, known), *_reworded(pair, comparison)]:
                comparison.control(label, *([original] if original else []))
                yield _finding(label, original)


def _copied(pair: Pair, comparison: Comparison, known: Counter[Key]) -> Iterator[tuple[Span, Span | None]]:
    """Labels beyond the reference's number, with their wording there."""
    for block in pair.version:
        pictorial = block.kind in PICTORIAL and not comparison.explained(block)
        if pictorial or comparison.repeats_caption(block):
            for label in labels_within(block, comparison.version):
                apart = label.span == block.whole or comparison.told_as_caption(label.span)
                if not apart and _is_fresh(known, label.key):
                    there = comparison.alignment.counterpart(label.span)
                    yield label.span, next((span for span in there if is_label(_words(span))), None)


def _reworded(pair: Pair, comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Labels inside captions of the reference that the version words otherwise, so that they read like none."""
    if not pair.version or any(map(comparison.explained, pair.version)):
        return
    for block in pair.reference:
        if block.kind in PICTORIAL:
            for label in labels_within(block, comparison.reference):
                for there in comparison.alignment.counterpart(label.span):
                    words = _words(there)
                    if words and words != label.key and not is_label(words):
                        yield there, label.span


def _differs(pair: Pair) -> bool:
    return any(edit.is_change for edit in pair.edits)


# ── both ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _finding(place: Span, original: Span | None) -> Finding:
    told = f", which the reference has as “{original.text}”" if original else ""
    return RULES["widget-text"].finding(
        f"“{place.text}”, the text of a control, is printed as content{told}.", [original] if original else (), [place]
    )


def _words(span: Span) -> Key:
    return tuple(span.text.casefold().split())


def _bare(span: Span) -> Span:
    """`span` without the space around its words."""
    text = span.text.strip()
    start = span.start + span.text.index(text)
    return Span(span.block, start, start + len(text), text)

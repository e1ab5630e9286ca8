"""Control text ("hide caption") that an article prints as if it were content: which, and what it was called before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from wirediff.model import Block, Kind, Pair, Span
from wirediff_captions.labels import (
    FEW_WORDS,
    ControlLabel,
    introduces_credit,
    is_label,
    is_line_of_labels,
    labels_of_line,
    labels_within,
    listed,
    reads_like_controls,
)
from wirediff_captions.layout import PICTORIAL, Layout, WordKey, is_beyond
from wirediff_captions.review import Review

NEAR = 2
"""Blocks from a control to the caption or credit that it belongs to: a credit may be between. Chosen by hand."""
_IN_A_ROW = 3
"""Controls below each other at most."""
_CONTROL_ELEMENT = re.compile(
    r"/(?:button|summary|label|input|select|option|nav|menu)(?:\[\d+\])?(?:/|$)|/a(?:\[\d+\])?(?:/(?:span|b|i|em)\b[^/]*)*$",
    re.IGNORECASE,
)
"""Elements whose text readers take for a button's; a link may also enclose a whole figure."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", ":", ";")
_WITHOUT_LABELS: frozenset[Kind] = frozenset({"table", "headline", "byline", "date", "dateline"})
"""Kinds that never hold a line of labels."""


class PrintedLabel(NamedTuple):
    """A label that the version prints, and the reference's wording of it, if there is one."""

    place: Span
    original: Span | None


# ── whole lines ──────────────────────────────────────────────────────────────────────────────────────────────────────


def printed_on_lines(review: Review) -> Iterator[PrintedLabel]:
    """Yield the control texts on lines of their own that the version prints more often than the reference."""
    reference, version = review.reference, review.version
    left = Counter(
        label.key
        for block in reference.article.blocks
        if _may_be_labels(block, reference) and not _has_equal(block, review)
        for label in _labels(block, reference)
    )
    for block in version.article.blocks:
        if not _may_be_labels(block, version) or _has_equal(block, review) or not _is_printed_control(block, review):
            continue
        new = [label for label in _labels_with_counterparts(block, review) if is_beyond(left, label.key)]
        if new or block.kind != "widget":
            review.explain(block, role="control")
        for label in new:
            yield PrintedLabel(label.span, _original(label, block, review))


def _may_be_labels(block: Block, layout: Layout) -> bool:
    """Whether `block` is short enough, doesn't end like a sentence, and isn't a button that readers take for one."""
    key = layout.key(block)
    return (
        block.kind not in _WITHOUT_LABELS
        and not (block.kind == "credit" and _names_somebody(block, layout))
        and (0 < len(key) <= FEW_WORDS or (block.kind == "caption" and reads_like_controls(block.text, key)))
        and not introduces_credit(key)
        and not block.text.rstrip().endswith(_SENTENCE_ENDS)
        and not _CONTROL_ELEMENT.search(block.path or "")
    )


def _names_somebody(block: Block, layout: Layout) -> bool:
    """Whether a credit says whose the picture is, so that it is hardly a label: by a capital, a label or a slash."""
    from wirediff.newsroom import credit_label

    wording = layout.wording(block)
    return bool(wording.names) or len(wording.key) < 2 or "/" in block.text or credit_label(block.text) > 0


def _is_printed_control(block: Block, review: Review) -> bool:
    version = review.version
    if block.kind == "widget":
        return block.path is None or (_is_at_picture(block, version) and _is_of_picture(block, review))
    if not _is_at_picture(block, version):
        return False
    labels = block.kind not in ("credit", "list-item") and is_line_of_labels(block, version)
    return labels or _is_in_place_of_control(block, version)


def _has_equal(block: Block, review: Review) -> bool:
    """Whether a counterpart has the same words."""
    key = review.layout_of(block).key(block)
    return any(review.layout_of(each).key(each) == key for each in review.counterparts(block))


def _is_of_picture(block: Block, review: Review) -> bool:
    """Whether a page's control is one of a picture, or a reworded one; sharing and the like are the template's."""
    return (
        not listed("controls.telling").isdisjoint(review.version.key(block))
        or bool(review.counterparts(block))
        or _is_in_place_of_control(block, review.version)
    )


def _is_at_picture(block: Block, layout: Layout) -> bool:
    return block.figure is not None or any(each.kind in PICTORIAL for each in layout.around(block, NEAR))


def _is_in_place_of_control(block: Block, layout: Layout) -> bool:
    """Whether a line is between two prints of one credit, or between a credit or caption and a control."""
    before, after = _next(block, layout, -1), _next(block, layout, 1)
    if before is None or after is None:
        return False
    if before.kind == after.kind == "credit" and layout.key(before) == layout.key(after):
        together = before.figure == block.figure == after.figure and layout.article.bond(block) is not None
        return together or block.kind in ("paragraph", "other", "subheading", "widget")
    kinds = {each.kind for each in layout.around(block, 1)}
    return block.kind in ("paragraph", "other") and "widget" in kinds and kinds <= {"widget", *PICTORIAL}


def _next(block: Block, layout: Layout, step: int) -> Block | None:
    """Return the next block in one direction that isn't a line of a few words like `block`."""
    at = layout.position[block.id]
    for place in range(at + step, at + (_IN_A_ROW + 1) * step, step):
        if not 0 <= place < len(layout.article.blocks):
            break
        if not _may_be_labels(each := layout.article.blocks[place], layout):
            return each
    return None


def _labels(block: Block, layout: Layout) -> list[ControlLabel]:
    """Return the labels of a line as its words cut it; the whole line if the parts do not read like labels."""
    found = labels_of_line(block, layout)
    if all(reads_like_controls(label.span.text, label.key) for label in found):
        return found
    return [ControlLabel(layout.key(block), block.whole)]


def _labels_with_counterparts(block: Block, review: Review) -> Sequence[ControlLabel]:
    """Return the labels of a line of the version, cut as the reference's line is where that has more of them.

    "conceal legend toggle caption" reads like one label; its counterpart "hide caption toggle caption" has two.
    """
    found = _labels(block, review.version)
    originals = [label for each in review.counterparts(block) for label in _labels(each, review.reference)]
    if len(found) >= len(originals):
        return found
    parts = [
        span.bare for label in originals for span in review.alignment.counterpart(label.span) if span.block == block.id
    ]
    if not parts or any(part.end > following.start for part, following in pairwise(parts)):
        return found
    return [ControlLabel(_words(span), span) for span in parts]


def _original(label: ControlLabel, block: Block, review: Review) -> Span | None:
    """Return what the control was called in the reference, if it is there under another name."""
    for counterpart in review.alignment.counterpart(label.span):
        if _words(counterpart) != label.key:
            return counterpart.bare
    for original in review.counterparts(block):
        if review.reference.key(original) != review.version.key(block):
            return original.whole
    return _original_nearby(block, review)


def _original_nearby(block: Block, review: Review) -> Span | None:
    """Return the reference's control near the counterparts of a line's neighbours that the version lacks."""
    for neighbour in review.version.around(block, 1):
        for anchor in review.counterparts(neighbour):
            for each in review.reference.around(anchor, NEAR):
                if each.kind == "widget" and not review.counterparts(each) and not review.is_explained(each):
                    review.explain(each)
                    return each.whole
    return None


# ── labels inside captions and credits ───────────────────────────────────────────────────────────────────────────────


def printed_within_captions(review: Review) -> Iterator[PrintedLabel]:
    """Yield control texts inside captions, credits, and paragraphs that are captions, beyond the reference's."""
    reference = review.reference
    known = Counter(label.key for block in reference.of_kind(*PICTORIAL) for label in labels_within(block, reference))
    for pair in review.alignment.pairs:
        if any(edit.is_change for edit in pair.edits):
            for found in [*_copied(pair, review, known), *_reworded(pair, review)]:
                review.explain_label(found.place, *([found.original] if found.original else []))
                yield found


def _copied(pair: Pair, review: Review, known: Counter[WordKey]) -> Iterator[PrintedLabel]:
    """Yield labels beyond the reference's number, with their wording there."""
    for block in pair.version:
        pictorial = block.kind in PICTORIAL and not review.is_explained(block)
        told = review.captions_in_body.get(block.id)
        if pictorial or told:
            for label in labels_within(block, review.version):
                if (
                    label.span != block.whole
                    and not (told and _touch(label.span, told))
                    and is_beyond(known, label.key)
                ):
                    counterparts = review.alignment.counterpart(label.span)
                    original = next((span for span in counterparts if is_label(_words(span))), None)
                    yield PrintedLabel(label.span, original)


def _reworded(pair: Pair, review: Review) -> Iterator[PrintedLabel]:
    """Yield labels inside captions of the reference that the version rewords until they don't read like any."""
    if not pair.version or any(map(review.is_explained, pair.version)):
        return
    for block in pair.reference:
        if block.kind in PICTORIAL:
            for label in labels_within(block, review.reference):
                for counterpart in review.alignment.counterpart(label.span):
                    key = _words(counterpart)
                    if key and key != label.key and not is_label(key):
                        yield PrintedLabel(counterpart, label.span)


def _touch(label: Span, caption: Span) -> bool:
    return label.start < caption.end and caption.start < label.end


def _words(span: Span) -> WordKey:
    return tuple(span.text.casefold().split())

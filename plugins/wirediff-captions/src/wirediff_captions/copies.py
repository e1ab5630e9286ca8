"""Captions and credits that the version prints more often than the reference, word for word or reworded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wirediff.model import Block, Finding, Kind
from wirediff_captions.blocks import BODY, Key, Side
from wirediff_captions.comparison import Comparison
from wirediff_captions.likeness import Index
from wirediff_captions.rules import RULES

ALIKE = 0.6
"""Likeness from which a further caption is a reworded copy."""
BELOW = 0.4
"""The same for one below the same picture."""
FEW_WORDS = 4
"""Shorter captions are no evidence when other captions resemble them."""
_OVERLAY = re.compile(r"/(?:dialog|template|noscript|details|button)(?:\[|/|$)", re.IGNORECASE)
"""Elements whose content is shown on demand only."""
CITED = 3
"""Copies in the reference that a finding cites at most."""


def repeated_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions of one text beyond the number in which the reference has it."""
    captions = comparison.captions(comparison.version)
    for key, blocks in comparison.version.groups(captions).items():
        originals = _originals(comparison, "caption", key, blocks)
        extra = _extra(comparison, blocks, originals)
        images = _images(comparison.version, blocks)
        shared = len(images) > max(len(_images(comparison.reference, originals)), 1)
        for block in extra:
            comparison.tell_as_copy(block)
            if shared:
                yield RULES["shared"].finding(
                    f"This caption stands under {len(images)} different images.",
                    (each.whole for each in originals[:CITED]),
                    [block.whole],
                    images=images[: 2 * CITED],
                )
            else:
                yield copy_of(comparison, "duplicate", block, blocks, originals)


def repeated_credits(comparison: Comparison) -> Iterator[Finding]:
    """Credits of one text beyond the reference's number; pictures that one side lacks have theirs for themselves."""
    for key, blocks in comparison.version.groups(comparison.version.of_kind("credit")).items():
        originals = _without_those_of_single_pictures(comparison, _originals(comparison, "credit", key, blocks))
        counted = _without_those_of_single_pictures(comparison, blocks)
        for block in _extra(comparison, counted, originals):
            comparison.explain(block)
            yield copy_of(comparison, "credit-duplicate", block, blocks, originals)


def reworded_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions without a counterpart that are reworded copies of one that has its own."""
    version, reference = comparison.version, comparison.reference
    settled = [block for block in comparison.captions(version) if not comparison.explained(block)]
    paired = [block for block in settled if comparison.opposite(block)]
    if len(paired) == len(settled):
        return
    ours = Index(paired, version, comparison.likeness)
    theirs = Index(comparison.captions(reference), reference, comparison.likeness)
    for block in settled:
        text = version.text(block)
        if comparison.opposite(block) or len(text.key) < FEW_WORDS:
            continue
        found = ours.most_like(text), _kept(comparison, theirs.most_like(text))
        likeness, copied = max(found, key=lambda pair: pair[0])
        if copied is not None and likeness >= _enough(comparison, block, copied):
            comparison.explain(block)
            yield reworded_copy(comparison, block, copied, likeness)


def reworded_copy(comparison: Comparison, block: Block, copied: Block, likeness: float) -> Finding:
    """A finding that `block` repeats a caption of either side in other words."""
    return RULES["near-duplicate"].finding(
        "This caption repeats another one in other words.",
        [copied.whole] if copied.id[0] == "r" else [each.whole for each in comparison.opposite(copied)],
        [block.whole],
        confidence=round(min(likeness, 0.95), 2),
        copy_of=copied.text,
    )


def _enough(comparison: Comparison, block: Block, copied: Block) -> float:
    """How alike a caption has to be to another one to be its copy."""
    if copied.id[0] == "r":
        return ALIKE
    run = comparison.lines[block.id].run
    together = block.figure == copied.figure if block.figure else run == comparison.lines[copied.id].run
    return BELOW if together else ALIKE


def _kept(comparison: Comparison, found: tuple[float, Block | None]) -> tuple[float, Block | None]:
    """A caption of the reference counts if the version has it already."""
    return found if found[1] is not None and comparison.opposite(found[1]) else (0.0, None)


def copy_of(
    comparison: Comparison, rule: str, block: Block, copies: Sequence[Block], originals: Sequence[Block]
) -> Finding:
    """A finding that `block` is one of several `copies`, in order, of what the reference prints as `originals`."""
    noun = "credit" if rule == "credit-duplicate" else "caption"
    return RULES[rule].finding(
        f"The version prints this {noun} {_times(len(copies))}, the reference {_times(len(originals))}.",
        (each.whole for each in originals[:CITED]),
        [block.whole],
        count=len(copies),
        reference_count=len(originals),
        place=_place(comparison, block, copies),
    )


def is_overlaid(block: Block) -> bool:
    """Whether a block is shown on demand only."""
    return _OVERLAY.search(block.path or "") is not None


def _place(comparison: Comparison, block: Block, copies: Sequence[Block]) -> str:
    """How a copy stands to the next ones: in an overlay, around a control, in the same lines, or elsewhere."""
    if is_overlaid(block):
        return "overlay"
    position = comparison.version.position
    at = bisect_left(copies, position[block.id], key=lambda each: position[each.id])
    here = comparison.lines[block.id]
    beside = [comparison.lines[each.id] for each in (*copies[max(at - 1, 0) : at], *copies[at + 1 : at + 2])]
    controls = [line.controls == here.controls for line in beside if line.run == here.run]
    if not controls:
        return "elsewhere"
    return "beside another" if any(controls) else "around a control"


def _originals(comparison: Comparison, kind: Kind, key: Key, blocks: Sequence[Block]) -> Sequence[Block]:
    """What the reference has of these: the same text, or what stands opposite one of them, and its copies."""
    opposite = [each for block in blocks for each in comparison.opposite(block)]
    keys = dict.fromkeys([key, *map(comparison.reference.key, opposite)])
    return max(
        ([each for each in comparison.reference.of_words(key) if _is(comparison, each, kind)] for key in keys), key=len
    )


def _is(comparison: Comparison, block: Block, kind: Kind) -> bool:
    """Whether a block of the reference is of a kind, perhaps only by the version's mark-up."""
    if block.kind == kind:
        return True
    opposite = comparison.opposite(block)
    return block.kind in BODY and all(each.kind == kind for each in opposite)


def _extra(comparison: Comparison, blocks: Sequence[Block], originals: Sequence[Block]) -> list[Block]:
    """Which copies are too many: first those below another image, then those without counterpart, the later first."""
    number = len(blocks) - max(len(originals), 1)
    if number <= 0:
        return []
    position = comparison.version.position
    images = set(_images(comparison.reference, originals))

    def rank(block: Block) -> tuple[bool, bool, int]:
        return comparison.version.image(block) in images, bool(comparison.opposite(block)), -position[block.id]

    ranked = sorted(blocks, key=rank)
    return sorted(ranked[:number], key=lambda block: position[block.id])


def _without_those_of_single_pictures(comparison: Comparison, blocks: Sequence[Block]) -> list[Block]:
    """Leave out the first of these credits beside each caption without a counterpart: its picture is new, or gone."""
    seen: set[str] = set()
    counted = []
    for block in blocks:
        caption = comparison.side_of(block).captions_of_credits.get(block.id)
        if caption is None or caption.id in seen or not _is_of_one_side(comparison, caption, block):
            counted.append(block)
        else:
            seen.add(caption.id)
    return counted


def _is_of_one_side(comparison: Comparison, caption: Block, credit: Block) -> bool:
    """Whether the picture of a caption and credit is on one side only: by its image, else by both texts."""
    if comparison.opposite(caption) or comparison.explained(caption):
        return False
    side = comparison.side_of(caption)
    other = comparison.version if side is comparison.reference else comparison.reference
    image = side.image(caption)
    if image and other.images:
        return image not in other.images
    return side is comparison.version or not comparison.opposite(credit)


def _images(side: Side, blocks: Sequence[Block]) -> list[str]:
    return list(dict.fromkeys(image for block in blocks if (image := side.image(block))))


def _times(count: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")

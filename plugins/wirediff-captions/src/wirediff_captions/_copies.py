"""Captions and credits that the version prints more often than the reference, word for word or reworded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from wirediff.model import Block, Finding, Kind
from wirediff_captions._blocks import Key, Side, whole
from wirediff_captions._comparison import Comparison
from wirediff_captions._likeness import Index
from wirediff_captions._rules import RULES

ALIKE = 0.6
"""Likeness from which a further caption is a reworded copy."""
FEW_WORDS = 4
"""Shorter captions are no evidence when other captions resemble them."""
_OVERLAY = re.compile(r"/(?:dialog|template|noscript|details|button)(?:\[|/|$)", re.IGNORECASE)
"""Elements whose content is shown on demand only."""
CITED = 3
"""Copies in the reference that a finding cites at most."""


def repeated_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions of one text beyond the number in which the reference has it."""
    for key, blocks in comparison.version.groups("caption"):
        originals = _originals(comparison, "caption", key, blocks)
        extra = _extra(comparison, blocks, len(blocks) - max(len(originals), 1))
        images = _images(comparison.version, blocks)
        shared = len(images) > max(len(_images(comparison.reference, originals)), 1)
        for block in extra:
            comparison.explain(block)
            if shared:
                yield RULES["shared"].finding(
                    f"This caption stands under {len(images)} different images.",
                    map(whole, originals[:CITED]),
                    [whole(block)],
                    images=images[: 2 * CITED],
                )
            else:
                yield _copy(comparison, "duplicate", block, blocks, originals)


def repeated_credits(comparison: Comparison) -> Iterator[Finding]:
    """Credits of one text beyond the reference's number; pictures that the version adds have theirs for themselves."""
    for key, blocks in comparison.version.groups("credit"):
        originals = _originals(comparison, "credit", key, blocks)
        counted = _without_those_of_added_pictures(comparison, blocks)
        for block in _extra(comparison, counted, len(counted) - max(len(originals), 1)):
            comparison.explain(block)
            yield _copy(comparison, "credit-duplicate", block, blocks, originals)


def reworded_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions without a counterpart that are reworded copies of one that has its own."""
    version, reference = comparison.version, comparison.reference
    settled = [block for block in version.of_kind("caption") if not comparison.explained(block)]
    paired = [block for block in settled if comparison.opposite(block)]
    if len(paired) == len(settled):
        return
    ours = Index(paired, version, comparison.likeness)
    theirs = Index(reference.of_kind("caption"), reference, comparison.likeness)
    for block in settled:
        text = version.text(block)
        if comparison.opposite(block) or len(text.key) < FEW_WORDS:
            continue
        found = ours.most_like(text), _kept(comparison, theirs.most_like(text))
        likeness, copied = max(found, key=lambda pair: pair[0])
        if copied is not None and likeness >= ALIKE:
            comparison.explain(block)
            yield RULES["near-duplicate"].finding(
                "This caption repeats another one in other words.",
                [whole(copied)] if copied.id[0] == "r" else map(whole, comparison.opposite(copied)),
                [whole(block)],
                confidence=round(min(likeness, 0.95), 2),
                copy_of=copied.text,
            )


def _kept(comparison: Comparison, found: tuple[float, Block | None]) -> tuple[float, Block | None]:
    """A caption of the reference counts if the version has it already."""
    return found if found[1] is not None and comparison.opposite(found[1]) else (0.0, None)


def _copy(
    comparison: Comparison, rule: str, block: Block, copies: Sequence[Block], originals: Sequence[Block]
) -> Finding:
    return RULES[rule].finding(
        f"The version prints this {block.kind} {_times(len(copies))}, the reference {_times(len(originals))}.",
        map(whole, originals[:CITED]),
        [whole(block)],
        count=len(copies),
        reference_count=len(originals),
        place=_place(comparison, block, copies),
    )


def _place(comparison: Comparison, block: Block, copies: Sequence[Block]) -> str:
    """How a copy stands to the next ones: in an overlay, around a control, in the same lines, or elsewhere."""
    if _OVERLAY.search(block.path or ""):
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
    opposite = [each for block in blocks for each in comparison.opposite(block) if each.kind == kind]
    keys = dict.fromkeys([key, *map(comparison.reference.key, opposite)])
    return max((comparison.reference.same(kind, each) for each in keys), key=len)


def _extra(comparison: Comparison, blocks: Sequence[Block], number: int) -> list[Block]:
    """Which of the copies are too many: those without a counterpart first, then the later ones."""
    if number <= 0:
        return []
    position = comparison.version.position
    ranked = sorted(blocks, key=lambda block: (bool(comparison.opposite(block)), -position[block.id]))
    return sorted(ranked[:number], key=lambda block: position[block.id])


def _without_those_of_added_pictures(comparison: Comparison, blocks: Sequence[Block]) -> list[Block]:
    """Leave out the first of these credits beside each caption that is the version's own."""
    captions = comparison.version.captions_of_credits
    seen: set[str] = set()
    counted = []
    for block in blocks:
        caption = captions.get(block.id)
        own = caption is not None and not comparison.opposite(caption) and not comparison.explained(caption)
        if caption is None or not own or caption.id in seen or comparison.opposite(block):
            counted.append(block)
        else:
            seen.add(caption.id)
    return counted


def _images(side: Side, blocks: Sequence[Block]) -> list[str]:
    return list(dict.fromkeys(image for block in blocks if (image := side.image(block))))


def _times(count: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")

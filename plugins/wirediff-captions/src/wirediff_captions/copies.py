"""Prints of one text beyond the number in which the reference has it, and where they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.model import Block, Finding, Kind, Rule, Span
from wirediff.wording import excerpt
from wirediff_captions.layout import BODY, Layout, WordKey
from wirediff_captions.repeats import repeats
from wirediff_captions.review import Review

CITED = 3
"""Copies in the reference that a finding cites at most: a page may repeat a credit a hundred times."""
BASELINE = (
    "Only copies beyond those in the reference are reported. `data.count` and `data.reference_count` say how often "
    "each side has it, `data.place` where the copy is: `around a control` from another one, `beside another`, in an "
    "`overlay` that is shown on demand, or `elsewhere`."
)
"""The part of their help that the rules of copies have in common."""


class Extra(NamedTuple):
    """A print too many, with all prints of the version, those of the reference, and the images of the version's."""

    block: Block
    prints: Sequence[Block]
    originals: Sequence[Block]
    images: Sequence[str]


def extra_captions(review: Review) -> Iterator[tuple[Extra, bool]]:
    """Yield the captions of one text beyond the reference's number, and whether they are below more images than it."""
    for key, blocks in review.version.groups(review.captions(review.version)).items():
        if key in review.swapped:
            continue
        originals = _originals(review, "caption", key, blocks)
        images = _images(review.version, blocks)
        is_shared = len(images) > max(len(_images(review.reference, originals)), 1)
        for block in _too_many(review, blocks, originals):
            review.explain(block, role="copy")
            yield Extra(block, blocks, originals, images), is_shared


def extra_credits(review: Review) -> Iterator[Extra]:
    """Yield the credits of one text beyond the reference's number; a picture of one side only takes its own along."""
    for key, blocks in review.version.groups(review.version.of_kind("credit")).items():
        originals = _without_single_pictures(review, _originals(review, "credit", key, blocks))
        for block in _too_many(review, _without_single_pictures(review, blocks), originals):
            review.explain(block)
            yield Extra(block, blocks, originals, ())


def copy_finding(review: Review, rule: Rule, extra: Extra) -> Finding:
    """Return the finding of `rule` that a block is a print too many."""
    place = _place(review, extra.block, extra.prints)
    return span_finding(rule, extra.block.whole, extra.originals, place, len(extra.prints))


def repeat_findings(review: Review, rule: Rule, kind: Kind) -> Iterator[Finding]:
    """Yield the findings of `rule` that blocks of a kind have a text once more in their own line."""
    for repeat in repeats(review, kind):
        place = "around a control" if review.has_label_between(repeat.prints) else "beside another"
        review.explain_label(repeat.span)
        yield span_finding(rule, repeat.span, [repeat.original] * repeat.reference_count, place, repeat.number)


def span_finding(rule: Rule, span: Span, originals: Sequence[Block], place: str, count: int) -> Finding:
    """Return the finding of `rule` that the version prints what it has at `span` `count` times."""
    message = rule.message.format(count=_times(count), reference_count=_times(len(originals)), text=excerpt(span.text))
    return rule.finding(
        message,
        (each.whole for each in list(dict.fromkeys(originals))[:CITED]),
        [span],
        count=count,
        reference_count=len(originals),
        place=place,
    )


def _place(review: Review, block: Block, prints: Sequence[Block]) -> str:
    """Return where a copy is relative to the prints before and after it."""
    if block.on_demand:
        return "overlay"
    position = review.version.position
    at = bisect_left(prints, position[block.id], key=lambda each: position[each.id])
    own = review.spots[block.id]
    neighbours = [review.spots[each.id] for each in (*prints[max(at - 1, 0) : at], *prints[at + 1 : at + 2])]
    same_controls = [spot.controls == own.controls for spot in neighbours if spot.run == own.run]
    if not same_controls:
        return "elsewhere"
    return "beside another" if any(same_controls) else "around a control"


def _times(count: int) -> str:
    return {0: "not", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _originals(review: Review, kind: Kind, key: WordKey, blocks: Sequence[Block]) -> Sequence[Block]:
    """Return what the reference has of these: the same text, or a counterpart of one of them, and its copies."""
    counterparts = [each for block in blocks for each in review.counterparts(block)]
    keys = dict.fromkeys([key, *map(review.reference.key, counterparts)])
    return max(([each for each in review.reference.of_words(key) if _is(review, each, kind)] for key in keys), key=len)


def _is(review: Review, block: Block, kind: Kind) -> bool:
    """Whether a block of the reference is of a kind, perhaps only by the version's mark-up."""
    if block.kind == kind:
        return True
    return block.kind in BODY and all(each.kind == kind for each in review.counterparts(block))


def _too_many(review: Review, blocks: Sequence[Block], originals: Sequence[Block]) -> list[Block]:
    """Return which copies are too many: first those below another image, then those without counterpart, then later
    ones."""
    number = len(blocks) - max(len(originals), 1)
    if number <= 0:
        return []
    position = review.version.position
    images = set(_images(review.reference, originals))

    def rank(block: Block) -> tuple[bool, bool, int]:
        return review.version.image(block) in images, bool(review.counterparts(block)), -position[block.id]

    ranked = sorted(blocks, key=rank)
    return sorted(ranked[:number], key=lambda block: position[block.id])


def _without_single_pictures(review: Review, credited: Sequence[Block]) -> list[Block]:
    """Return these credits without the first at each picture that only one side has, which is new or gone with it."""
    seen: set[str] = set()
    counted = []
    for block in credited:
        caption = review.layout_of(block).captions_of_credits.get(block.id)
        if caption is None or caption.id in seen or not _is_of_one_side(review, caption, block):
            counted.append(block)
        else:
            seen.add(caption.id)
    return counted


def _is_of_one_side(review: Review, caption: Block, credit: Block) -> bool:
    """Whether only one side has the picture of a caption and credit: by its image, else by both texts."""
    if review.counterparts(caption) or review.is_explained(caption):
        return False
    layout = review.layout_of(caption)
    other = review.version if layout is review.reference else review.reference
    image = layout.image(caption)
    if image and other.images:
        return image not in other.images
    return layout is review.version or not review.counterparts(credit)


def _images(layout: Layout, blocks: Sequence[Block]) -> list[str]:
    return list(dict.fromkeys(image for block in blocks if (image := layout.image(block))))

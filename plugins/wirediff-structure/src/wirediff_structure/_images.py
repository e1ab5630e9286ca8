"""Other images above the same captions."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.fuzz import token_set_ratio

from wirediff.model import Alignment, Figure, Finding, Pair
from wirediff_structure._addresses import image_name, page
from wirediff_structure._rules import RULES

ALIKE = 80.0
"""Likeness in per cent from which two alternative texts describe one image, or two file names are one."""


def images(alignment: Alignment) -> Iterator[Finding]:
    """One finding for each pair of captions whose images differ by all that names them."""
    for pair in alignment.pairs:
        figures = _figures(alignment, pair)
        if figures is not None and _differ(*figures):
            old, new = figures
            caption, other = pair.reference[0], pair.version[0]
            yield RULES["image-changed"].finding(
                f"The image is another one: {new.image}, in the reference {old.image}.",
                [caption.span(0, len(caption.text))],
                [other.span(0, len(other.text))],
                confidence=0.9 if old.alt and new.alt else 0.6,
                reference_image=old.image,
                version_image=new.image,
            )


def _figures(alignment: Alignment, pair: Pair) -> tuple[Figure, Figure] | None:
    """The figures of a pair of captions, where both have one with an image."""
    if not pair.reference or not pair.version or pair.reference[0].kind != "caption":
        return None
    old, new = alignment.reference.figure(pair.reference[0]), alignment.version.figure(pair.version[0])
    return (old, new) if old and new and old.image and new.image else None


def _differ(old: Figure, new: Figure) -> bool:
    if page(old.image or "") == page(new.image or ""):
        return False
    names = image_name(old.image or ""), image_name(new.image or "")
    if names[0] is None or names[1] is None:
        named = None
    else:
        named = token_set_ratio(*(name.replace("-", " ").replace("_", " ") for name in names if name)) >= ALIKE
    described = token_set_ratio(old.alt, new.alt) >= ALIKE if old.alt and new.alt else None
    return not named and not described and (named, described) != (None, None)

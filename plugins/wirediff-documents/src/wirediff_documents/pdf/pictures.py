"""The pictures of a page that its readers look at, and the paragraphs that are their captions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wirediff.newsroom import credit_start, is_credit
from wirediff_documents.pdf.paragraphs import Paragraph
from wirediff_documents.pdf.shapes import Image, Sheet

_SMALLEST = 48.0
"""Points of the shorter side of a photo on a page, two thirds of an inch: icons and logos are smaller."""
_BACKGROUND = 0.8
"""Share of a page that only what is behind its text covers."""
_NEAR = 2.5
"""Lines between a picture and its caption, at most."""
_MOST_WORDS = 90
"""Words of a caption, as in plain text."""
_ALIKE = 0.06
"""Share by which a caption's type differs in size from that of the text, at least."""


def photos(sheet: Sheet) -> list[Image]:
    """The pictures of a page, each once, from top to bottom."""
    found: dict[tuple[int, ...], Image] = {}
    for image in sheet.images:
        small = min(image.box.width, image.box.height) < _SMALLEST
        if not small and image.box.share_of(sheet.frame) < _BACKGROUND:
            found.setdefault(tuple(round(edge) for edge in image.box), image)
    return sorted(found.values(), key=lambda image: (image.box.y0, image.box.x0))


def captions(images: Sequence[Image], found: Sequence[Paragraph], usual: float) -> Iterator[tuple[Paragraph, Image]]:
    """The captions among the paragraphs of a page, each with its picture; the one below it, else beside or above."""
    taken: set[int] = set()
    for image in images:
        near = [
            (distance, place)
            for place, paragraph in enumerate(found)
            if (distance := _distance(image, paragraph)) is not None
        ]
        for _, place in sorted(near):
            paragraph = found[place]
            if place not in taken and _reads_like_caption(paragraph, usual):
                taken.add(place)
                yield paragraph, image
                rest = found[place + 1 : place + 2]
                if (
                    rest
                    and place + 1 not in taken
                    and is_credit(rest[0].text)
                    and _distance(image, rest[0]) is not None
                ):
                    taken.add(place + 1)
                    yield rest[0], image
                break


def _distance(image: Image, paragraph: Paragraph) -> float | None:
    """How far a paragraph is from a picture, in points; None where it is not next to it. Below is nearer than above."""
    box, line = paragraph.box, 1.2 * paragraph.size
    aligned = min(box.x1, image.box.x1) - max(box.x0, image.box.x0) > 0.5 * min(box.width, image.box.width)
    if aligned and -line < box.y0 - image.box.y1 < _NEAR * line:
        return max(box.y0 - image.box.y1, 0.0)
    if aligned and -line < image.box.y0 - box.y1 < line:
        return 1000 + max(image.box.y0 - box.y1, 0.0)
    level = min(box.y1, image.box.y1) - max(box.y0, image.box.y0) > 0.5 * box.height
    aside = max(box.x0 - image.box.x1, image.box.x0 - box.x1)
    return 500 + aside if level and -line < aside < 2 * line else None


def _reads_like_caption(paragraph: Paragraph, usual: float) -> bool:
    """Whether a paragraph next to a picture is set in another type than the text, or ends with a credit."""
    text = paragraph.text
    if len(text.split()) > _MOST_WORDS or paragraph.size > 1.3 * usual:
        return False
    if is_credit(text) or credit_start(text) is not None:
        return True
    smaller = paragraph.size < (1 - _ALIKE) * usual
    return smaller or all(line.italic for line in paragraph.lines)

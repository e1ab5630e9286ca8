"""Captions that nothing but their place tells: a few words in one element with an image, or in italics below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import _Element

from wirediff.loading._credits import is_credit
from wirediff.loading._sequence import shows_caption_sign
from wirediff.loading.html._images import image_url, is_decoration
from wirediff.loading.html._lines import Line
from wirediff.loading.html._select import Placed
from wirediff.loading.html._walk import Page

_LEAST, _WORDS = 2, 30
_CLIMB = 2
"""How many levels above a line what it shares with an image may be."""
_DEPTH = 4
"""How deep in that the image may be."""
_LINKED = 0.5
_EMPHASIS = frozenset({"em", "i", "small", "font"})
_NO_CAPTION = re.compile(r"""[“„«"'‘,;.)–—-]|\d{1,3}(?:[.)]\s|:\d\d)|.*\bhttps?:""", re.DOTALL)
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "”", '"', "。")


def beside_images(kept: Sequence[Placed], page: Page) -> frozenset[_Element]:
    """The elements of the lines that are captions by their place."""
    return frozenset(
        each.line.element
        for place, each in enumerate(kept)
        if _may_be(each)
        and _is_beside(each.line, page.images[each.line.image - 1].element, list(_neighbours(kept, place)))
    )


def _may_be(each: Placed) -> bool:
    line = each.line
    return (
        each.since_image == 0
        and each.zone != "above"
        and not line.context.heading
        and line.context.figure is None
        and line.context.item is None
        and line.linked <= _LINKED * len(line.text)
        and _LEAST <= len(line.text.split()) <= _WORDS
        and _reads_like_caption(line.text)
    )


def _reads_like_caption(text: str) -> bool:
    """Whether a few words are neither a quotation, an item of a list, an announcement nor the rest of a sentence."""
    if _NO_CAPTION.match(text) or text.endswith((":", "：")):
        return False
    return not text[0].islower() or shows_caption_sign(text)


def _neighbours(kept: Sequence[Placed], place: int) -> Iterator[_Element]:
    """The elements of the lines before and behind one; a credit behind it belongs to the same picture."""
    around = (*kept[max(place - 1, 0) : place], *kept[place + 1 : place + 2])
    yield from (each.line.element for each in around if not is_credit(each.line.text))


def _is_beside(line: Line, image: _Element, neighbours: Sequence[_Element]) -> bool:
    """Whether a line shares an element with an image and no other line, or is emphasised as a whole right below it.

    Behind an image in its own paragraph, a whole sentence is the paragraph's text.
    """
    if is_decoration(image) or (image_url(image, None) or "").endswith(".svg"):
        return False
    around = list(islice(image.iterancestors(), _DEPTH))
    if line.element.tag == "p":
        if line.element in around:
            return line.element not in neighbours and not line.text.endswith(_SENTENCE_ENDS)
        if _is_emphasised(line.element):
            previous = line.element.getprevious()
            return previous is not None and (previous in around or previous is image)
    shared = next((each for each in _upwards(line.element) if each in around), None)
    return shared is not None and not any(shared is each or shared in each.iterancestors() for each in neighbours)


def _upwards(element: _Element) -> Iterator[_Element]:
    yield element
    yield from islice(element.iterancestors(), _CLIMB)


def _is_emphasised(element: _Element) -> bool:
    """Whether all text of an element is in one child that emphasises it."""
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    return only is not None and only.tag in _EMPHASIS and not (only.tail or "").strip()

"""Captions that nothing but their place tells: a few words in one element with an image, or in italics below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from lxml.etree import _Element

from wirediff.loading.html._images import image_url, is_decoration
from wirediff.loading.html._select import Placed
from wirediff.loading.html._walk import Page
from wirediff.loading.roles._sequence import shows_caption_sign
from wirediff.newsroom import is_credit

_LEAST, _WORDS = 2, 30
_LINES = 6
"""An element with an image and more lines than these is no picture."""
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
    first = (place for place, each in enumerate(kept) if each.since_image == 0 and _may_be(each))
    return frozenset(
        element
        for place in first
        for element in _captions(kept, place, page.images[kept[place].line.image - 1].element)
    )


def _may_be(each: Placed) -> bool:
    line = each.line
    return (
        each.zone in ("head", "body")
        and not any(mark.by_tag for mark in line.context.marks)
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


def _captions(kept: Sequence[Placed], place: int, image: _Element) -> list[_Element]:
    """The element of the line right behind an image, and of a second caption in the same picture, if these are some.

    Behind an image in its own paragraph, a whole sentence is the paragraph's text.
    """
    line = kept[place].line
    if is_decoration(image) or (image_url(image, None) or "").endswith(".svg"):
        return []
    around = list(islice(image.iterancestors(), _DEPTH))
    if line.element.tag == "p":
        previous = line.element.getprevious()
        if line.element in around and line.text.endswith(_SENTENCE_ENDS):
            return []
        if _is_emphasised(line.element) and previous is not None and (previous in around or previous is image):
            return [line.element]
    shared = next((each for each in _upwards(line.element) if each in around), None)
    return [] if shared is None else _within(shared, kept, place)


def _within(shared: _Element, kept: Sequence[Placed], place: int) -> list[_Element]:
    """The elements of the captions in an element that holds an image: one, or two where there is a credit too."""
    before = kept[place - 1].line if place else None
    if before and shared in _upwards(before.element) and not is_credit(before.text):
        return []
    inside = list(takewhile(lambda each: shared in _upwards(each.line.element), kept[place : place + _LINES]))
    captions = [each for each in inside if not is_credit(each.line.text)]
    if len(inside) == _LINES or len(captions) > (2 if len(captions) < len(inside) else 1):
        return []
    return [each.line.element for each in captions] if all(map(_may_be, captions)) else []


def _upwards(element: _Element) -> Iterator[_Element]:
    yield element
    yield from islice(element.iterancestors(), _CLIMB)


def _is_emphasised(element: _Element) -> bool:
    """Whether all text of an element is in one child that emphasises it."""
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    return only is not None and only.tag in _EMPHASIS and not (only.tail or "").strip()

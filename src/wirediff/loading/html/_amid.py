"""What is amid the paragraphs of a text and made like them, whatever its class names say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.etree import _Element

from wirediff.loading.html._markup import HEADINGS, IMAGES, Sign, sign

PROSE = 60
"""Size from which a line counts as prose: shorter lines are mostly labels. Chosen by hand; one of the few thresholds
here that matter: a quarter less or more changes the blocks of 28 or 34 of 416 real pages."""
_NEAR = 8
"""Siblings to each side among which the paragraphs of a text are looked for."""
_LINKED = 0.5
"""What has more links than this leads elsewhere."""
_TEXTS = frozenset({"p", "blockquote", *HEADINGS})
_ASKING = ("form", "input", "button", "iframe", *HEADINGS)
"""What parts of a text do not hold: it would be an offer, an advertisement or a teaser."""
_SEVERAL = 2
"""Paragraphs of a part of the text; one in an element of its own may be anything. Chosen by hand."""


def is_among_text(element: _Element, found: Sign, names: str) -> bool:
    """Whether an element that is named like furniture is part of a text by its place and make.

    It is a paragraph, heading or quotation between paragraphs of the text that have no such names. Or it comes next to
    one, and is a picture (by another of its names and by what it holds) or several paragraphs and nothing else.
    """
    if found.furniture != "strong":
        return False
    if element.tag in _TEXTS:
        return all(map(_any_paragraph, _sides(element))) and _says_something(element)
    whole = _is_picture(element, names) if found.picture else _is_text(element)
    return whole and any(map(_any_paragraph, _sides(element)))


def _sides(element: _Element) -> tuple[Iterator[_Element], Iterator[_Element]]:
    return element.itersiblings(preceding=True), element.itersiblings()


def _is_text(element: _Element) -> bool:
    """Whether an element holds several paragraphs of prose, and nothing else that shows."""
    if len(element) < _SEVERAL or any(each.tag != "p" for each in element) or _asks(element):
        return False
    return sum(map(_is_prose, element)) >= _SEVERAL and _is_prose(element)


def _asks(element: _Element) -> bool:
    return next(element.iter(*_ASKING), None) is not None


def _any_paragraph(siblings: Iterator[_Element]) -> bool:
    """Whether a paragraph of prose without a furniture's name is among the nearest of these."""
    return any(each.tag == "p" and _is_prose(each) and not _is_furniture(each) for each in islice(siblings, _NEAR))


def _is_furniture(element: _Element) -> bool:
    return sign(f"{element.get('class', '')} {element.get('id', '')}").furniture == "strong"


def _says_something(element: _Element) -> bool:
    """Whether an element is prose, or a heading that is not a link."""
    return _is_prose(element) or (element.tag in HEADINGS and next(element.iter("a"), None) is None)


def _is_prose(element: _Element) -> bool:
    text = _length((element,))
    return text >= PROSE and _length(element.iter("a")) <= _LINKED * text


def _is_picture(element: _Element, names: str) -> bool:
    """Whether one of its names is that of a picture only, and it holds an image and at most a caption."""
    if not any(meaning.picture and meaning.furniture != "strong" for meaning in map(sign, names.split())):
        return False
    if next(element.iter(*IMAGES), None) is None or _asks(element):
        return False
    return _length(element.iter("a")) <= _LINKED * _length((element,))


def _length(elements: Iterable[_Element]) -> int:
    return sum(len(" ".join("".join(map(str, each.itertext())).split())) for each in elements)

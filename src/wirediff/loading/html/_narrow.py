"""Where on a page the article surely is, told by its paragraphs and headline before anything is looked at closely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from wirediff.loading.html._page import says_title, size

_TAKE = 0.6
"""The share of all paragraphs' text that is the article's at least."""
_LEAST = 800
"""With less text in paragraphs than this, they tell nothing."""
_FEW = 3
_TITLES = ("h1", "h2", "h3")
TAGS = ("p", *_TITLES)
"""The elements that tell where the article is."""
_STRING = etree.XPath("string()", smart_strings=False)


class Place(NamedTuple):
    """`inner` holds the article; `outer` is the `main` or `article` around it, where a picture may stand before it."""

    outer: _Element
    inner: _Element


def narrowed(root: _Element, found: Mapping[str, list[_Element]], titles: Sequence[str]) -> Place:
    """The element around the headline and most paragraphs, or the `article` around that; else the root.

    `found` are the page's elements by their tags, those of `TAGS` at least.
    """
    masses = _masses(found["p"])
    if masses.get(root, 0) < _LEAST:
        return Place(root, root)
    place = _innermost(masses, root)
    holders = next(_holders(found, titles), None)
    if holders is None:
        return Place(root, root)
    common = next((each for each in (place, *place.iterancestors()) if each in holders), root)
    inner = next((each for each in (common, *common.iterancestors()) if each.tag == "article"), common)
    return Place(next(inner.iterancestors("main", "article"), inner), inner)


def _masses(paragraphs: list[_Element]) -> dict[_Element, int]:
    """How much text in paragraphs each element holds; none where there are but a few."""
    parents: defaultdict[_Element, int] = defaultdict(int)
    for paragraph in paragraphs:
        parent = paragraph.getparent()
        if parent is not None:
            parents[parent] += size(_text(paragraph).strip())
    masses: defaultdict[_Element, int] = defaultdict(int)
    for element, mass in parents.items() if len(paragraphs) >= _FEW else ():
        masses[element] += mass
        for ancestor in element.iterancestors():
            masses[ancestor] += mass
    return masses


def _text(element: _Element) -> str:
    return str(_STRING(element)) if len(element) else element.text or ""


def _innermost(masses: dict[_Element, int], root: _Element) -> _Element:
    """The last element in the page's order of those that hold most text; each of them holds the next."""
    least = _TAKE * masses[root]
    return min((element for element in masses if masses[element] >= least), key=lambda element: masses[element])


def _holders(found: Mapping[str, list[_Element]], titles: Sequence[str]) -> Iterator[frozenset[_Element]]:
    """A heading that says the page's declared title, and all around it, headings of the first level first."""
    for tag in _TITLES:
        for heading in found[tag]:
            if says_title(_text(heading), titles):
                yield frozenset((heading, *heading.iterancestors()))

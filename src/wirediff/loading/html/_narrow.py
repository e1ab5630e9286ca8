"""Where on a page the article surely is, by its paragraphs and headline.

The walk, which costs most, then goes through that part of the page alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from wirediff.loading._trees import summed_upwards
from wirediff.loading.html._page import says_title, size

_TAKE = 0.6
"""An article holds at least this share of the text in the page's paragraphs. Chosen by hand: comments hold the rest."""
_LEAST = 800
"""With less text in paragraphs than this, as many teasers may hold as much as the article."""
_FEW = 3
"""With fewer paragraphs than this, line breaks may part the article's."""
_TITLES = ("h1", "h2", "h3")
TAGS = ("p", *_TITLES)
"""The elements that show where the article is."""
_STRING = etree.XPath("string()", smart_strings=False)


class Scope(NamedTuple):
    """`inner` holds the article; `outer` is the `main` or `article` around it, where a picture may come before it."""

    outer: _Element
    inner: _Element


def narrowed(root: _Element, found: Mapping[str, list[_Element]], titles: Sequence[str]) -> Scope:
    """The element around the headline and most paragraphs, or the `article` around that; else the root.

    `found` are the page's elements by their tags, which are `TAGS` or more.
    """
    masses = _masses(found["p"])
    if masses.get(root, 0) < _LEAST:
        return Scope(root, root)
    place = _innermost(masses, root)
    holders = next(_holders(found, titles), None)
    if holders is None:
        return Scope(root, root)
    common = next((each for each in (place, *place.iterancestors()) if each in holders), root)
    inner = next((each for each in (common, *common.iterancestors()) if each.tag == "article"), common)
    return Scope(next(inner.iterancestors("main", "article"), inner), inner)


def _masses(paragraphs: list[_Element]) -> dict[_Element, int]:
    """How much text in paragraphs each element holds; nothing where there are only a few paragraphs."""
    parents: defaultdict[_Element, int] = defaultdict(int)
    for paragraph in paragraphs:
        parent = paragraph.getparent()
        if parent is not None:
            parents[parent] += size(_text(paragraph).strip())
    return summed_upwards(parents if len(paragraphs) >= _FEW else {})


def _text(element: _Element) -> str:
    return str(_STRING(element)) if len(element) else element.text or ""


def _innermost(masses: dict[_Element, int], root: _Element) -> _Element:
    """The innermost of the elements that hold most text; each of them holds the next."""
    least = _TAKE * masses[root]
    return min((element for element in masses if masses[element] >= least), key=lambda element: masses[element])


def _holders(found: Mapping[str, list[_Element]], titles: Sequence[str]) -> Iterator[frozenset[_Element]]:
    """Each heading that says the page's declared title, and all around it, headings of the first level first."""
    for tag in _TITLES:
        for heading in found[tag]:
            if says_title(_text(heading), titles):
                yield frozenset((heading, *heading.iterancestors()))

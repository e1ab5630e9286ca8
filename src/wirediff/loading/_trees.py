"""Where the elements of lxml's trees are: their lines, their paths, what is around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping
from itertools import islice
from typing import TypeVar

from lxml.etree import _Element

_T = TypeVar("_T")


def source_line(element: _Element) -> int | None:
    """The line on which an element starts."""
    line = element.sourceline
    return line if isinstance(line, int) else None


def upwards(element: _Element, most: int | None = None) -> Iterator[_Element]:
    """An element and what is around it, from the inside out; at most so many levels around it."""
    yield element
    yield from islice(element.iterancestors(), most)


def is_all_in(element: _Element, tags: Container[str]) -> bool:
    """Whether all text of an element is in its only child, which has one of these tags."""
    only = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    return only is not None and only.tag in tags and not (only.tail or "").strip()


def summed_upwards(sizes: Mapping[_Element, int]) -> defaultdict[_Element, int]:
    """The size of each element with all in it, where `sizes` are those of what is directly in each."""
    sums: defaultdict[_Element, int] = defaultdict(int)
    for element, size in sizes.items():
        for each in upwards(element):
            sums[each] += size
    return sums


def from_above(known: dict[_Element, _T], element: _Element, step: Callable[[_T | None, _Element], _T]) -> _T:
    """What follows for `element` from what is `known` of its parent, worked out once for each element.

    A loop, as a page may be nested deeper than Python's calls.
    """
    way: list[_Element] = []
    current: _Element | None = element
    while current is not None and current not in known:
        way.append(current)
        current = current.getparent()
    above = None if current is None else known[current]
    for each in reversed(way):
        above = known[each] = step(above, each)
    return known[element]


class Paths:
    """The XPaths of one tree's elements; each parent's children are counted once.

    lxml's `getpath` counts an element's siblings anew each time, which is quadratic on a page of many like paragraphs.
    """

    def __init__(self) -> None:
        self._paths: dict[_Element, str] = {}
        self._steps: dict[_Element, str] = {}

    def path(self, element: _Element) -> str:
        """An XPath that finds `element` and nothing else, in the form of `getpath`."""
        return from_above(self._paths, element, self._below)

    def _below(self, above: str | None, element: _Element) -> str:
        return (above or "") + (self._steps.get(element) or self._step(element))

    def _step(self, element: _Element) -> str:
        """The step to an element from its parent; those to its siblings of the same tag are kept too.

        lxml cannot be asked for a tag with a control character, as a broken page may have.
        """
        parent, tag = element.getparent(), element.tag
        if parent is None:
            return f"/{tag}"
        alike = list(parent.iterchildren(tag)) if tag.isalnum() else [each for each in parent if each.tag == tag]
        if len(alike) == 1:
            return f"/{tag}"
        self._steps.update((each, f"/{tag}[{number}]") for number, each in enumerate(alike, 1))
        return self._steps[element]

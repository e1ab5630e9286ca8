"""Where elements stand, as XPaths.

lxml's `getpath` counts an element's siblings anew each time, which is quadratic on a page of many like paragraphs.
"""

from __future__ import annotations

from lxml.etree import _Element


class Paths:
    """The paths of one tree; each parent's children of a tag are counted once."""

    def __init__(self) -> None:
        self._paths: dict[_Element, str] = {}

    def path(self, element: _Element) -> str:
        """An XPath that finds `element` and nothing else, in the form of `getpath`."""
        way: list[_Element] = []
        current: _Element | None = element
        while current is not None and current not in self._paths:
            way.append(current)
            current = current.getparent()
        for each in reversed(way):
            if each not in self._paths:
                self._add_siblings(each)
        return self._paths[element]

    def _add_siblings(self, element: _Element) -> None:
        """The paths of an element and its siblings of the same tag, numbered where there are several."""
        parent, tag = element.getparent(), str(element.tag)
        alike = [element] if parent is None else list(parent.iterchildren(tag))
        above = "" if parent is None else self._paths[parent]
        if len(alike) == 1:
            self._paths[element] = f"{above}/{tag}"
        else:
            self._paths.update((each, f"{above}/{tag}[{number}]") for number, each in enumerate(alike, 1))

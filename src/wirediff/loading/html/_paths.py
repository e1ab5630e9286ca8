"""Where elements stand, as XPaths.

lxml's `getpath` counts an element's siblings anew each time, which is quadratic on a page of many like paragraphs.
"""

from __future__ import annotations

from lxml.etree import _Element


class Paths:
    """The paths of one tree; each parent's children are counted once."""

    def __init__(self) -> None:
        self._paths: dict[_Element, str] = {}
        self._numbers: dict[_Element, str] = {}

    def path(self, element: _Element) -> str:
        """An XPath that finds `element` and nothing else, in the form of `getpath`."""
        way: list[_Element] = []
        current: _Element | None = element
        while current is not None and current not in self._paths:
            way.append(current)
            current = current.getparent()
        path = "" if current is None else self._paths[current]
        for each in reversed(way):
            if each not in self._numbers:
                self._number_siblings(each)
            path = f"{path}/{each.tag}{self._numbers[each]}"
            self._paths[each] = path
        return self._paths[element]

    def _number_siblings(self, element: _Element) -> None:
        """The numbers of an element and its siblings of the same tag, if there are any.

        lxml cannot be asked for a tag with a control character, as a broken page may have.
        """
        parent, tag = element.getparent(), element.tag
        if parent is None:
            alike = [element]
        elif tag.isalnum():
            alike = list(parent.iterchildren(tag))
        else:
            alike = [each for each in parent if each.tag == tag]
        if len(alike) == 1:
            self._numbers[element] = ""
        else:
            self._numbers.update((each, f"[{number}]") for number, each in enumerate(alike, 1))

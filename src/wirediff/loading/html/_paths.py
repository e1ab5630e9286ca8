"""Where elements stand, as XPaths.

lxml's `getpath` counts an element's siblings anew each time, which is quadratic on a page of many like paragraphs.
"""

from __future__ import annotations

from collections import defaultdict

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
        """The numbers of an element and all its siblings, where several have one tag.

        Tags are compared here: lxml cannot be asked for one with a control character, as a broken page may have.
        """
        parent = element.getparent()
        alike: dict[str, list[_Element]] = defaultdict(list)
        for each in (element,) if parent is None else parent:
            alike[each.tag].append(each)
        for found in alike.values():
            if len(found) == 1:
                self._numbers[found[0]] = ""
            else:
                self._numbers.update((each, f"[{number}]") for number, each in enumerate(found, 1))

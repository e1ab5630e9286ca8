"""Where elements stand, as XPaths.

lxml's `getpath` counts an element's siblings anew each time, which is quadratic on a page of many like paragraphs.
"""

from __future__ import annotations

from collections import Counter

from lxml.etree import _Element


class Paths:
    """The paths of one tree; each parent's children are counted once."""

    def __init__(self) -> None:
        self._steps: dict[_Element, str] = {}

    def path(self, element: _Element) -> str:
        """An XPath that finds `element` and nothing else, in the form of `getpath`."""
        steps = [self._step(each) for each in (element, *element.iterancestors())]
        return "/" + "/".join(reversed(steps))

    def _step(self, element: _Element) -> str:
        if element not in self._steps:
            parent = element.getparent()
            self._count([element] if parent is None else list(parent))
        return self._steps[element]

    def _count(self, children: list[_Element]) -> None:
        """Name every child: its tag, with its number among those of that tag where there are several."""
        totals = Counter(child.tag for child in children)
        seen: Counter[object] = Counter()
        for child in children:
            seen[child.tag] += 1
            number = f"[{seen[child.tag]}]" if totals[child.tag] > 1 else ""
            self._steps[child] = f"{child.tag}{number}"

"""All text of a page's tree, furniture and what is hidden too, in the lines that a browser would show."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple, cast

from lxml import etree
from lxml.etree import _Element

from wirediff.errors import InputError
from wirediff.loading._trees import from_above
from wirediff.loading.html._markup import BLOCKS, DROPPED, is_shadow_tree
from wirediff.loading.html._parse import parsed

_TEXTS = etree.XPath(
    "descendant-or-self::*[not(self::script or self::style or self::title)]"
    "/node()[self::text()[normalize-space()] or self::br or self::iframe[@srcdoc]]"
)
"""The texts of a tree in their order, without those of scripts and mere white space; line breaks; pages in frames.

In one step, as libxml2 takes 25 seconds to unite 128,000 texts with as many line breaks.
"""
_UNREAD = frozenset({"script", "style", "title"})
_SPACES = re.compile(r"\s+")
_BREAK = "\0"
"""Stands for a line break, as no text of a tree can hold it."""
_PARAGRAPHS = re.compile(rf"(?: ?{_BREAK}){{2,}} ?")


def shown_lines(
    root: _Element, skipped: Collection[_Element], kept: Collection[_Element]
) -> Iterator[tuple[_Element, str]]:
    """Each line of the tree and the element that it is directly in; what was skipped inside a line comes after it."""
    places: dict[_Element, _Place] = {}

    def place_in(above: _Place | None, element: _Element) -> _Place:
        block = element.tag in BLOCKS
        left_out = (element.tag in DROPPED and not is_shadow_tree(element)) or element in skipped
        if above is not None and above.apart is not None:
            return _Place(element, above.apart) if block or left_out else above
        if left_out and not block and element not in kept:
            return _Place(element, element)
        return _Place(element, None) if block or above is None or element in kept else above

    main = _Stretch()
    inside: dict[_Element, _Stretch] = {}
    for node in cast("list[Any]", _TEXTS(root)):
        element: Any = node if isinstance(node, etree._Element) else node.getparent()
        is_tail = element.tag == "br" if node is element else node.is_tail
        holder = element.getparent() if is_tail else element
        place = places.get(holder) or from_above(places, holder, place_in)
        stretch = main if place.apart is None else inside.setdefault(place.apart, _Stretch())
        if stretch is main and place.owner is not main.owner:
            yield from main.ended()
            for each in inside.values():
                yield from each.ended()
            inside.clear()
        stretch.add(place.owner, _put_in_place_of(element) if node is element else node, element, is_tail)
    for each in (main, *inside.values()):
        yield from each.ended()


def _put_in_place_of(element: _Element) -> str:
    """A line break, or the lines of the page in a frame's attribute."""
    if element.tag == "br":
        return _BREAK
    try:
        root, _ = parsed(element.get("srcdoc", "").encode("utf-8", "replace"), "srcdoc")
    except InputError:  # nothing is in it
        return _BREAK
    etree.strip_attributes(root, "srcdoc")  # a page can hold frames without end
    return (_BREAK * 2).join(text for _, text in shown_lines(root, (), ())) or _BREAK


class _Place(NamedTuple):
    """The element that a text is directly in, and the one around that was left out inside a line, if there is one."""

    owner: _Element
    apart: _Element | None


class _Stretch:
    """Text that goes on over what is left out inside it: its lines so far and the one in the making."""

    def __init__(self) -> None:
        self.owner: _Element | None = None
        self._pieces: list[str] = []
        self._lines: list[tuple[_Element, str]] = []

    def add(self, owner: _Element, text: str, element: _Element, is_tail: bool) -> None:
        """Add the text or tail of an element, which is directly in `owner`."""
        if owner is not self.owner:
            self._end()
            self.owner = owner
        elif not (self._pieces[-1][-1].isspace() or text[0].isspace()):
            self._pieces.append(_gap(element, is_tail))
        self._pieces.append(text)

    def ended(self) -> list[tuple[_Element, str]]:
        """The lines, of which there are none afterwards."""
        self._end()
        lines, self._lines = self._lines, []
        return lines

    def _end(self) -> None:
        if self.owner is None:
            return
        text, owner = "".join(self._pieces), self.owner
        for paragraph in _PARAGRAPHS.split(_SPACES.sub(" ", text)) if _BREAK in text else (text,):
            line = " ".join(paragraph.replace(_BREAK, " ").split())
            if line:
                self._lines.append((owner, line))
        self._pieces.clear()
        self.owner = None


def _gap(element: _Element | None, after: bool) -> str:
    """What a browser shows before the text or, `after` the element, its tail: white space, a break or nothing.

    It goes back in the tree to the text before.
    """
    text: str | None = None
    while element is not None and not text:
        if not after:
            previous = element.getprevious()
            after, element = previous is not None, element.getparent() if previous is None else previous
            text = None if element is None else element.tail if after else element.text
        elif element.tag in BLOCKS:
            return _BREAK * 2
        elif (last := next(element.iterchildren(reversed=True), None)) is not None:
            element, text = last, last.tail
        else:
            after, text = False, None if element.tag in _UNREAD else element.text
    return " " if text and text[-1].isspace() else ""

"""Which lines of a page belong to the article, and where in it each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from lxml.etree import _Element

from wirediff.loading.html._content import Content
from wirediff.loading.html._lines import Line
from wirediff.loading.html._walk import Page
from wirediff.newsroom import dateline

Zone: TypeAlias = Literal["above", "head", "body", "tail", "around"]
"""Before the headline, before the first paragraph of the body, in it, after its last one, or outside of the body."""


_FAR = 1000
_MOST_DECKS = 2
"""More paragraphs than these between headline and body are the body's beginning."""


class Placed(NamedTuple):
    """A line, its zone, and how many lines stand between it and the last image before it."""

    line: Line
    zone: Zone
    since_image: int


def placed(page: Page, content: Content) -> list[Placed]:
    """The lines outside of furniture that stand in the article's container, up to a following article's headline."""
    kept = list(_kept(page, content))
    decks = _decks(line for line, _, _ in kept)
    prose = [place for place, (line, inside, _) in enumerate(kept) if inside and line.prose and place not in decks]
    first, last = (prose[0], prose[-1]) if prose else (0, len(kept))
    title = next((place for place, (line, _, _) in enumerate(kept) if line is content.title), -1)
    early = [place for place in range(title + 1, first) if place not in decks and _is_paragraph(kept[place][0])]
    if len(early) > _MOST_DECKS:
        first = early[0]
    first = next((place for place in early if dateline(kept[place][0].text)), first)
    return [
        Placed(line, "head" if place in decks else _zone(place, line, inside, (title, first, last)), since)
        for place, (line, inside, since) in enumerate(kept)
    ]


def _is_paragraph(line: Line) -> bool:
    """Whether a line is prose in an element of its own that stands in no picture."""
    return line.prose and line.element.tag == "p" and line.context.figure is None and line.context.role != "deck"


def _decks(lines: Iterable[Line]) -> set[int]:
    """The places of what is named a deck and stands above the author's name or the date, if anything names those."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        if line.context.role == "deck":
            found.add(place)
        elif line.context.role in ("maker", "date"):
            return found
        elif line.prose and not line.context.heading:
            break
    return set()


class _Rings:
    """Which of a few elements are around others; the way up the tree is gone once for each element."""

    def __init__(self, *elements: _Element) -> None:
        self._known: dict[_Element, frozenset[_Element]] = {}
        self._wanted = frozenset(elements)

    def around(self, element: _Element) -> frozenset[_Element]:
        """Those of the elements that are `element` or hold it."""
        way: list[_Element] = []
        current: _Element | None = element
        while current is not None and current not in self._known:
            way.append(current)
            current = current.getparent()
        found = frozenset() if current is None else self._known[current]
        for each in reversed(way):
            found = found | {each} if each in self._wanted else found
            self._known[each] = found
        return found


def _kept(page: Page, content: Content) -> Iterator[tuple[Line, bool, int]]:
    """Each line with whether it stands in the body, and how far behind an image."""
    images, since = 0, _FAR
    begun = content.title is None
    rings = _Rings(content.body, content.container, content.outer)
    for line in page.lines:
        since = 0 if line.image > images else since + 1
        images = line.image
        if not content.holds(line):
            continue
        inside = rings.around(line.element)
        if content.container not in inside and (begun or not _is_opening_picture(line, content.outer in inside)):
            continue
        if begun and _starts_another(line, content):
            return
        begun = begun or line is content.title
        yield line, content.body in inside, since


def _is_opening_picture(line: Line, in_outer: bool) -> bool:
    """Whether a line belongs to a picture above the headline."""
    figure = line.context.figure
    return in_outer and figure is not None and figure.tag == "figure"


def _starts_another(line: Line, content: Content) -> bool:
    """Whether a line is the headline of a following article."""
    if line.context.heading != 1 or content.title is None or line is content.title:
        return False
    own = _article_around(content.title.element)
    other = _article_around(line.element)
    return other is not None and own is not None and other is not own and own not in other.iterancestors()


def _article_around(element: _Element) -> _Element | None:
    return next(element.iterancestors("article"), None)


def _zone(place: int, line: Line, inside: bool, bounds: tuple[int, int, int]) -> Zone:
    """The zone of the line at `place`; `bounds` are the places of the title and of the first and last prose."""
    title, first, last = bounds
    if place < min(title, first):
        return "above"
    if place < first and not (inside and line.element.tag == "p"):
        return "head"
    if place > last:
        return "tail" if inside else "around"
    return "body" if inside else "around"

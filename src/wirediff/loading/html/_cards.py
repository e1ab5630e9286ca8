"""Teasers of other articles among the text: a heading that is a link, with a picture or a sentence under it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.etree import _Element

from wirediff.loading.html._context import Mark
from wirediff.loading.html._page import Line, links_away

_CLIMB = 6
"""How many levels above its heading a teaser's own element is looked for."""
_CARD_TEXT = 1000
"""Room for a heading, a teaser, and the titles of a few stories more."""
_KIND = "teaser"


def mark_cards(lines: list[Line]) -> None:
    """Mark the lines in elements that hold one linked heading and little text beside it."""
    headings = [line for line in lines if line.context.heading > 1 and links_away(line)]
    if not headings:
        return
    texts = {element: 0 for line in headings for element in _around(line)}
    others = dict.fromkeys(texts, 0)
    for line in lines:
        for element in _around(line):
            if element in texts:
                texts[element] += len(line.text)
                others[element] += line.context.heading > 0
    found = frozenset(card for line in headings for card in islice(_possible(line, texts, others), 1))
    inside: defaultdict[_Element, list[Line]] = defaultdict(list)
    for line in lines if found else ():
        for card in islice((each for each in _upwards(line.element) if each in found), 1):
            inside[card].append(line)
    for card, held in inside.items():
        if sum(len(line.text) for line in held) <= _CARD_TEXT:
            for line in held:
                line.context = line.context._replace(marks=(*line.context.marks, Mark(card, _KIND, "teaser")))


def _upwards(element: _Element) -> Iterator[_Element]:
    yield element
    yield from element.iterancestors()


def _around(line: Line) -> list[_Element]:
    """The line's element and the next few around it."""
    element = line.element
    around = [element]
    while len(around) <= _CLIMB and (parent := element.getparent()) is not None:
        around.append(parent)
        element = parent
    return around


def _possible(line: Line, texts: dict[_Element, int], others: dict[_Element, int]) -> Iterable[_Element]:
    """The elements around a heading that hold no other one and some text more than it, the largest first."""
    own = [each for each in _around(line) if others[each] == 1 and len(line.text) < texts[each] <= _CARD_TEXT]
    return reversed(own)

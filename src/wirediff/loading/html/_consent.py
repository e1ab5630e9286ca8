"""Dialogs that ask for consent to cookies; on short stories' pages they hold more text than the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from lxml.etree import _Element

from wirediff.loading._trees import upwards
from wirediff.loading.html._context import Mark
from wirediff.loading.html._page import Line, says_title
from wirediff.newsroom import words
from wirediff.packaged import alternatives

_TERMS = 2
"""Different terms in a line of a dialog; one alone is in many articles. Chosen by hand."""
_SHARE = 0.5
"""The share of a dialog's prose that speaks of consent: the rest lists purposes and partners. Chosen by hand."""
_LONGEST_BUTTON = 40
"""Characters: a longer text is not a button's."""
_BUTTONS = ("button", "a", "input", "span", "div")
_WHOLE = frozenset({"html", "body", "main", "article"})


CONSENT = "consent"


def mark_consent(lines: Sequence[Line], titles: Sequence[str]) -> frozenset[_Element]:
    """Mark the lines in dialogs that ask for consent; return the dialogs, which are furniture however long they are."""
    dialogs = _dialogs(lines, titles)
    for line in lines if dialogs else ():
        around = next((each for each in upwards(line.element) if each in dialogs), None)
        if around is not None:
            marks = (*line.context.marks, Mark(around, CONSENT, "unseen"))
            line.context = line.context._replace(marks=marks)
    return dialogs


def _dialogs(lines: Sequence[Line], titles: Sequence[str]) -> frozenset[_Element]:
    """The outermost elements whose prose mostly speaks of consent and that have a button for it.

    What holds the page's headline is an article about the matter.
    """
    prose = [line for line in lines if line.prose]
    text = "\n".join(line.text for line in prose).casefold()
    if not any(map(text.__contains__, words("consent.signs"))):
        return frozenset()
    speaking = [line for line in prose if _speaks_of_consent(line.text)]
    if not speaking:
        return frozenset()
    kept = {
        each
        for line in lines
        if line.context.heading and says_title(line.text, titles)
        for each in upwards(line.element)
    }
    around = {each for line in speaking for each in upwards(line.element) if each.tag not in _WHOLE} - kept
    sizes = _sizes(lines, around)
    said = _sizes(speaking, around)
    possible = {each for each in around if said[each] >= _SHARE * sizes[each]}
    outermost = (each for each in possible if possible.isdisjoint(each.iterancestors()))
    return frozenset(each for each in outermost if any(map(_is_button, _buttons(each))))


def _sizes(lines: Iterable[Line], wanted: set[_Element]) -> defaultdict[_Element, int]:
    """How much prose each of the wanted elements holds."""
    sizes: defaultdict[_Element, int] = defaultdict(int)
    for line in lines:
        for each in upwards(line.element) if line.prose else ():
            if each in wanted:
                sizes[each] += line.size
    return sizes


def _speaks_of_consent(text: str) -> bool:
    return len(set(_terms().findall(text.casefold()))) >= _TERMS


def _buttons(element: _Element) -> Iterator[str]:
    """What is written on the buttons in an element, whatever makes them."""
    for each in element.iter(*_BUTTONS):
        yield each.get("value", "") if each.tag == "input" else "".join(map(str, each.itertext()))


def _is_button(text: str) -> bool:
    return len(text) <= _LONGEST_BUTTON and " ".join(text.split()).casefold() in words("consent.buttons")


@cache
def _terms() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(words('consent.terms'))}")

"""The units of a plain text: one for each paragraph, whether its lines are wrapped or not.

White space inside a unit stays as it is, so that offsets lead back into the file; only a word that was broken is whole.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from wirediff.model import Kind
from wirediff.newsroom import words

WRAP_WIDTH = 100
"""A text with a longer line than this was not wrapped by an editor; most wrap at 72 to 80 columns."""
_LIST_ITEM = re.compile(r"^(?:[-*•‣▪–—●◦]|\(?\d{1,3}[.)]|[a-z]\))\s+\S")
_BREAK = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_WORDS = frozenset("AIOÀÈÓ")
"""Letters that often begin a sentence as a word, in English and the Romance languages."""
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Unit(NamedTuple):
    """The text of one paragraph, heading or caption, where it starts, if a blank line is above it, and its role."""

    text: str
    line: int
    column: int
    apart: bool
    kind: Kind = "paragraph"


def units(text: str) -> list[Unit]:
    """Return the units of `text` in order."""
    lines = [_unit(line, number) for number, line in enumerate(_LINE_ENDS.split(text), 1)]
    width = _wrap_width(lines)
    found: list[Unit] = []
    apart, room = True, True
    for line in lines:
        if not line.text:
            apart = room = True
            continue
        if width and found and not apart and _continues(found[-1], line, room):
            found[-1] = found[-1]._replace(text=_joined(found[-1].text, line.text))
        else:
            found.append(line._replace(apart=apart))
        room = not width or len(line.text) + line.column <= width - 12
        apart = False
    return _with_initials(found, text)


def _joined(above: str, below: str) -> str:
    """Two lines of a paragraph; where the first ends inside a word, a soft hyphen takes the place of the line's end."""
    first = _FIRST_WORD.match(below)
    broken = first is not None and first[0].islower() and first[0] not in words("words.joining")
    return f"{above[:-1]}\u00ad{below}" if broken and _BREAK.search(above) else f"{above}\n{below}"


def _with_initials(found: list[Unit], text: str) -> list[Unit]:
    """The units, a large initial on a line of its own put to the word that it was cut off from.

    A letter that is a word too is one unless the text has the two as one word elsewhere: "A", "fter".
    """
    for place in range(len(found) - 2, -1, -1):
        initial, unit = found[place], found[place + 1]
        rest = _FIRST_WORD.match(unit.text)
        if len(initial.text) == 1 and initial.text.isupper() and rest and rest[0][0].islower():
            one = initial.text not in _WORDS or re.search(rf"\b{initial.text}{rest[0]}\b", text, re.IGNORECASE)
            found[place : place + 2] = [initial._replace(text=f"{initial.text}{'' if one else ' '}{unit.text}")]
    return found


def _unit(line: str, number: int) -> Unit:
    stripped = line.strip().strip("\ufeff").strip()
    return Unit(stripped, number, len(line) - len(line.lstrip()) + 1, False)


def _continues(above: Unit, line: Unit, room: bool) -> bool:
    """Whether a wrapped line goes on with the paragraph above: that had no room left, or this starts in lower case."""
    if _LIST_ITEM.match(line.text) or (line.column > above.column + 1 and not _LIST_ITEM.match(above.text)):
        return False
    return not room or line.text[:1].islower()


def _wrap_width(lines: list[Unit]) -> int:
    """The column at which an editor wrapped the text, or 0 if each line is a paragraph.

    Wrapped lines end where the next word would not have fitted, and mostly inside a sentence.
    """
    inner = [(line, below) for line, below in pairwise(lines) if line.text and below.text]
    longest = max((len(line.text) + line.column - 1 for line in lines), default=0)
    if longest > WRAP_WIDTH or longest < 40 or len(inner) < 2:
        return 0
    full = sum(_was_full(line, below, longest) for line, below in inner)
    return longest if full >= 0.6 * len(inner) else 0


def _was_full(line: Unit, below: Unit, width: int) -> bool:
    first = below.text.split(" ", 1)[0]
    return len(line.text) + line.column + len(first) > width - 4 and line.text[-1] not in ".!?"


def is_list_item(text: str) -> bool:
    """Return whether a line begins with a list's bullet or number."""
    return _LIST_ITEM.match(text) is not None

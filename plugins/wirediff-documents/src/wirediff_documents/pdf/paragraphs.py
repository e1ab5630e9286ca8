"""The lines of a column as paragraphs, and paragraphs that go on in the next column or on the next page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile
from typing import TypeAlias

from wirediff.newsroom import is_date
from wirediff.newsroom.bylines import is_byline
from wirediff.segment import CLOSING_QUOTES, SENTENCE_ENDS
from wirediff_documents.pdf.lines import around
from wirediff_documents.pdf.shapes import Box, Line

_OTHER_SIZE = 0.08
"""Share by which sizes of type differ that are not the same; small capitals and fallback fonts differ less."""
_WIDER_STEP = 1.22
"""A distance of base lines beside the usual one of their size that parts paragraphs: half a line is 1.5."""
_WIDEST_STEP = 3.0
"""Sizes of type between base lines, at most: text with double spacing has 2.4 to 2.8."""
_FEW_LINES = 8
"""Lines of a column that are too few to show their usual distance."""
_FOR_SIGNS = 0.3
"""Ems by which the sign of a footnote may move its line down: browsers make room for it."""
_USUAL_STEP = 1.4
"""The same where only one line has that size."""
_INDENT = (0.6, 5.0)
"""Ems that the first line of a paragraph may be indented."""
_SPACE = 0.3
_ROOM = 0.3
"""Ems that have to be left if the next word had been put at the end of a line, with a space: it would have fitted."""
_MUCH_ROOM = 3.0
"""The same where the next line begins in the middle of a sentence, as centred lines do."""
_LEVEL = 0.15
"""Ems by which lines differ that begin at one place."""
_FULL = 0.12
"""Share of a column's width that may be free at the end of a line that is full."""
_STOPS = tuple(SENTENCE_ENDS)
_ENDS = (*SENTENCE_ENDS, *CLOSING_QUOTES, ":", ")")
BULLET = re.compile(r"[-–•‣▪■□●◦○∙·*►➤✓\ue000-\uf8ff](?:\s+|$)")
"""How the items of lists begin; characters for private use are the signs of fonts such as Symbol."""
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+\S")
_HYPHENS = ("-", "\u2010", "\xad")
Steps: TypeAlias = "dict[int, float]"
"""Distances of base lines by the size of type."""


@dataclass(eq=False)
class Paragraph:
    """Lines that belong together: on which page, from which line of it, and in a column that ends where."""

    lines: list[Line]
    page: int
    number: int
    right: float
    indented: bool = False
    is_first: bool = False

    @property
    def size(self) -> float:
        """The size of type of the first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def box(self) -> Box:
        """The rectangle around its lines."""
        return around(self.lines)

    @property
    def text(self) -> str:
        """Its words, lines parted by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_bulleted(self) -> bool:
        """Whether it begins with the bullet of a list."""
        return BULLET.match(self.lines[0].text) is not None

    @property
    def is_item(self) -> bool:
        """Whether it begins with the bullet or the number of a list."""
        return self.is_bulleted or _NUMBERED.match(self.text) is not None


def paragraphs(lines: Sequence[Line], page: int, number: int, usual: Steps) -> Iterator[Paragraph]:
    """The paragraphs of a column, whose first line is the line `number` of the page."""
    first = True
    for run in _runs(lines, _own_steps(lines, usual)):
        right = max(line.x1 for line in run)
        held: list[Line] = []
        indented = False
        for place, line in enumerate(run):
            if held and _begins(held, line, run[place + 1 : place + 2], right):
                yield Paragraph(held, page, number, right, indented, first)
                number += len(held)
                indented, first, held = _is_indented(held[-1], line), False, []
            held.append(line)
        yield Paragraph(held, page, number, right, indented, first)
        number += len(held)
        first = False


def _runs(lines: Sequence[Line], steps: Steps) -> Iterator[list[Line]]:
    """The lines that follow each other at the usual distance in type of one size: a paragraph or several."""
    held: list[Line] = []
    for line in lines:
        if held and not _is_next(held[-1], line, steps):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _is_next(above: Line, line: Line, steps: Steps) -> bool:
    widest = _WIDER_STEP * steps.get(round(line.size), _USUAL_STEP * line.size)
    if any(glyph.raised for glyph in line.glyphs):
        widest += _FOR_SIGNS * line.size
    return _same_size(above, line) and 0 < line.base - above.base < widest


def usual_steps(columns: Iterable[Sequence[Line]]) -> Steps:
    """The usual distance of base lines for each size of type: a low quartile, as paragraphs may be short and apart."""
    found: dict[int, list[float]] = defaultdict(list)
    for lines in columns:
        for above, below in pairwise(lines):
            step = below.base - above.base
            if _same_size(above, below) and 0.8 * above.size < step < _WIDEST_STEP * above.size:
                found[round(above.size)].append(step)
    return {size: sorted(steps)[len(steps) // 4] for size, steps in found.items()}


def _own_steps(lines: Sequence[Line], usual: Steps) -> Steps:
    """Those of a column where it has enough lines, else those of the document."""
    return usual if len(lines) < _FEW_LINES else {**usual, **usual_steps([lines])}


def _begins(held: list[Line], line: Line, following: Sequence[Line], right: float) -> bool:
    """Whether a line begins a paragraph after the lines so far."""
    above = held[-1]
    if BULLET.match(line.text) or _is_of_head(above.text, line.text):
        return True
    if above.text.endswith(_HYPHENS) and line.text[0].islower():
        return False
    room = _room(above, line, right)
    starts = above.bold != line.bold or above.text.endswith(_ENDS) or not line.text[0].islower()
    if room > (_ROOM if starts else _MUCH_ROOM) * line.size:
        return True
    if BULLET.match(held[0].text) or _NUMBERED.match(held[0].text):
        return _NUMBERED.match(line.text) is not None and line.x0 < above.x0
    hangs = len(held) == 1 and following and abs(following[0].x0 - line.x0) < _LEVEL * line.size
    return _is_indented(above, line) and not hangs and abs(_second(held[0]) - line.x0) > _LEVEL * line.size


def _second(line: Line) -> float:
    """Where the second word of a line begins: there the others begin too where the first one is a sign."""
    after = dropwhile(lambda glyph: not glyph.text.isspace(), line.glyphs)
    return next((glyph.x0 for glyph in after if not glyph.text.isspace()), line.x1)


def _is_of_head(above: str, line: str) -> bool:
    """Whether two lines say who wrote a story, and when: they are set close to each other."""
    return (is_byline(above) or is_date(above)) and (is_byline(line) or is_date(line))


def _same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _OTHER_SIZE * max(above.size, below.size)


def _room(above: Line, line: Line, right: float) -> float:
    """How much of the line above would have been left if the first word of the next one had been put there."""
    word = list(takewhile(lambda glyph: not glyph.text.isspace(), line.glyphs))
    return right - above.x1 - (word[-1].x1 - word[0].x0 if word else 0.0) - _SPACE * line.size


def _is_indented(above: Line, line: Line) -> bool:
    least, most = _INDENT
    if abs(above.x0 + above.x1 - line.x0 - line.x1) < line.size:
        return False  # Both are centred.
    return least * line.size < line.x0 - above.x0 < most * line.size


def uses_indents(found: Iterable[Paragraph]) -> bool:
    """Whether a document marks paragraphs by indents: then one that isn't goes on with the text before it."""
    every = list(found)
    return sum(paragraph.indented for paragraph in every) > 0.5 * len(every)


def goes_on(before: Paragraph, after: Paragraph, *, by_indents: bool) -> bool:
    """Whether a paragraph at the head of a column goes on with the last one of the column before."""
    last, first = before.lines[-1], after.lines[0]
    if not _same_size(last, first) or before.bold != after.bold or after.is_bulleted:
        return False
    if last.text.endswith(_HYPHENS):
        return True
    if first.text[0].islower():
        return not last.text.endswith(_STOPS)
    width = before.right - before.box.x0
    full = last.x1 > before.right - _FULL * width and len(last.text) > 12
    if not last.text.endswith(_ENDS):
        return full and len(before.lines) > 1
    return full and by_indents and not after.indented and not _indented_head(after)


def _indented_head(paragraph: Paragraph) -> bool:
    """Whether the first line of a paragraph of several lines is indented."""
    return len(paragraph.lines) > 1 and _is_indented(paragraph.lines[1], paragraph.lines[0])

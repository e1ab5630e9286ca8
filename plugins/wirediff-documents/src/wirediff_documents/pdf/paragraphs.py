"""The lines of a column as paragraphs, and paragraphs that go on in the next column or on the next page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wirediff.segment import CLOSING_QUOTES, SENTENCE_ENDS
from wirediff_documents.pdf.lines import around
from wirediff_documents.pdf.shapes import Box, Line

_OTHER_SIZE = 0.08
"""Share by which sizes of type differ that are not the same; small capitals and fallback fonts differ less."""
_WIDER_STEP = 1.22
"""A distance of base lines beside the usual one of their size that parts paragraphs: half a line is 1.5."""
_WIDEST_STEP = 1.75
"""Sizes of type between base lines, at most: text with double spacing has two, and is found by its usual step."""
_INDENT = (0.6, 5.0)
"""Ems that the first line of a paragraph may be indented."""
_ROOM = 0.3
"""Ems that have to be left when the next word has been put at the end of a line: it would have fitted there."""
_FULL = 0.12
"""Share of a column's width that may be free at the end of a line that is full."""
_ENDS = (*SENTENCE_ENDS, *CLOSING_QUOTES, ":", ")")
_BULLET = re.compile(r"[-–•‣▪■□●◦○∙·*►➤✓\ue000-\uf8ff](?:\s+|$)")
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+\S")
_HYPHENS = ("-", "\u2010", "\xad")


@dataclass
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
        return _BULLET.match(self.lines[0].text) is not None

    @property
    def is_item(self) -> bool:
        """Whether it begins with the bullet or the number of a list."""
        return self.is_bulleted or _NUMBERED.match(self.text) is not None


def paragraphs(lines: Sequence[Line], page: int, number: int) -> Iterator[Paragraph]:
    """The paragraphs of a column, whose first line is the line `number` of the page."""
    right = max(line.x1 for line in lines)
    steps = _steps(lines)
    held: list[Line] = []
    indented, first = False, True
    for place, line in enumerate(lines):
        if held and _begins(held, line, lines[place + 1 : place + 2], right, steps):
            yield Paragraph(held, page, number + place - len(held), right, indented, first)
            indented, first, held = _is_indented(held[-1], line), False, []
        held.append(line)
    if held:
        yield Paragraph(held, page, number + len(lines) - len(held), right, indented, first)


def _steps(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance of base lines for each size of type: a low quartile, as paragraphs may be short and apart."""
    found: dict[int, list[float]] = defaultdict(list)
    for above, below in pairwise(lines):
        step = below.base - above.base
        if _same_size(above, below) and 0.8 * above.size < step < 3 * above.size:
            found[round(above.size)].append(step)
    return {size: sorted(steps)[len(steps) // 4] for size, steps in found.items()}


def _begins(held: list[Line], line: Line, following: Sequence[Line], right: float, steps: dict[int, float]) -> bool:
    """Whether a line begins a paragraph after the lines so far."""
    above = held[-1]
    if not _same_size(above, line) or _BULLET.match(line.text):
        return True
    usual = min(steps.get(round(line.size), 1.4 * line.size), max(_WIDEST_STEP * line.size, 0.0))
    usual = steps.get(round(line.size), usual) if len(steps) == 1 else usual
    if not 0 < line.base - above.base < _WIDER_STEP * usual:
        return True
    room = _has_room(above, line, right)
    if room and (above.bold != line.bold or above.text.endswith(_ENDS) or _like_start(line.text)):
        return True
    if _BULLET.match(held[0].text) or _NUMBERED.match(held[0].text):
        return _NUMBERED.match(line.text) is not None and line.x0 < above.x0
    return _is_indented(above, line) and not (following and abs(following[0].x0 - line.x0) < 0.1 * line.size and len(held) == 1)


def _same_size(above: Line, below: Line) -> bool:
    return abs(above.size - below.size) <= _OTHER_SIZE * max(above.size, below.size)


def _has_room(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above."""
    width = 0.0
    for glyph in line.glyphs:
        if glyph.text.isspace():
            break
        width += glyph.x1 - glyph.x0
    return above.x1 + width + _ROOM * line.size + 0.25 * line.size < right


def _like_start(text: str) -> bool:
    return not text[0].islower() if text[0].isalpha() else True


def _is_indented(above: Line, line: Line) -> bool:
    least, most = _INDENT
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
        return not last.text.endswith(SENTENCE_ENDS)
    width = before.right - before.box.x0
    full = last.x1 > before.right - _FULL * width and len(last.text) > 12
    if not last.text.endswith(_ENDS):
        return full and len(before.lines) > 1
    return full and by_indents and not after.indented and not _indented_head(after)


def _indented_head(paragraph: Paragraph) -> bool:
    """Whether the first line of a paragraph of several lines is indented."""
    return len(paragraph.lines) > 1 and _is_indented(paragraph.lines[1], paragraph.lines[0])

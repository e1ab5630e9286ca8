"""Glyphs put together to pieces of lines, in the order in which a page draws them, and pieces to lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from wirediff_documents.pdf.shapes import Box, Glyph, Line

_APART = 0.9
"""Ems between two pieces of one line: spaces of justified lines are rarely so wide, and gutters rarely narrower."""
_WIDEST = 8.0
"""The same where both are drawn at once, as lines are and columns aren't: the widest spaces of justified lines."""
_RAISED = 0.6
"""Ems by which the number of a footnote may be above the base line, and above which a text is of another line."""
_SMALL = 0.88
"""Size of such a number beside that of its text: browsers take 0.83, word processors 0.58."""
_SAME_BASE = 0.25
_OVERLAP = 0.12
"""Ems by which a line may reach into the one above it: lines that are set solid."""
_BEFORE = 2.5
"""Ems between a bullet and its line, at most."""
_RIGHT_TO_LEFT = ("R", "AL")
_MARK = re.compile(r"[\d*†‡§]{1,3}")
_CAP = 1.8
"""Size of a drop cap beside that of its text: it is two lines high at least."""


def pieces(glyphs: Iterable[Glyph]) -> list[Line]:
    """The glyphs as pieces of lines: what follows each other on one base line without a wide gap."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        if found and _follows(found[-1], glyph):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    shown = (held for held in found if not all(glyph.text.isspace() for glyph in held))
    return [Line(_with_raised(held)) for held in shown]


def _follows(held: list[Glyph], glyph: Glyph) -> bool:
    before = held[-1]
    size = max(before.size, glyph.size)
    if abs(glyph.base - before.base) > (_SAME_BASE if min(before.size, glyph.size) > _SMALL * size else _RAISED) * size:
        return False
    if max(before.size, glyph.size) > _CAP * min(before.size, glyph.size) and not glyph.text.isspace():
        return False
    if glyph.text.isspace() and glyph.x1 == glyph.x0:
        return True
    if unicodedata.bidirectional(glyph.text[0]) in _RIGHT_TO_LEFT:
        return -_APART * size < before.x0 - glyph.x1 < _APART * size or abs(glyph.x0 - before.x1) < _APART * size
    return -0.5 * size < glyph.x0 - before.x1 < (_WIDEST if glyph.run == before.run else _APART) * size


def _with_raised(held: list[Glyph]) -> list[Glyph]:
    """The glyphs of a piece, the numbers of footnotes marked as such."""
    size = max(glyph.size for glyph in held)
    if all(glyph.size >= _SMALL * size for glyph in held):
        return held
    base = next(glyph.base for glyph in held if glyph.size == size)
    return [
        glyph._replace(
            raised=glyph.size < _SMALL * size and base - glyph.base > 0.15 * size and bool(_MARK.match(glyph.text))
        )
        for glyph in held
    ]


def joined(found: Sequence[Line]) -> list[Line]:
    """The lines of one column: pieces on one base line put together, from top to bottom, left to right."""
    rows: list[list[Line]] = []
    for piece in sorted(found, key=lambda piece: (piece.base, piece.x0)):
        if rows and _on_one_line(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_one(sorted(row, key=lambda piece: piece.x0)) for row in rows]


def _on_one_line(row: list[Line], piece: Line) -> bool:
    beside = row[-1]
    size = min(piece.size, beside.size)
    limit = _SAME_BASE if size > _SMALL * max(piece.size, beside.size) else _RAISED
    return abs(piece.base - max(row, key=lambda each: each.size).base) <= limit * max(piece.size, beside.size)


def _one(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    glyphs: list[Glyph] = []
    for before, piece in pairwise([None, *row]):
        if before is not None and piece is not None and piece.x0 - before.x1 > 0.1 * piece.size:
            glyphs.append(glyphs[-1]._replace(text=" ", x0=before.x1, x1=piece.x0, raised=False))
        glyphs.extend(piece.glyphs if piece else ())
    return Line(_with_raised(glyphs))


def with_drop_caps(found: Sequence[Line]) -> list[Line]:
    """The pieces, letters that are several lines high put before the first of these lines."""
    kept = list(found)
    for cap in [piece for piece in found if _like_cap(piece)]:
        beside = [line for line in kept if line is not cap and _is_beside(line, cap)]
        first = min(beside, key=lambda line: line.base, default=None)
        if first is None or sum(len(line.text) for line in beside) < 2 * len(first.text) * 0.5:
            continue
        size = first.size
        letters = [glyph._replace(size=size, base=first.base) for glyph in cap.glyphs if not glyph.text.isspace()]
        place = kept.index(first)
        kept[place] = Line([*letters, *first.glyphs])
        for line in beside:
            if line is not first:
                kept[kept.index(line)] = shifted(line, cap.x0)
        kept.remove(cap)
    return kept


def _like_cap(piece: Line) -> bool:
    letters = [character for character in piece.text if character.isalpha()]
    return len(letters) == 1 and len(piece.text) <= 3 and letters[0].isupper()


def _is_beside(line: Line, cap: Line) -> bool:
    """Whether a line is to the right of a large letter, within its height."""
    near = -0.2 * cap.size < line.x0 - cap.x1 < 0.5 * cap.size
    return near and cap.size > _CAP * line.size and cap.top - 0.4 * line.size < line.top < cap.bottom


def bullets(found: Sequence[Line], dots: Iterable[Box]) -> Iterator[Line]:
    """Bullets that are drawn, not written: a dot at the height of a line, close before it."""
    for dot in dots:
        middle = (dot.y0 + dot.y1) / 2
        for line in found:
            near = 0 < line.x0 - dot.x1 < _BEFORE * line.size
            if near and line.top < middle < line.base and dot.width < 0.6 * line.size and dot.height > 0.5 * dot.width:
                yield Line([Glyph("•", dot.x0, dot.x1, line.base, line.size)])
                break


def shifted(line: Line, x0: float) -> Line:
    """The line as if it began at `x0`: those beside a drop cap are not indented."""
    line.x0 = x0
    return line


def rows(found: Iterable[Line]) -> Iterator[list[Line]]:
    """The pieces in groups that overlap in height, from top to bottom."""
    group: list[Line] = []
    bottom = 0.0
    for piece in sorted(found, key=lambda piece: piece.top):
        if group and piece.top + _OVERLAP * piece.size >= bottom:
            yield group
            group = []
        bottom = max(bottom, piece.bottom) if group else piece.bottom
        group.append(piece)
    if group:
        yield group


def around(found: Iterable[Line]) -> Box:
    """The rectangle around the pieces."""
    boxes = [piece.box for piece in found]
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def usual_size(found: Iterable[Line]) -> float:
    """The size of type that the most letters have."""
    counts: dict[float, int] = {}
    for piece in found:
        size = round(piece.size * 2) / 2
        counts[size] = counts.get(size, 0) + len(piece.text)
    return max(counts, key=lambda size: counts[size], default=10.0)


def pitch(found: Sequence[Line]) -> float:
    """The usual distance of the base lines of a column; 1.2 times the size of type where there is one line only."""
    steps = [below.base - above.base for above, below in pairwise(found) if below.base > above.base]
    return median(steps) if steps else 1.2 * max((line.size for line in found), default=10.0)

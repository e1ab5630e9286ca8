"""What a page of a PDF document is made of, in points, x to the right and y down as its reader sees it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: its left, top, right and bottom edge (in PDF's own coordinates its left, bottom, right and top)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From edge to edge."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def share_of(self, other: Box) -> float:
        """How much of another rectangle this one covers, from 0 to 1."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        area = other.width * other.height
        return width * height / area if area > 0 and width > 0 and height > 0 else 0.0


class Turn(NamedTuple):
    """The direction in which a text is written, in degrees against the clock."""

    degrees: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as somebody sees it who reads in that direction."""
        if not self.degrees:
            return x, -y
        sine, cosine = _sine(self.degrees), _sine(self.degrees + 90)
        return x * cosine + y * sine, x * sine - y * cosine

    def box(self, box: Box) -> Box:
        """A rectangle of the page, seen the same way."""
        if not self.degrees:
            return Box(box.x0, -box.y1, box.x1, -box.y0)
        corners = [self.point(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        across, down = zip(*corners, strict=True)
        return Box(min(across), min(down), max(across), max(down))


@cache
def _sine(degrees: int) -> float:
    return math.sin(math.radians(degrees))


class Look(NamedTuple):
    """How letters look."""

    bold: bool = False
    italic: bool = False


class Glyph(NamedTuple):
    """A letter, or those of a ligature: from where to where it is, on which base line, and whether it can be seen.

    `unread` is one of which the document doesn't say what letter it is. Glyphs that are drawn at once have the same
    `run`; `raised` are the signs of footnotes.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    look: Look = Look()
    visible: bool = True
    unread: bool = False
    url: str | None = None
    raised: bool = False
    run: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.x0 + self.x1) / 2, self.base - self.size * 0.3


class Image(NamedTuple):
    """A picture on a page, and its file where the document holds one."""

    box: Box
    data: bytes | None = None


@dataclass
class Sheet:
    """What is on a page: the glyphs in the order in which they are drawn, those in other directions apart."""

    frame: Box
    glyphs: list[Glyph]
    turned: list[Glyph] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    drawings: int = 0
    dots: list[Box] = field(default_factory=list)
    links: list[tuple[Box, str]] = field(default_factory=list)
    notes: list[tuple[str, bool]] = field(default_factory=list)
    cut: bool = False


@dataclass(eq=False)
class Line:
    """A piece of text on one base line."""

    glyphs: list[Glyph]

    def __post_init__(self) -> None:
        """Measure the line."""
        shown = [glyph for glyph in self.glyphs if not glyph.text.isspace()] or self.glyphs
        self.x0 = min(glyph.x0 for glyph in shown)
        self.x1 = max(glyph.x1 for glyph in shown)
        flat = [glyph for glyph in shown if not glyph.raised] or shown
        self.size = _common(flat)
        self.base = next((glyph.base for glyph in flat if glyph.size == self.size), flat[0].base)
        self.text = " ".join("".join(glyph.text for glyph in self.glyphs).split())
        self.bold = all(glyph.look.bold for glyph in shown)
        self.italic = all(glyph.look.italic for glyph in shown)

    @property
    def top(self) -> float:
        """Its upper edge: letters with their ascenders are eight tenths of their size high."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.base + 0.2 * self.size

    @property
    def box(self) -> Box:
        """The rectangle around it."""
        return Box(self.x0, self.top, self.x1, self.bottom)


def _common(glyphs: list[Glyph]) -> float:
    """The size that most of the glyphs have."""
    counts: dict[float, int] = {}
    for glyph in glyphs:
        counts[glyph.size] = counts.get(glyph.size, 0) + 1
    return max(counts, key=lambda size: counts[size])

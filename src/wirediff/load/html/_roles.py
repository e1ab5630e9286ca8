"""The role of each line of the article: from its mark-up first, then from its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from wirediff.load._credits import credit_start, is_credit
from wirediff.load._heads import is_byline, is_date
from wirediff.load._widgets import is_widget
from wirediff.load.html._content import Content, is_prose
from wirediff.load.html._lines import Line
from wirediff.load.html._walk import Page
from wirediff.model import Kind, Link

_FIGURE_TEXT = 1600
"""An element named like a figure that holds more characters is something else."""
_SHORT = 40
_LINKED = 0.9


class Piece(NamedTuple):
    """A line, or the caption or credit part of one, and its role."""

    kind: Kind
    text: str
    line: Line
    links: tuple[Link, ...]


def pieces(page: Page, content: Content) -> list[Piece]:
    """The article's lines with their roles, in the page's order; what is no part of the article is left out."""
    kept = list(_inside(page, content))
    figures = _real_figures(kept, page)
    return [piece for line, near in kept for piece in _pieces(line, near, figures)]


def _inside(page: Page, content: Content) -> Iterator[tuple[Line, bool]]:
    """The lines of the article, and whether each stands in its body or only around it."""
    for line in page.lines:
        if not content.holds(line):
            continue
        around = {line.element, *line.element.iterancestors()}
        if content.container in around:
            yield line, content.body in around


def _real_figures(kept: list[tuple[Line, bool]], page: Page) -> frozenset[_Element]:
    """The figures that hold an image and no more text than captions have."""
    sizes: Counter[_Element] = Counter()
    for line, _ in kept:
        if line.context.figure is not None:
            sizes[line.context.figure] += len(line.text)
    pictured = {image.context.figure for image in page.images}
    return frozenset(figure for figure, size in sizes.items() if size <= _FIGURE_TEXT and figure in pictured)


def _pieces(line: Line, in_body: bool, figures: frozenset[_Element]) -> Iterator[Piece]:
    kind = _kind(line, line.context.figure in figures)
    if kind == "caption":
        yield from _caption(line)
    elif (
        in_body
        or kind in ("headline", "byline", "date", "credit", "subheading")
        or (kind == "paragraph" and is_prose(line))
    ):
        yield Piece(kind, line.text, line, line.links)


def _kind(line: Line, pictured: bool) -> Kind:
    """The role of a line; `pictured` when it stands in a figure."""
    context, text = line.context, line.text
    if context.heading:
        return "headline" if context.heading == 1 else "subheading"
    if is_widget(text) or (context.role == "widget" and len(text) <= _SHORT):
        return "widget"
    if context.role == "credit" and len(text) <= 200:
        return "credit"
    if context.role == "caption":
        return "credit" if is_credit(text) else "caption"
    if is_credit(text):
        return "credit"
    kind = _kind_in_text(line)
    return "caption" if pictured and kind == "paragraph" and context.role is None else kind


def _kind_in_text(line: Line) -> Kind:
    context, text = line.context, line.text
    if is_date(text):
        return "date"
    if (context.role == "maker" and len(text) <= 200) or is_byline(text):
        return "byline"
    if is_credit(text):
        return "credit"
    if line.linked >= _LINKED * len(text) and context.item is None and len(text) < 160:
        return "widget"
    for kind, element in (("table", context.table), ("list-item", context.item), ("quote", context.quote)):
        if element is not None:
            return kind  # type: ignore[return-value]
    return "subheading" if context.role == "deck" and not is_prose(line) else "paragraph"


def _caption(line: Line) -> Iterator[Piece]:
    """A caption, and the credit at its end as a piece of its own."""
    start = credit_start(line.text)
    if start is None:
        yield Piece("caption", line.text, line, line.links)
        return
    caption = line.text[:start].rstrip()
    yield Piece("caption", caption, line, tuple(link for link in line.links if link.end <= len(caption)))
    yield Piece("credit", line.text[start:], line, ())

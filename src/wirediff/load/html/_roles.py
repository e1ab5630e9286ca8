"""The role of each line of the article: from its mark-up first, then from its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from wirediff.load._credits import credit_start, is_credit
from wirediff.load._heads import is_byline, is_date, is_duration
from wirediff.load._widgets import is_widget, leads_elsewhere
from wirediff.load.html._content import Content, is_prose, size
from wirediff.load.html._lines import Line
from wirediff.load.html._select import Placed, Zone, placed
from wirediff.load.html._walk import Page
from wirediff.model import Kind, Link

_FIGURE_TEXT = 600
"""An element that is only named like a figure and holds more characters is something else."""
_CAPTION_WORDS = 90
_DECK_WORDS = 70
_SHORT = 40
_LINKED = 0.9
_KEPT: dict[Zone, frozenset[Kind]] = {
    "above": frozenset({"headline", "caption", "credit"}),
    "head": frozenset({"headline", "subheading", "byline", "date", "caption", "credit", "dateline"}),
    "around": frozenset({"headline", "byline", "date", "caption", "credit"}),
}
"""What is kept outside of the body whatever its length."""


class Piece(NamedTuple):
    """A line, or the caption or credit part of one, and its role."""

    kind: Kind
    text: str
    line: Line
    links: tuple[Link, ...]


def pieces(page: Page, content: Content) -> list[Piece]:
    """The article's lines with their roles, in the page's order; what is no part of the article is left out."""
    kept = placed(page, content)
    figures = _figures(kept, page)
    found = [piece for each in kept for piece in _pieces(each, content, figures)]
    while found and found[-1].kind in ("subheading", "widget"):
        found.pop()
    return found


def _figures(kept: list[Placed], page: Page) -> frozenset[_Element]:
    """The `figure` elements, and what is named like one, holds an image and no more text than captions have."""
    sizes: Counter[_Element] = Counter()
    for line, _, _ in kept:
        if line.context.figure is not None:
            sizes[line.context.figure] += len(line.text)
    pictured = {image.context.figure for image in page.images}
    return frozenset(
        figure
        for figure, length in sizes.items()
        if figure.tag == "figure" or (length <= _FIGURE_TEXT and figure in pictured)
    )


def _pieces(each: Placed, content: Content, figures: frozenset[_Element]) -> Iterator[Piece]:
    line, zone, _ = each
    kind = _kind(each, content, line.context.figure in figures)
    if zone in _KEPT and kind not in _KEPT[zone] and not (is_prose(line) and zone != "above"):
        return
    if kind == "caption" or (kind == "credit" and size(line.text) > 90):
        yield from _caption(line, kind)
    else:
        yield Piece(kind, line.text, line, line.links)


def _kind(each: Placed, content: Content, pictured: bool) -> Kind:
    """The role of a line; `pictured` when it stands in a figure."""
    line, zone, shown = each
    context, text = line.context, line.text
    if line is content.title:
        return "headline"
    if is_widget(text) or (context.role == "widget" and len(text) <= _SHORT) or is_duration(text):
        return "widget"
    if is_date(text):
        return "date"
    if context.role in ("credit", "caption") or (pictured and not context.heading):
        return _kind_in_picture(line)
    if context.heading:
        return "subheading"
    if shown and _ends_in_credit(line):
        return "caption"
    return _kind_in_text(line, zone)


def _kind_in_picture(line: Line) -> Kind:
    """Caption or credit, but for what else stands in and around pictures."""
    text, role = line.text, line.context.role
    if role == "credit" and len(text) <= 200:
        return "credit"
    if is_credit(text):
        return "credit"
    if role == "caption":
        return "caption"
    if line.context.quote is not None:
        return "quote"
    if line.linked >= _LINKED * len(text):
        return "widget"
    if is_byline(text):
        return "byline"
    return "caption" if len(text.split()) <= _CAPTION_WORDS else "paragraph"


def _ends_in_credit(line: Line) -> bool:
    return len(line.text.split()) <= _CAPTION_WORDS and credit_start(line.text) is not None


def _kind_in_text(line: Line, zone: Zone) -> Kind:
    context, text = line.context, line.text
    if is_byline(text) or (context.role == "maker" and len(text) <= 120 and zone != "body"):
        return "byline"
    if is_credit(text):
        return "credit"
    if (leads_elsewhere(text) and line.linked) or line.linked >= _LINKED * len(text):
        return "widget"
    if context.table is not None:
        return "table"
    if context.item is not None:
        return "list-item"
    if context.quote is not None:
        return "quote"
    return "subheading" if _is_deck(line, zone) else "paragraph"


def _is_deck(line: Line, zone: Zone) -> bool:
    return zone in ("head", "around") and line.context.role == "deck" and len(line.text.split()) <= _DECK_WORDS


def _caption(line: Line, kind: Kind) -> Iterator[Piece]:
    """A caption, and the credit at its end as a piece of its own."""
    start = credit_start(line.text, surely=line.context.role == "caption")
    if start is None:
        yield Piece(kind, line.text, line, line.links)
        return
    caption = line.text[:start].rstrip()
    yield Piece("caption", caption, line, tuple(link for link in line.links if link.end <= len(caption)))
    yield Piece("credit", line.text[start:].strip(), line, ())

"""The role of each line of the article: from its mark-up first, then from its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from lxml.etree import _Element

from wirediff.loading._credits import credit_start, is_credit, opens_credit
from wirediff.loading._heads import is_byline, is_date, is_duration
from wirediff.loading._widgets import is_widget, leads_elsewhere
from wirediff.loading.html._content import Content
from wirediff.loading.html._lines import Line, is_prose, size
from wirediff.loading.html._markup import IMAGES
from wirediff.loading.html._select import Placed, Zone, placed
from wirediff.loading.html._walk import Page
from wirediff.model import Kind, Link

_FIGURE_TEXT = 600
"""An element that is only named like a figure and holds more characters is something else."""
_CAPTION_WORDS = 90
_CREDIT_WORDS = 12
_DECK_WORDS = 70
_DECK_LEAST = 5
_NEAR = 4
"""How many lines may stand between an image and what is named a caption outside of a figure."""
_SHORT = 40
_LINKED = 0.9
_LINKED_ITEM = 0.7
"""From this share of links on, a line (an item of a list) only leads elsewhere."""
_CELL = 300
"""A table with a longer cell, or with a heading in it, is a means of layout."""
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
    frames = _frames(kept, page)
    found = _without_repeats(_rows(piece for each in kept for piece in _pieces(each, content, frames)))
    while found and found[-1].kind in ("subheading", "widget"):
        found.pop()
    return found


def _without_repeats(found: Iterable[Piece]) -> list[Piece]:
    """All pieces but credits out of images' titles that the page prints, or that an earlier image has."""
    every = list(found)
    printed = "\n".join(piece.text for piece in every if piece.line.element.tag not in IMAGES)
    titles: set[str] = set()
    kept = []
    for piece in every:
        if piece.line.element.tag in IMAGES:
            if piece.text in printed or piece.text in titles:
                continue
            titles.add(piece.text)
        kept.append(piece)
    return kept


def _rows(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, the cells of each table row joined into one."""
    for row, group in groupby(found, key=lambda piece: piece.line.context.row if piece.kind == "table" else piece):
        cells = list(group)
        first = cells[0]
        yield first if row is first else first._replace(text=" | ".join(cell.text for cell in cells), links=())


class _Frames(NamedTuple):
    """`sure` figures are `figure` elements and what is named like one and holds an image; `small` ones hold no more
    text than captions have. `quotes` are figures of a quotation instead of an image. `tables` hold data: short cells
    and nothing else.
    """

    sure: frozenset[_Element]
    small: frozenset[_Element]
    quotes: frozenset[_Element]
    tables: frozenset[_Element]


def _frames(kept: list[Placed], page: Page) -> _Frames:
    framed = [(figure, line) for line, *_ in kept if (figure := line.context.figure) is not None]
    sizes: Counter[_Element] = Counter()
    for figure, line in framed:
        sizes[figure] += len(line.text)
    pictured = {image.context.figure for image in page.images}
    authors = {figure for figure, line in framed if line.element.tag == "address" or is_byline(line.text)}
    small = {figure for figure in sizes if figure.tag == "figure" or sizes[figure] <= _FIGURE_TEXT} - authors
    sure = frozenset(figure for figure in small if figure.tag == "figure" or figure in pictured)
    quotes = frozenset(figure for figure, line in framed if line.context.quote is not None and figure not in pictured)
    return _Frames(sure, frozenset(small), quotes, _data_tables(kept))


def _data_tables(kept: list[Placed]) -> frozenset[_Element]:
    """The tables that are no means of layout."""
    inside = [line for line, *_ in kept if line.context.table is not None]
    layout = {line.context.table for line in inside if len(line.text) > _CELL or line.context.heading}
    return frozenset(
        line.context.table for line in inside if line.context.table not in layout and line.context.table is not None
    )


def _pieces(each: Placed, content: Content, frames: _Frames) -> Iterator[Piece]:
    line, zone = each.line, each.zone
    kind = _kind(each, content, frames)
    if zone in _KEPT and kind not in _KEPT[zone] and not _kept_anyway(each, kind, frames):
        return
    if kind == "caption" or (kind == "credit" and size(line.text) > 90):
        yield from _caption(line, kind)
    else:
        yield Piece(kind, line.text, line, line.links)


def _kept_anyway(each: Placed, kind: Kind, frames: _Frames) -> bool:
    """Whether a line outside of the body belongs to the article: prose, and the buttons of its pictures."""
    if kind == "widget":
        return _in_picture(each, frames)
    return is_prose(each.line) and each.zone != "above"


def _kind(each: Placed, content: Content, frames: _Frames) -> Kind:
    """The role of a line."""
    line, zone = each.line, each.zone
    context, text = line.context, line.text
    if line is content.title:
        return "headline"
    if context.heading and zone in ("body", "tail") and context.figure not in frames.sure:
        return "subheading"
    if is_widget(text) or (context.role == "widget" and len(text) <= _SHORT):
        return "widget"
    timed = _kind_of_time(line)
    if timed:
        return timed
    if _in_picture(each, frames):
        return _kind_in_picture(line, frames)
    if context.heading:
        return "subheading"
    if each.since_image == 0 and _ends_in_credit(line):
        return "caption"
    return _kind_in_text(line, zone, frames)


def _kind_of_time(line: Line) -> Kind | None:
    """Date or, for how long a recording runs, widget; what looks like both is a duration only in a picture."""
    if (
        is_duration(line.text)
        and line.context.role != "date"
        and (line.context.figure is not None or ":" not in line.text)
    ):
        return "widget"
    return "date" if is_date(line.text) else None


def _in_picture(each: Placed, frames: _Frames) -> bool:
    """Whether a line belongs to a picture: by its element's role or name, and an image before it."""
    context = each.line.context
    named = context.role in ("caption", "credit")
    if context.figure in frames.sure:
        return named or not context.heading
    if named and context.figure in frames.small and context.figure is not each.line.element:
        return True
    return named and context.figure in frames.small and each.since_image <= _NEAR


def _kind_in_picture(line: Line, frames: _Frames) -> Kind:
    """Caption or credit, but for what else stands in and around pictures."""
    text, role, figure = line.text, line.context.role, line.context.figure
    if is_byline(text) or line.element.tag == "address":
        return "byline"
    if is_credit(text) or text.startswith("/") or (role == "credit" and _can_be_credit(text)):
        return "credit"
    if line.context.quote is not None or figure in frames.quotes:
        return "quote"
    if line.linked >= _LINKED * len(text) and (role is None or figure is None or figure.tag != "figure"):
        return "widget"
    return "caption" if role is not None or len(text.split()) <= _CAPTION_WORDS else "paragraph"


def _can_be_credit(text: str) -> bool:
    """Whether a text that is named a credit is one, and not a caption that holds it."""
    return len(text.split()) <= _CREDIT_WORDS or opens_credit(text)


def _ends_in_credit(line: Line) -> bool:
    return len(line.text.split()) <= _CAPTION_WORDS and credit_start(line.text) is not None


def _kind_in_text(line: Line, zone: Zone, frames: _Frames) -> Kind:
    context, text = line.context, line.text
    if is_byline(text) or (context.role == "maker" and len(text) <= 120 and zone != "body"):
        return "byline"
    if is_credit(text):
        return "credit"
    if _leads_elsewhere(line):
        return "widget"
    if context.table in frames.tables:
        return "table"
    if context.item is not None:
        return "list-item"
    if context.quote is not None:
        return "quote"
    return "subheading" if _is_deck(line, zone) else "paragraph"


def _leads_elsewhere(line: Line) -> bool:
    """Whether a line is nothing but a way to another page."""
    share = _LINKED if line.context.item is None else _LINKED_ITEM
    return line.linked >= share * len(line.text) or (line.linked > 0 and leads_elsewhere(line.text))


def _is_deck(line: Line, zone: Zone) -> bool:
    if zone not in ("head", "around"):
        return False
    words = len(line.text.split())
    if words > _DECK_WORDS:
        return False
    return line.context.role == "deck" or (zone == "head" and line.element.tag == "p" and words >= _DECK_LEAST)


def _caption(line: Line, kind: Kind) -> Iterator[Piece]:
    """A caption; the credit at its end and the control behind that are pieces of their own."""
    text, button = _without_button(line)
    start = credit_start(text, surely=line.context.role == "caption")
    caption = text if start is None else text[:start].rstrip()
    if caption:
        links = tuple(link for link in line.links if link.end <= len(caption))
        yield Piece(kind if start is None else "caption", caption, line, links)
    if start is not None:
        yield Piece("credit", text[start:].strip(), line, ())
    if button:
        yield Piece("widget", button, line, ())


def _without_button(line: Line) -> tuple[str, str]:
    """The text before a control at its end that is a link, and the control's text."""
    text = line.text
    start = line.links[-1].start if line.links and line.links[-1].end == len(text) else len(text)
    return (text[:start].rstrip(), text[start:]) if is_widget(text[start:]) else (text, "")

"""One pass over a page's tree that cuts its text into lines, each with what encloses it."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from wirediff.load.html._lines import Context, Line, LineBuffer
from wirediff.load.html._markup import (
    BLOCKS,
    DROPPED,
    HEADINGS,
    IMAGES,
    hints,
    is_chrome_tag,
    is_unseen,
    names,
)

_ROLES = ("credit", "caption", "widget", "maker", "date", "deck")
"""The roles that class names tell, the surest first."""
_LINES_OF_THEIR_OWN = frozenset({"caption", "credit", "widget"})
"""Roles for whose sake an inline element is cut off its line."""
_INSIDE_PICTURES = frozenset({"figure", "caption", "credit"})


class Image(NamedTuple):
    """An image element, what encloses it, and how many lines stand before it."""

    element: _Element
    context: Context
    place: int


class Page(NamedTuple):
    """A page's lines and images in reading order."""

    lines: list[Line]
    images: list[Image]


def walked(root: _Element) -> Page:
    """The lines and images of a page."""
    walk = _Walk(Page([], []), root)
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            walk.leave(element)
        elif element.tag in DROPPED:
            walk.contexts.append(walk.contexts[-1])
            walker.skip_subtree()
        else:
            walk.enter(element)
    walk.flush()
    return walk.page


class _Walk:
    """The state of the pass: the contexts that are open, and the line in the making with its owner and breaks."""

    def __init__(self, page: Page, root: _Element) -> None:
        self.page = page
        self.contexts = [Context()]
        self.owners = [root]
        self.buffer = LineBuffer()
        self.breaks = 0

    def enter(self, element: _Element) -> None:
        tag = element.tag
        before = self.contexts[-1]
        context = _entered(before, element)
        if tag in BLOCKS or _cuts(before, context):
            self.flush()
            self.owners.append(element)
        elif tag == "br":
            self._break()
        self.contexts.append(context)
        if tag in IMAGES:
            self.page.images.append(Image(element, context, len(self.page.lines)))
        elif tag == "a" and element.get("href"):
            self.buffer.open_link(element.get("href", ""))
        if element.text:
            self._add(element.text)

    def leave(self, element: _Element) -> None:
        context = self.contexts.pop()
        if self.owners[-1] is element and len(self.owners) > 1:
            self.flush(context)
            self.owners.pop()
        if element.tag == "a":
            self.buffer.close_link()
        if element.tail:
            self._add(element.tail)

    def flush(self, context: Context | None = None) -> None:
        """End the line; its context is the one it was written in."""
        text, links = self.buffer.taken()
        self.breaks = 0
        if text:
            linked = sum(link.end - link.start for link in links)
            where = context or self.contexts[-1]
            self.page.lines.append(Line(text, self.owners[-1], where, links, linked, len(self.page.images)))

    def _break(self) -> None:
        """Two line breaks in a row part paragraphs; a single one is a space."""
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        else:
            self.buffer.add(" ")

    def _add(self, text: str) -> None:
        if self.contexts[-1].unseen:
            return
        if self.breaks and not text.isspace():
            self.breaks = 0
        self.buffer.add(text)


def _cuts(before: Context, context: Context) -> bool:
    """Whether an inline element starts a caption, a credit or a control inside a line."""
    return context.role != before.role and context.role in _LINES_OF_THEIR_OWN


def _entered(context: Context, element: _Element) -> Context:
    """The context inside `element`."""
    tag = element.tag
    by_tag = _by_tag(context, element) if tag in _TAGS else context
    own = names(element)
    if own:
        by_tag = _by_names(by_tag, element, own)
        if not by_tag.unseen and is_unseen(element):
            by_tag = by_tag._replace(unseen=True)
    elif element.get("hidden") is not None or element.get("style"):
        by_tag = by_tag._replace(unseen=by_tag.unseen or is_unseen(element))
    if is_chrome_tag(element):
        by_tag = by_tag._replace(chrome=(*by_tag.chrome, element))
    return by_tag


_TAGS = frozenset({*HEADINGS, "figure", "figcaption", "blockquote", "q", "li", "table", "tr", "time", "aside", "cite"})


def _by_tag(context: Context, element: _Element) -> Context:
    tag = element.tag
    if tag in HEADINGS:
        return context._replace(heading=HEADINGS[tag])
    if tag == "figcaption":
        return context._replace(role="caption", figure=context.figure if context.figure is not None else element)
    if tag == "time":
        return context if context.role in _LINES_OF_THEIR_OWN else context._replace(role="date")
    field = {"figure": "figure", "blockquote": "quote", "li": "item", "table": "table", "tr": "row"}.get(tag)
    return context._replace(**{field: element}) if field else context


def _by_names(context: Context, element: _Element, own: str) -> Context:
    told = hints(own)
    if not told:
        return context
    role = next((role for role in _ROLES if role in told), None)
    in_picture = context.figure is not None or context.role in _LINES_OF_THEIR_OWN
    if role == "maker" and in_picture:
        role = "credit"
    if role is not None and not (role in ("deck", "date", "maker") and context.role in _LINES_OF_THEIR_OWN):
        context = context._replace(role=role)
    if "chrome" in told:
        context = context._replace(chrome=(*context.chrome, element))
    if context.figure is None and not told.isdisjoint(_INSIDE_PICTURES):
        context = context._replace(figure=element)
    if "quote" in told and context.quote is None:
        context = context._replace(quote=element)
    return context

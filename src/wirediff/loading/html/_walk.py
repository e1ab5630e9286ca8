"""One pass over a page's tree that cuts its text into lines, each with what encloses it."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from wirediff.loading.html._context import LINES_OF_THEIR_OWN, Context, entered
from wirediff.loading.html._images import title_credit
from wirediff.loading.html._lines import Line, LineBuffer
from wirediff.loading.html._markup import BLOCKS, DROPPED, IMAGES

_META_LINE = {"maker", "date"}
"""Author and date in one row below the headline are two lines."""


_CONTENT = ("p", "h1", "figure", "figcaption", "article", "blockquote")


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
        elif (tag := str(element.tag)) in DROPPED:
            walk.contexts.append(walk.contexts[-1])
            walker.skip_subtree()
        elif walk.enter(element, tag):
            walker.skip_subtree()
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
        self.last = Context()

    def enter(self, element: _Element, tag: str) -> bool:
        """Go into an element; true where nothing in it can be of use."""
        before = self.contexts[-1]
        context = entered(before, element, tag)
        if tag in BLOCKS or (context is not before and _cuts(before, context)):
            if self.buffer.pieces:
                self.flush()
            self.owners.append(element)
        elif context.role != self.last.role and {self.last.role, context.role} == _META_LINE:
            self.flush(self.last)
        elif tag == "br":
            self._break()
        elif tag == "a":
            url = element.get("href")
            if url:
                self.buffer.open_link(url)
        self.contexts.append(context)
        if tag in IMAGES:
            self._take_image(element, context)
        if len(context.marks) > len(before.marks) and _is_mere_furniture(element, context):
            return True
        if text := element.text:
            self._add(text)
        return False

    def _take_image(self, element: _Element, context: Context) -> None:
        """The image, and the credit in its title as a line of its own."""
        self.page.images.append(Image(element, context, len(self.page.lines)))
        credit = title_credit(element)
        if credit and not self.buffer.pieces:
            where = context._replace(role="credit")
            self.page.lines.append(Line(credit, element, where, (), 0, len(self.page.images)))

    def leave(self, element: _Element) -> None:
        context = self.contexts.pop()
        if self.owners[-1] is element and len(self.owners) > 1:
            if self.buffer.pieces:
                self.flush(context)
            self.owners.pop()
        if self.buffer.url is not None and element.tag == "a":
            self.buffer.close_link()
        if text := element.tail:
            self._add(text)

    def flush(self, context: Context | None = None) -> None:
        """End the line; its context is the one it was written in."""
        self.breaks = 0
        self.last = Context()
        text, links = self.buffer.taken()
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
        if not text.isspace():
            self.breaks = 0
            self.last = self.contexts[-1]
        elif not self.buffer.pieces:
            return
        self.buffer.add(text)


def _is_mere_furniture(element: _Element, context: Context) -> bool:
    """Whether an element that surely looks like furniture holds no paragraph, heading or picture."""
    return context.marks[-1].strength != "weak" and next(element.iter(*_CONTENT), None) is None


def _cuts(before: Context, context: Context) -> bool:
    """Whether an inline element starts a caption, a credit or a control inside a line."""
    return context.role != before.role and context.role in LINES_OF_THEIR_OWN

"""One pass over a page's tree that cuts its text into lines, each with what encloses it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from wirediff.loading.html._context import LINES_OF_THEIR_OWN, Context, Mark, entered
from wirediff.loading.html._images import title_credit
from wirediff.loading.html._lines import Line, LineBuffer, line_of, size
from wirediff.loading.html._markup import BLOCKS, DROPPED, IMAGES, TRUSTED

_META_LINE = {"maker", "date"}
"""Author and date in one row below the headline are two lines."""
_CONTENT = ("p", "h1", "br", "figure", "figcaption", "article", "blockquote")
"""Without any of these, what surely looks like furniture is some."""

_NOWHERE = Context()


class Image(NamedTuple):
    """An image element, what encloses it, and how many lines stand before it."""

    element: _Element
    context: Context
    place: int


class Page(NamedTuple):
    """A page's lines and images in reading order, without those of the furniture that was passed over."""

    lines: list[Line]
    images: list[Image]


def walked(root: _Element, last: _Element) -> Page:
    """The lines and images in `root`, which may be a part of a page, up to the end of `last` in it.

    What surely looks like furniture is passed over, unless much of the page's text looks so for the same reason.
    """
    walk = _Walk(root)
    walk.run(root, last)
    doubted = _doubted(walk.passed_over, walk.page.lines)
    if doubted:
        walk = _Walk(root, doubted)
        walk.run(root, last)
    return walk.page


def _doubted(passed_over: list[Mark], lines: list[Line]) -> frozenset[str]:
    """The kinds of what was passed over that hold much text beside the prose that was not, or the only headline."""
    kinds: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in passed_over:
        kinds[mark.kind].append(mark)
    if not kinds:
        return frozenset()
    prose = sum(line.size for line in lines if line.prose)
    large = {kind for kind, marks in kinds.items() if _holds_more(marks, TRUSTED[marks[0].strength] * prose)}
    if not any(line.context.heading == 1 for line in lines):
        large.update(mark.kind for mark in passed_over if next(mark.element.iter("h1"), None) is not None)
    return frozenset(large)


def _holds_more(marks: list[Mark], most: float) -> bool:
    """Whether the text of elements says more than `most`; counted closely only where all in them would be enough."""
    texts = [etree.tostring(mark.element, method="text", encoding="utf-8", with_tail=False) for mark in marks]
    return sum(map(len, texts)) > most and sum(_text_size(mark.element) for mark in marks) > most


def _text_size(element: _Element) -> int:
    """The size of all text inside an element, that of scripts and the like and white space left out."""
    text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    inside = sum(map(size, text.split()))
    return inside - sum(sum(map(size, (each.text or "").split())) for each in element.iter("script", "style"))


class _Walk:
    """The state of the pass: the contexts that are open, and the line in the making with its owner and breaks."""

    def __init__(self, root: _Element, doubted: frozenset[str] = frozenset()) -> None:
        self.page = Page([], [])
        self.passed_over: list[Mark] = []
        self._doubted = doubted
        self._contexts = [_around(root)]
        self._owners = [root]
        self._buffer = LineBuffer()
        self._breaks = 0
        self._last = _NOWHERE

    def run(self, root: _Element, last: _Element) -> None:
        """Go through the tree, up to the end of `last`."""
        contexts, owners, buffer = self._contexts, self._owners, self._buffer
        pieces = buffer.pieces
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._enter(element, element.tag):
                    walker.skip_subtree()
                    continue
                text = element.text
            else:
                context = contexts.pop()
                if owners[-1] is element:
                    self._end_block(context)
                if buffer.url is not None and element.tag == "a":
                    buffer.close_link()
                if element is last:
                    break
                text = element.tail
            if not text:
                continue
            if not text.isspace():
                self._breaks = 0
                self._last = contexts[-1]
                buffer.add(text)
            elif pieces:
                buffer.add(text)
        self._flush()

    def _enter(self, element: _Element, tag: str) -> bool:
        """Go into an element; true where nothing in it can be of use."""
        before = self._contexts[-1]
        if tag in DROPPED:
            self._contexts.append(before)
            return True
        context = entered(before, element, tag)
        self._contexts.append(context)
        if tag in BLOCKS or (context is not before and _cuts(before, context)):
            if self._buffer.pieces:
                self._flush(before)
            self._owners.append(element)
        elif context.role != self._last.role and {self._last.role, context.role} == _META_LINE:
            self._flush(self._last)
        elif tag == "br" or (tag == "span" and _stands_for_break(element)):
            self._break()
        if tag == "a":
            url = element.get("href")
            if url:
                self._buffer.open_link(url)
        elif tag in IMAGES:
            self._take_image(element, context)
        return (
            context is not before
            and context.marks is not before.marks
            and self._passes_over(element, context.marks[-1])
        )

    def _passes_over(self, element: _Element, mark: Mark) -> bool:
        """Whether an element that surely looks like furniture is to be left alone; its text is weighed later."""
        if mark.strength == "weak":
            return False
        if next(element.iter(*_CONTENT), None) is None:
            return True
        if mark.kind in self._doubted:
            return False
        self.passed_over.append(mark)
        return True

    def _take_image(self, element: _Element, context: Context) -> None:
        """The image, and the credit in its title as a line of its own."""
        self.page.images.append(Image(element, context, len(self.page.lines)))
        credit = title_credit(element)
        if credit and not self._buffer.pieces:
            where = context._replace(role="credit")
            self.page.lines.append(line_of(credit, element, where, (), len(self.page.images)))

    def _end_block(self, context: Context) -> None:
        if self._buffer.pieces:
            self._flush(context)
        if len(self._owners) > 1:
            self._owners.pop()

    def _flush(self, context: Context | None = None) -> None:
        """End the line; its context is the one it was written in."""
        self._breaks = 0
        self._last = _NOWHERE
        text, links = self._buffer.taken()
        if text:
            where = context or self._contexts[-1]
            self.page.lines.append(line_of(text, self._owners[-1], where, links, len(self.page.images)))

    def _break(self) -> None:
        """Two line breaks in a row part paragraphs; a single one is a space."""
        self._breaks += 1
        if self._breaks > 1:
            self._flush(self._contexts[-2])
        else:
            self._buffer.add(" ")


def _stands_for_break(element: _Element) -> bool:
    """Whether an empty element is named after the line break that a style sheet makes of it."""
    return not element.text and not len(element) and "br" in element.get("class", "").split()


def _around(root: _Element) -> Context:
    """What encloses the element that a walk starts from."""
    context = Context()
    for ancestor in reversed(list(root.iterancestors())):
        context = entered(context, ancestor, str(ancestor.tag))
    return context


def _cuts(before: Context, context: Context) -> bool:
    """Whether an inline element starts a caption, a credit or a control inside a line."""
    return context.role != before.role and context.role in LINES_OF_THEIR_OWN

"""One pass over a page's tree that cuts its text into lines, each with what encloses it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from wirediff.loading.html._context import LINES_OF_THEIR_OWN, Context, Mark, entered
from wirediff.loading.html._markup import BLOCKS, DROPPED, IMAGES, TRUSTED, is_shadow_tree
from wirediff.loading.html._page import Image, Line, Page, line_of, size
from wirediff.model import Link

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_EDGES = " \xa0\u200b\ufeff"
"""What shows nothing at the ends of a line."""
_META_LINE = {"maker", "date"}
"""Author and date in one row below the headline are two lines."""
_CONTENT = ("p", "h1", "br", "figure", "figcaption", "article", "blockquote")
"""Without any of these, what looks like furniture is not worth a closer look."""

_NOWHERE = Context()
_STRING = etree.XPath("string()", smart_strings=False)


class Gap(NamedTuple):
    """Furniture that was passed over: its mark, what encloses it, and how many lines and images are before it.

    `url` is the address of the link around it, if there is one.
    """

    mark: Mark
    context: Context
    lines: int
    images: int
    url: str | None


def walked(
    root: _Element, last: _Element, *, complete: bool = False, left_out: frozenset[_Element] = frozenset()
) -> Page:
    """The lines and images in `root`, which may be a part of a page, up to the end of `last` in it, without `left_out`.

    What surely looks like furniture is passed over, unless much of the page's text looks so for the same reason. Where
    the page is `complete` content, only what is hidden is.
    """
    holding = frozenset((last, *last.iterancestors()))
    walk = _Walk(_around(root), left_out, holding=holding, complete=complete)
    walk.run(root, last)
    doubted = _doubted([gap.mark for gap in walk.gaps], walk.page.lines)
    walk.page.skipped.update(gap.mark.element for gap in walk.gaps if gap.mark.kind not in doubted)
    return _filled(walk, doubted) if doubted else walk.page


def _filled(walk: _Walk, doubted: frozenset[str]) -> Page:
    """The page with what is in those of its gaps that are of a doubted kind."""
    lines, images, skipped = walk.page
    filled = Page([], [], skipped)
    first_line = first_image = 0
    for gap in walk.gaps:
        if gap.mark.kind not in doubted:
            continue
        before = Page(lines[first_line : gap.lines], images[first_image : gap.images], set())
        _append(filled, before, first_image)
        inside = _Walk(gap.context, walk.left_out, doubted=doubted, url=gap.url)
        inside.run(gap.mark.element, gap.mark.element)
        inside.page.skipped.update(each.mark.element for each in inside.gaps)
        _append(filled, inside.page)
        first_line, first_image = gap.lines, gap.images
    _append(filled, Page(lines[first_line:], images[first_image:], set()), first_image)
    return filled


def _append(page: Page, part: Page, images: int = 0) -> None:
    """Put at a page's end a part before which so many images were counted."""
    more = len(page.images) - images
    for line in part.lines:
        line.image += more
    page.lines.extend(part.lines)
    page.images.extend(part.images)
    page.skipped.update(part.skipped)


def _doubted(passed_over: list[Mark], lines: list[Line]) -> frozenset[str]:
    """The kinds that hold the only headline, or much text compared with the prose of what was not passed over."""
    kinds: defaultdict[str, list[Mark]] = defaultdict(list)
    for mark in passed_over:
        kinds[mark.kind].append(mark)
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

    def __init__(
        self,
        around: Context,
        left_out: frozenset[_Element],
        *,
        holding: frozenset[_Element] = frozenset(),
        doubted: frozenset[str] = frozenset(),
        url: str | None = None,
        complete: bool = False,
    ) -> None:
        """The walk starts in what is `around` and in the link to `url`.

        It goes into what is `holding` the article, and into furniture of `doubted` kinds, but not into what is to be
        `left_out`.
        """
        self.page = Page([], [], set())
        self.gaps: list[Gap] = []
        self.left_out = left_out
        self._holding = holding
        self._doubted = doubted
        self._complete = complete
        self._contexts = [around]
        self._owners: list[_Element] = []
        self._buffer = _LineBuffer()
        self._breaks = 0
        self._latest = _NOWHERE
        if url is not None:
            self._buffer.open_link(url)

    def run(self, root: _Element, last: _Element) -> None:  # noqa: C901 -- one loop; a call for each element costs much
        """Go through the tree, up to the end of `last`."""
        contexts, owners, buffer = self._contexts, self._owners, self._buffer
        pieces = buffer.pieces
        owners.append(root)
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._enter(element, element.tag):
                    walker.skip_subtree()
                    continue
                text = element.text
            elif element is last or element is root:
                break
            else:
                context = contexts.pop()
                if owners[-1] is element:
                    if pieces:
                        self._flush(context)
                    owners.pop()
                if buffer.url is not None and element.tag == "a":
                    buffer.close_link()
                text = element.tail
            if text:
                if not text.isspace():
                    self._breaks = 0
                    self._latest = contexts[-1]
                    buffer.add(text)
                elif pieces:
                    buffer.add(text)
        self._flush()

    def _enter(self, element: _Element, tag: str) -> bool:
        """Go into an element; true where nothing in it can be of use."""
        contexts = self._contexts
        before = contexts[-1]
        if (tag in DROPPED and not is_shadow_tree(element)) or element in self.left_out:
            self._leave_out(element, before)
            return True
        context = entered(before, element, tag)
        contexts.append(context)
        if tag in BLOCKS or (context is not before and _cuts(before, context)):
            if self._buffer.pieces:
                self._flush(before)
            self._owners.append(element)
        else:
            self._enter_inline(element, tag, context)
        if context is not before and context.marks is not before.marks and self._passes_over(before, context.marks[-1]):
            return True
        if tag == "a":
            url = element.get("href")
            if url:
                self._buffer.open_link(url)
        elif tag in IMAGES:
            self._take_image(element, context)
        return False

    def _leave_out(self, element: _Element, before: Context) -> None:
        """Drop an element's text; a block ends the line."""
        if element.tag in BLOCKS and self._buffer.pieces:
            self._flush(before)
        self._contexts.append(before)
        if element not in self.left_out:
            self._take_images_in(element, before)

    def _enter_inline(self, element: _Element, tag: str, context: Context) -> None:
        """Part an element in the middle of a line from the text before it, where a page shows them apart."""
        if context.role != self._latest.role and {self._latest.role, context.role} == _META_LINE:
            self._flush(self._latest)
        elif tag == "br" or (tag == "span" and _stands_for_break(element)):
            self._break()
        elif context.role == "maker" and _follows_closely(element):
            self._buffer.add(" ")

    def _passes_over(self, before: Context, mark: Mark) -> bool:
        """Whether an element that surely looks like furniture is to be left alone; its text is weighed later."""
        element, kind, strength = mark
        if strength == "weak" or element in self._holding or (self._complete and strength != "unseen"):
            return False
        if not _may_be_content(element):
            self.page.skipped.add(element)
            self._take_images_in(element, before)
            if self._buffer.pieces and _parts_words(element):
                self._buffer.add(" ")
            return True
        if kind in self._doubted:
            return False
        if self._buffer.pieces:
            self._flush(before)
        self.gaps.append(Gap(mark, before, len(self.page.lines), len(self.page.images), self._buffer.url))
        return True

    def _take_image(self, element: _Element, context: Context) -> None:
        """The image, and the credit in its title as a line of its own."""
        image = Image(element, context)
        self.page.images.append(image)
        credit = image.credit
        if credit and not self._buffer.pieces:
            where = context._replace(role="credit")
            self.page.lines.append(line_of(credit, element, where, (), len(self.page.images)))

    def _take_images_in(self, element: _Element, context: Context) -> None:
        """The images in a part of a figure without text: in a button that enlarges them, or in case scripts are off."""
        if context.figure is not None and context.figure.tag == "figure":
            self.page.images.extend(Image(image, context) for image in element.iter(*IMAGES))

    def _flush(self, context: Context | None = None) -> None:
        """End the line; its context is the one it was written in."""
        self._breaks = 0
        self._latest = _NOWHERE
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


def _may_be_content(element: _Element) -> bool:
    """Whether an element is or holds anything that articles are made of."""
    return element.tag in _CONTENT or (len(element) > 0 and next(element.iter(*_CONTENT), None) is not None)


def _parts_words(element: _Element) -> bool:
    """Whether the text of an element that is left out has white space at an end: a colon for screen readers after a
    kicker parts that from the title, and a word that hides an address from programs parts nothing.
    """
    text = str(_STRING(element))
    return text[:1].isspace() or text[-1:].isspace()


def _follows_closely(element: _Element) -> bool:
    """Whether an element comes right after another one, as name and post do where a style sheet sets them apart."""
    before = element.getprevious()
    return before is not None and not before.tail and isinstance(before.tag, str)


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


# ── the line in the making ───────────────────────────────────────────────────────────────────────────────────────────


class _LineBuffer:
    """The line in the making: white space collapses across pieces as in a browser.

    `pieces` are the texts so far, `url` the address of the link that is open.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.url: str | None = None
        self._link_start = 0
        self._length = 0
        self._links: list[tuple[int, int, str]] = []

    def add(self, text: str) -> None:
        """Append `text`, its white space collapsed."""
        if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACES.sub(" ", text)
        if text[0] == " " and (not self.pieces or self.pieces[-1][-1] == " "):
            text = text[1:]
        if text:
            self.pieces.append(text)
            self._length += len(text)

    def open_link(self, url: str) -> None:
        """A link starts here."""
        self.close_link()
        self.url, self._link_start = url, self._length

    def close_link(self) -> None:
        """The open link, if there is one, ends here."""
        if self.url is not None and self._link_start < self._length:
            self._links.append((self._link_start, self._length, self.url))
        self.url = None

    def taken(self) -> tuple[str, tuple[Link, ...]]:
        """The line so far, which is empty afterwards; an open link goes on in the next line."""
        if self.url is not None:
            self.open_link(self.url)
        raw = "".join(self.pieces)
        text = raw.strip(_EDGES)
        links = tuple(_shifted(self._links, len(raw) - len(raw.lstrip(_EDGES)), text)) if self._links else ()
        self._links.clear()
        self.pieces.clear()
        self._length = self._link_start = 0
        return text, links


def _shifted(links: list[tuple[int, int, str]], shift: int, text: str) -> Iterator[Link]:
    """The links over a line's stripped text, without white space at their own ends; those over nothing are left out."""
    for first, last, url in links:
        if last <= shift or first - shift >= len(text):
            continue
        start, end = max(first - shift, 0), min(last - shift, len(text))
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start < end:
            yield Link(start, end, url)

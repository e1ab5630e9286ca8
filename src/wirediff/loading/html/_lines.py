"""The lines of text that a page shows, put together piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from wirediff.loading.html._context import Context
from wirediff.loading.roles._folded import folded
from wirediff.model import Link

_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_EDGES = " \xa0\u200b\ufeff"
"""What shows nothing at the ends of a line."""
_PROSE = 60
"""Size from which on a line counts as prose."""
_LINKED = 0.5
_ALL_LINKED = 0.9


@dataclass(slots=True)
class Line:
    """A stretch of text without a line break.

    `element` is the innermost block element around it, `image` how many images stand before it on the page. `linked` is
    how many of its characters are links, `size` how much it says, `prose` whether that is running text, not a label.
    """

    text: str
    element: _Element
    context: Context
    links: tuple[Link, ...]
    image: int
    linked: int
    size: int
    prose: bool


def line_of(text: str, element: _Element, context: Context, links: tuple[Link, ...], image: int) -> Line:
    """A line, with what follows from its text."""
    linked = sum(link.end - link.start for link in links) if links else 0
    weight = size(text)
    prose = weight >= _PROSE and linked <= _LINKED * len(text)
    return Line(text, element, context, links, image, linked, weight, prose)


def size(text: str) -> int:
    """How much a text says: its length, where letters of scripts that need fewer of them count more."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def links_away(line: Line) -> bool:
    """Whether nearly all of a line are links to other places than its own page."""
    away = sum(link.end - link.start for link in line.links if not link.url.startswith("#"))
    return away >= _ALL_LINKED * len(line.text)


def says_title(text: str, titles: Sequence[str]) -> bool:
    """Whether a heading is most of a declared title, or holds one whole; `titles` are as `folded` gives them."""
    own = folded(text)
    return any(
        (own in title and len(own) >= 0.5 * len(title)) or (len(title) > 20 and title in own) for title in titles
    )


class LineBuffer:
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
    """The links of a line as they stand in its stripped text, without white space at their own ends."""
    for first, last, url in links:
        if last <= shift or first - shift >= len(text):
            continue
        start, end = max(first - shift, 0), min(last - shift, len(text))
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        yield Link(start, end, url)

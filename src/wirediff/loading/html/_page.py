"""What a page shows, in reading order: lines of text and images."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urljoin

from lxml.etree import _Element

from wirediff.loading.html._amid import PROSE
from wirediff.loading.html._context import Context
from wirediff.loading.roles._folded import folded
from wirediff.model import Link
from wirediff.newsroom import is_credit
from wirediff.packaged import table

_LINKED = 0.5
"""A line with more links than this leads elsewhere, however long it is."""
_ALL_LINKED = 0.9
"""The share of links from which a line is one; the rest is a bullet or a full stop."""
_TITLE_SHARE = 0.5
"""A heading may leave out as much of the declared title, which often names the site too."""
_TITLE_LEAST = 20
"""Characters from which a declared title inside a longer heading is no coincidence."""
_WIDTH = re.compile(r"\s(\d{1,6}(?:\.\d+)?)[wx]\s*$")
_PICTURED = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?![\w-])|/(?:image|photo|picture|foto|bild)s?/", re.IGNORECASE)
"""An image's own address, or that of a page for one image; pages of galleries are other articles."""
_NO_ADDRESS = ("data:", "about:")
"""How an image's address begins until a script puts the real one there."""
_ICON = 48
"""Pixels: a smaller image is an icon or a counting pixel."""


@dataclass(slots=True)
class Line:
    """A stretch of text without a line break.

    `element` is the innermost block element around it, `image` the number of images before it on the page. `linked` is
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
    prose = weight >= PROSE and linked <= _LINKED * len(text)
    return Line(text, element, context, links, image, linked, weight, prose)


def size(text: str) -> int:
    """How much a text says: its length, where letters of scripts that need fewer of them count more."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))


def links_away(line: Line) -> bool:
    """Whether nearly all of a line are links to other places than its own page."""
    away = sum(link.end - link.start for link in line.links if not link.url.startswith("#"))
    return away >= _ALL_LINKED * len(line.text)


def leads_to_picture(line: Line) -> bool:
    """Whether all links of a line lead to images or to pages of images, by words of their addresses."""
    return all(_PICTURED.search(link.url) for link in line.links)


def says_title(text: str, titles: Sequence[str]) -> bool:
    """Whether a heading is most of a declared title, or holds one whole; `titles` are as `folded` gives them."""
    own = folded(text)
    return any(
        (own in title and len(own) >= _TITLE_SHARE * len(title)) or (len(title) > _TITLE_LEAST and title in own)
        for title in titles
    )


class Image(NamedTuple):
    """An image element and what encloses it."""

    element: _Element
    context: Context

    def url(self, base: str | None) -> str | None:
        """The address of the image proper, wherever the page hides it, against the page's own where that is known."""
        address = _address(self.element)
        return address and _joined(base, address)

    def addresses(self, base: str | None) -> Iterator[str]:
        """Every address that a browser may have taken the image from, the one proper first."""
        proper = _address(self.element)
        offered = (_url(candidate) for candidates in _sets(self.element) for candidate in candidates)
        for address in dict.fromkeys((*([proper] if proper else ()), *_written(self.element), *offered)):
            yield _joined(base, address)

    @property
    def alt(self) -> str | None:
        """The image's description, or None."""
        return " ".join((self.element.get("alt") or "").split()) or None

    @property
    def credit(self) -> str | None:
        """The credit at the end of the title that shows when a pointer rests on the image: "Caption | Name/Agency"."""
        before, _, credit = " ".join((self.element.get("title") or "").split()).rpartition(" | ")
        return credit if before and is_credit(credit) else None

    @property
    def is_decoration(self) -> bool:
        """Whether this is an icon or a counting pixel by its declared size."""
        sizes = [(self.element.get(name) or "").removesuffix("px") for name in ("width", "height")]
        return any(size.isdigit() and int(size) < _ICON for size in sizes)

    @property
    def is_picture(self) -> bool:
        """Whether this shows something: neither an icon nor a drawing of lines, as icons are."""
        return not self.is_decoration and not (_address(self.element) or "").endswith(".svg")


class Page(NamedTuple):
    """A page's lines and images in reading order, without those of the furniture that was passed over.

    `skipped` are the elements that were not entered for that.
    """

    lines: list[Line]
    images: list[Image]
    skipped: set[_Element]


# ── addresses of images ──────────────────────────────────────────────────────────────────────────────────────────────


def _address(image: _Element) -> str | None:
    """The address as it is written, that of a placeholder passed over."""
    found = (url for url in _written(image) if not _is_placeholder(url))
    return next(found, None) or _from_sets(image)


def _written(image: _Element) -> Iterator[str]:
    """The addresses in the attributes that hold one."""
    return filter(None, ((image.get(place) or "").strip() for place in _attributes("addresses")))


def _joined(base: str | None, address: str) -> str:
    """An address against the page's own where that is known."""
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address


def _attributes(kind: str) -> list[str]:
    names: list[str] = table("wirediff.loading", "markup")["images"][kind]
    return names


def _is_placeholder(url: str) -> bool:
    lowered = url.lower()
    return lowered.startswith(_NO_ADDRESS) or any(map(lowered.__contains__, _attributes("placeholders")))


def _from_sets(image: _Element) -> str | None:
    """The widest candidate of the first set."""
    candidates = next(_sets(image), None)
    return _url(max(candidates, key=_width)) if candidates else None


def _sets(image: _Element) -> Iterator[list[str]]:
    """The candidates in the image's own `srcset` and in those of its `picture`'s sources."""
    picture = next(image.iterancestors("picture"), None)
    around = [] if picture is None else list(picture.iter("source"))
    for element in (image, *around):
        for place in _attributes("sets"):
            candidates = [part.strip() for part in (element.get(place) or "").split(", ") if part.strip()]
            if candidates:
                yield candidates


def _url(candidate: str) -> str:
    return candidate.split()[0].rstrip(",")


def _width(candidate: str) -> float:
    found = _WIDTH.search(candidate)
    return float(found[1]) if found else 0.0

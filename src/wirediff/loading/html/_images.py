"""An image's address, wherever a page hides it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml.etree import _Element

from wirediff.newsroom import is_credit

_PLACES = ("data-src", "data-original", "data-lazy-src", "data-img-url", "data-url", "data-hi-res-src", "src")
_SETS = ("data-srcset", "srcset", "data-lazy-srcset")
_WIDTH = re.compile(r"\s(\d{1,6}(?:\.\d+)?)[wx]\s*$")
_NO_ADDRESS = ("data:", "about:")
_PLACEHOLDERS = tuple(
    f"{name}.{suffix}"
    for name in ("blank", "spacer", "placeholder", "transparent", "pixel", "1x1")
    for suffix in ("gif", "png", "svg")
)


def image_url(image: _Element, base: str | None) -> str | None:
    """The address of the image proper, not of a placeholder, against the page's own address where that is known."""
    address = next(
        (url for place in _PLACES if (url := (image.get(place) or "").strip()) and not _is_placeholder(url)), None
    )
    address = address or _from_sets(image)
    if address is None:
        return None
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address


def _is_placeholder(url: str) -> bool:
    lowered = url.lower()
    return lowered.startswith(_NO_ADDRESS) or any(map(lowered.__contains__, _PLACEHOLDERS))


def alt_text(image: _Element) -> str | None:
    """The image's description, or None."""
    return " ".join((image.get("alt") or "").split()) or None


def title_credit(image: _Element) -> str | None:
    """The credit at the end of the title that shows when a pointer rests on the image: "Caption | Name/Agency"."""
    before, _, credit = " ".join((image.get("title") or "").split()).rpartition(" | ")
    return credit if before and is_credit(credit) else None


def is_decoration(image: _Element) -> bool:
    """Whether an image is an icon or a counting pixel by its declared size."""
    sizes = [(image.get(name) or "").removesuffix("px") for name in ("width", "height")]
    return any(size.isdigit() and int(size) < 48 for size in sizes)


def _from_sets(image: _Element) -> str | None:
    """The widest candidate of the image's own `srcset` or of its `picture`'s sources."""
    picture = next(image.iterancestors("picture"), None)
    around = [] if picture is None else list(picture.iter("source"))
    for element in (image, *around):
        for place in _SETS:
            candidates = [part.strip() for part in (element.get(place) or "").split(", ") if part.strip()]
            if candidates:
                return max(candidates, key=_width).split()[0].rstrip(",")
    return None


def _width(candidate: str) -> float:
    found = _WIDTH.search(candidate)
    return float(found[1]) if found else 0.0

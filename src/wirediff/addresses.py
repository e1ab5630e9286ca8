"""Web addresses: which of them mean the same page, and which the same picture.

Nothing is fetched: an address is judged by its letters alone. Detectors and loaders share these judgements.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from wirediff.packaged import table

__all__ = ["Address", "ImageName", "Picture", "page", "picture"]

_HOST_PREFIX = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_AMP = re.compile(r"(?:/amp|\.amp(?=\.html$|$))$", re.IGNORECASE)
_INNER = re.compile(r"(?<=[/=])https?:/{1,2}", re.IGNORECASE)
_NESTED = 4
"""Addresses within addresses that are opened at most."""
_LONGEST = 4000
"""Characters of an address that are looked at."""
_GIVEN = re.compile(r"[0-9a-f]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,}|[^\W_]{22,}=*", re.IGNORECASE)
"""Names that a content system gives out: where they differ, they say nothing about what is shown."""
_SCRAMBLED = re.compile(r"(?=[\w=-]{22,}$)(?:[^\d]*\d[\d_-]*[^\W\d_]){4}", re.IGNORECASE)
"""The same in letters, digits and dashes without order; words with dashes between them hold hardly a digit."""
_SIZED = re.compile(
    r"(?:[-_.~@](?:\d{2,5}x\d{0,5}|x\d{2,5}|[whsq]_?\d{2,4}|c\d{1,3}|\d{2,4}[wh]|\d(?:\.\d)?x|e\d{10,13}"
    r"|(?:16x9|4x3|1x1|3x2|2x3|3x4|9x16|21x9)|r\d(?:\.\d{1,3})?|fp[xy]\d{1,3}))$"
)
_WIDTH = re.compile(r"(?<=[^\W\d_]{4})[-_]([1-9]\d{2,3})$")
"""A bare number after a word; after "img" or "dsc" it is a camera's count."""
_USUAL_WIDTHS = frozenset({375, 414, 512, 768, 828, 1024, 1125, 1242, 1536, 2048})
_SUFFIXES = re.compile(r"(?<=.)(?:\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|jfif|heic|image|ashx|php|aspx?)){1,3}$")
_ONLY_SIZE = re.compile(r"(?:[\d_x.-]{1,40}|[whsq]_?\d{2,4})")


class Address(NamedTuple):
    """A page, whatever leads to it: host without `www.`, path, and the parameters that matter."""

    host: str
    path: str
    query: tuple[tuple[str, str], ...]


class ImageName(NamedTuple):
    """What names a picture, whatever its size and server.

    `telling` is false for a folder's name and for one that a content system gave out: two such names that differ may
    show one picture.
    """

    name: str
    telling: bool


Picture = ImageName
"""The public name from before the model had pictures of its own."""


def page(url: str) -> Address:
    """The page that `url` means: scheme, `www.`, fragment, tracking parameters, AMP and archived copies aside."""
    url = _opened(url.strip())
    try:
        parts = urlsplit(url)
        host = _HOST_PREFIX.sub("", parts.hostname or "")
    except ValueError:  # not an address
        return Address("", url, ())
    path = _INDEX.sub("", _AMP.sub("", unquote(parts.path).rstrip("/")))
    query = sorted((key, value) for key, value in parse_qsl(parts.query) if not _tracks(key))
    return Address(host, path, tuple(query))


def picture(url: str | None) -> ImageName | None:
    """What names the picture at `url`; None where the address names none, as with inline data."""
    url = _opened((url or "").strip(), ("http://", "https://", "/"))
    if not url or url.startswith(("data:", "blob:")):
        return None
    segments = [segment for segment in page(url).path.lower().split("/") if segment]
    for segment in reversed(segments):
        name = _plain(segment)
        if name.isdecimal() and len(name) >= 6:
            return ImageName(name, False)
        if name and name not in _words("renditions") and not _ONLY_SIZE.fullmatch(name):
            given = _GIVEN.fullmatch(name) or _SCRAMBLED.match(name)
            return ImageName(name, segment is segments[-1] and not given)
    return ImageName("/".join(segments[-2:]), False) if segments else None


def _plain(segment: str) -> str:
    """A file name without its suffix and without what says its size."""
    name = _SUFFIXES.sub("", segment)
    while name not in _words("renditions") and (shorter := _without_size(name)):
        name = shorter
    return name


def _without_size(name: str) -> str:
    """`name` without the last part if that is a size; empty if it isn't one."""
    sized = _SIZED.search(name)
    if sized:
        return name[: sized.start()]
    width = _WIDTH.search(name)
    if width and (int(width[1]) % 10 == 0 or int(width[1]) in _USUAL_WIDTHS) and not 1980 <= int(width[1]) < 2040:
        return name[: width.start()]
    cut = max(name.rfind(mark) for mark in "-_.@")
    return name[:cut] if cut > 0 and name[cut + 1 :] in _words("renditions") else ""


def _opened(url: str, beginnings: tuple[str, ...] = ("http://", "https://")) -> str:
    """The address within an address, if it begins so: after that of an archive, a redirect or a resizing service."""
    url = url[:_LONGEST]
    for _ in range(_NESTED):
        inner = _inner(url, beginnings)
        if inner is None:
            break
        url = inner
    return url


def _inner(url: str, beginnings: tuple[str, ...]) -> str | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    for key, value in parse_qsl(parts.query):
        if key.lower() in _words("wrapping") and value.startswith(beginnings):
            return value
    begin = max((found.start() for found in _INNER.finditer(unquote(url))), default=None)
    return None if begin is None else unquote(url)[begin:]


def _tracks(key: str) -> bool:
    return key.lower() in _words("tracking") or key.lower().startswith(tuple(_words("tracking_prefixes")))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("wirediff", "addresses")[name].split())

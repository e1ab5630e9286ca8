"""Web addresses: which of them mean the same page or image."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

_SIZE = re.compile(
    r"[-_.]?(?:\d{2,5}x\d{2,5}|[wh]?\d{2,4}[wh]|scaled|thumb(?:nail)?|small|medium|large|@\dx)(?=[-_.]|$)",
    re.IGNORECASE,
)
_ARBITRARY = re.compile(r"[0-9a-f]{12,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{6,}", re.IGNORECASE)
"""File names that a content system gives out: they say nothing about what is shown."""


class Address(NamedTuple):
    """A page, whatever leads to it: host without `www.`, path, and the parameters that matter."""

    host: str
    path: str
    query: tuple[tuple[str, str], ...]


def page(url: str) -> Address:
    """The page that `url` means."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:  # an address that is none
        return Address("", url, ())
    query = sorted((key, value) for key, value in parse_qsl(parts.query) if not _tracks(key))
    return Address(host, unquote(parts.path).rstrip("/").removesuffix("/index.html"), tuple(query))


def image_name(url: str) -> str | None:
    """The file name of an image without its size; None where it says nothing."""
    name = page(url).path.rpartition("/")[2].lower()
    stem, dot, suffix = name.rpartition(".")
    plain = _SIZE.sub("", stem if dot else suffix)
    return None if not plain or _ARBITRARY.fullmatch(plain) else plain


def _tracks(key: str) -> bool:
    names = _tracking()
    return key.lower() in names["tracking"] or key.lower().startswith(tuple(names["prefixes"]))


@lru_cache(maxsize=1)
def _tracking() -> dict[str, list[str]]:
    text = files("wirediff_structure").joinpath("data", "addresses.toml").read_text("utf-8")
    return tomllib.loads(text)

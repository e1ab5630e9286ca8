"""Makes text from an article harmless to show: no characters that hide or reorder, no address but http and https."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

_UNSHOWABLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\u180e\u200b\u2060-\u2064\ufeff"  # no width
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # change the direction of what follows
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"  # annotation, noncharacters
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_JOINERS = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200c-\u200f\u3164\uffa0]")
"""Invisible characters that ordinary text needs, so that they are named only where they stand alone."""


def show(text: str) -> str:
    """`text` with every character that cannot be seen, or reorders others, replaced by its name, as ⟨U+202E⟩."""
    if text and not text.isascii() and not _JOINERS.sub("", text):
        return _JOINERS.sub(_name, text)
    return _UNSHOWABLE.sub(_name, text)


def _name(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def web_address(url: str | None) -> str | None:
    """`url` if it may stand in a link: http or https, with a host, without white space or control characters."""
    if not url or _UNSHOWABLE.search(url) or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def shorten(text: str, length: int) -> str:
    """`text` in one line, cut at a word's end to about `length` characters, and `…` where it was cut."""
    line = " ".join(text[: 4 * length].split())
    if len(line) <= length:
        return line
    head = line[:length]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head).rstrip(" …") + "…"


def day(date: str | None) -> str | None:
    """An ISO 8601 date and time in words, as "13 February 2025, 10:00 UTC"; any other text as it is."""
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return date
    words = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if len(date or "") <= len("2025-02-13"):
        return words
    return f"{words}, {moment:%H:%M}" + (f" {moment:%Z}" if moment.tzinfo else "")


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

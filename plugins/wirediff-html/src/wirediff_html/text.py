"""Text prepared for its place in the page: addresses that may be linked, dates in words, help of rules."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from wirediff.wording import shorten, show


def web_address(url: str | None) -> str | None:
    """Return `url` if it is safe in a link: http or https, with a host, without white space or control characters."""
    if not url or show(url) != url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def day(date: str | None) -> str | None:
    """Return an ISO 8601 date and time in words, as "13 February 2025, 10:00 UTC"; any other text as it is."""
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return date
    words = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if len(date or "") <= len("2025-02-13"):
        return words
    return f"{words}, {moment:%H:%M}" + (f" {moment:%Z}" if moment.tzinfo else "")


# Not `calendar.month_name`, which a program may have switched to another language.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

WORDS = ": “"
"""Separates what a message states from the words that it quotes as evidence."""


def heading(message: str, length: int) -> str:
    """Return `message` if it is short, else what it states, without the words that it quotes."""
    if len(message) <= length:
        return message
    head, quotes, _ = message.partition(WORDS)
    return f"{head}." if quotes and len(head) <= length else shorten(message, length)


def without(text: str, term: str) -> str:
    """Return `text`, which is shown after `term`, without a `term` of its own: "Nora Vance" for "By Nora Vance"."""
    start = text[: len(term) + 1].casefold()
    return text[len(start) :].lstrip() if start in (f"{term} ".casefold(), f"{term}:".casefold()) else text


def prose(text: str) -> Markup:
    """Return a rule's help for readers of the page: without sentences on `data`, and with typographic quotes."""
    sentences = [each for each in _SENTENCE_END.split(text) if "`data." not in each]
    quoted = _STRAIGHT.sub(r"“\1”", " ".join(sentences))
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(show(quoted)))))  # noqa: S704 -- escaped before the tags are set


_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[A-Z\"“`])")
_STRAIGHT = re.compile(r'"([^"]*)"')
_CODE = re.compile(r"`([^`]+)`")

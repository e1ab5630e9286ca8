"""What stands at the head of an article: author lines, date lines, datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from wirediff.newsroom import dateline, words
from wirediff.newsroom._dates import is_of_date
from wirediff.newsroom._names import is_wire
from wirediff.packaged import alternatives

_DATELINE_PARAGRAPHS = 3
"""Paragraphs that may have the dateline: a summary or an editor's note may precede the story."""
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_NUMBER = re.compile(r"\d")
_DURATION = re.compile(
    r"^(?:[^\W\d]+:?\s){0,2}\d{1,3}(?::\d{2}){0,2}\s?(?:min|mins|minute|minutes|minuten|minuter|minutes?|minuti|sec|std)\b"
    r"[\s.|·•-]{0,4}(?:[^\W\d]{1,14}(?:\s(?:time|\d[\d.:]{0,9}))?)?$|^\d{1,2}:\d{2}(?::\d{2})?$",
    re.IGNORECASE,
)
_OPENING_DURATION = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s{0,2}(?:[-–—|·•]|min\b)", re.IGNORECASE)
_PARTED = re.compile(r"\s[·•|]\s")
"""What parts author and date in one line, which are told apart then."""
_ADDRESS = re.compile(r"^[^\s@]+@[^\s@]+\.\w+$|^@\w+$")


def filed_from(paragraphs: Sequence[str]) -> str | None:
    """Return the place of the dateline that one of the first paragraphs begins with, or None."""
    found = map(dateline, paragraphs[:_DATELINE_PARAGRAPHS])
    return next((each.place for each in found if each and each.place), None)


def is_byline(text: str) -> bool:
    """Whether a line names its authors: "By Name", "Von Name und Name", "By Name, 12 May 2026"."""
    text = text.lstrip("-–—•|/ ")
    if not text or len(text) > 180 or len(text.split()) > 22:
        return False
    if "@" in text and _ADDRESS.match(text):
        return True
    opener = _opener().match(text)
    if not opener or opener.end() == len(text):
        return False
    rest = text[opener.end() :].strip(" :-–—")
    weak = opener[0].strip(" :").casefold() in words("bylines.weak") and ":" not in opener[0]
    return _names(rest, 1.0 if weak else 0.6) and not rest.endswith(("!", "?", ":")) and not _ends_sentence(rest, weak)


def is_bare_opener(text: str) -> bool:
    """Whether a line is but the word before an author's name, or no word at all: "By", "Von", "–"."""
    return not any(map(str.isalnum, text)) or _opener().fullmatch(f"{text} ") is not None


def is_byline_tail(text: str) -> bool:
    """Whether a line below a byline tells the author's paper or post: "Associated Press", "Staff Writer"."""
    parts = [part.strip(" .|•·") for part in re.split(r"[|•·,]", text.casefold())]
    if len(text) > 80 or not parts:
        return False
    return any(part in words("bylines.closers") or is_wire(part) for part in (parts[0], parts[-1])) or _is_proper_name(
        text
    )


def _is_proper_name(text: str) -> bool:
    """A few words, each with a capital."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words) and not text.endswith((".", "!", "?", ":"))


def is_duration(text: str) -> bool:
    """Whether a line tells how long a recording or a reading is: "02:57 Min.", "5 min read"."""
    return len(text) <= 60 and _DURATION.match(text) is not None


def opens_with_duration(text: str) -> bool:
    """Whether a line below a recording begins with how long that runs: "02:12 - Source: Agency"."""
    return _OPENING_DURATION.match(text) is not None


def _names(text: str, share: float) -> bool:
    """Whether at least a share of the words of a text have a capital, apart from "and" and a date at the end."""
    found = [word for word in _WORD.findall(text) if word.casefold() not in words("bylines.between")]
    found = found if _PARTED.search(text) else _without_date(found)
    if not found:
        return False
    return sum(not word[0].islower() and not word[0].isdigit() for word in found) >= share * len(found)


def _without_date(found: list[str]) -> list[str]:
    """The words before a date with numbers that ends a byline."""
    dated = len(found)
    while dated and is_of_date(found[dated - 1].lower()):
        dated -= 1
    return found[:dated] if any(map(_NUMBER.search, found[dated:])) else found


def _ends_sentence(rest: str, weak: bool) -> bool:
    """A full stop ends a byline only after an initial, or, where the opener is a strong one, a short list of names."""
    return rest.endswith(".") and (weak or len(rest.split()) > 8)


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"{alternatives(words('bylines.openers'))}(?:\s*[:：]\s*|\s+)", re.IGNORECASE)

"""Lines that name an article's authors."""

from __future__ import annotations

import re
from functools import cache

from wirediff.newsroom._dates import DIGIT, WORD, is_of_date
from wirediff.newsroom._lists import words
from wirediff.newsroom._names import is_wire
from wirediff.packaged import alternatives

# The limits in this module were chosen by hand on the fixtures and on news pages.
_LONGEST = 180
_MOST_WORDS = 22
_SHARE = 0.6
"""Part of a byline's words that have a capital, where its opener begins only bylines; posts are in small letters."""
_FEW_NAMES = 8
"""Words of a list of names that may end in a full stop; a longer line that does is a sentence."""
_LONGEST_TAIL = 80
_PARTED = re.compile(r"\s[·•|]\s")
"""What separates author and date in one line, so that the date needs no looking for."""
_ADDRESS = re.compile(r"^[^\s@]+@[^\s@]+\.\w+$|^@\w+$")


def is_byline(text: str) -> bool:
    """Return whether a line names its authors: "By Name", "Von Name und Name", "By Name, 12 May 2026"."""
    text = text.lstrip("-–—•|/ ")
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if "@" in text and _ADDRESS.match(text):
        return True
    opener = byline_opener().match(text)
    if not opener or opener.end() == len(text):
        return False
    rest = text[opener.end() :].strip(" :-–—")
    weak = opener[0].strip(" :").casefold() in words("bylines.weak") and ":" not in opener[0]
    return (
        _names(rest, 1.0 if weak else _SHARE) and not rest.endswith(("!", "?", ":")) and not _ends_sentence(rest, weak)
    )


def is_bare_opener(text: str) -> bool:
    """Return whether a line is only the word before an author's name, or has no word: "By", "Von", "–"."""
    return not any(map(str.isalnum, text)) or byline_opener().fullmatch(f"{text} ") is not None


def is_post(text: str) -> bool:
    """Return whether a line says only what somebody is at a paper: "Court reporter", "Political editor, Leeds"."""
    if len(text.split()) > _FEW_NAMES or text.endswith((".", "!", "?", ":")):
        return False
    return _post().search(text) is not None


def is_byline_tail(text: str) -> bool:
    """Return whether a line below a byline says the author's agency or post: "Associated Press", "Staff Writer"."""
    if len(text) > _LONGEST_TAIL:
        return False
    parts = [part.strip(" .|•·") for part in re.split(r"[|•·,]", text.casefold())]
    listed = any(part in words("bylines.closers") or is_wire(part) for part in (parts[0], parts[-1]))
    return listed or _is_proper_name(text)


def _is_proper_name(text: str) -> bool:
    """A few words, each with a capital."""
    found = text.split()
    return 2 <= len(found) <= 5 and all(word[0].isupper() for word in found) and not text.endswith((".", "!", "?", ":"))


def _names(text: str, share: float) -> bool:
    """Whether at least a share of the words of a text have a capital, apart from "and", "van" and a date at the end."""
    small = words("bylines.between") | words("credits.particles")
    found = [word for word in WORD.findall(text) if word.casefold() not in small]
    found = found if _PARTED.search(text) else _without_date(found)
    if not found:
        return False
    return sum(not word[0].islower() and not word[0].isdigit() for word in found) >= share * len(found)


def _without_date(found: list[str]) -> list[str]:
    """The words before a date with numbers that ends a byline."""
    dated = len(found)
    while dated and is_of_date(found[dated - 1].lower()):
        dated -= 1
    return found[:dated] if any(map(DIGIT.search, found[dated:])) else found


def _ends_sentence(rest: str, weak: bool) -> bool:
    """A full stop ends a byline only after an initial, or, where the opener is a strong one, a short list of names."""
    return rest.endswith(".") and (weak or len(rest.split()) > _FEW_NAMES)


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(words('bylines.closers'))}(?=\s*(?:,|$))", re.IGNORECASE)


@cache
def byline_opener() -> re.Pattern[str]:
    """Return the pattern of words before an author's name, with the colon or space after them."""
    return re.compile(rf"{alternatives(words('bylines.openers'))}(?:\s*[:：]\s*|\s+)", re.IGNORECASE)

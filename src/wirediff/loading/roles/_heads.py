"""What stands at the head of an article: author lines, date lines, datelines."""

from __future__ import annotations

import re
from functools import cache

from wirediff.loading.roles._lists import table

_DATELINE = re.compile(
    r"""^(?P<place>[^\W\d_][\w.'’ -]{1,40}(?:,\s[\w.'’ -]{2,30}){0,2}?)   # BRUSSELS · WASHINGTON, D.C.
        (?P<date>,?\s(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?))?  # Jan. 5 · 14 fév
        (?P<agency>\s?\((?:[^()]{2,40})\))?                                # (AP)
        \s?[–—-]{1,2}\s""",
    re.VERBOSE,
)
_DATELINE_REACH = 120
_DASH = re.compile(r"[–—-]\s")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
_NUMBER = re.compile(r"\d")
_ISO_OR_NUMERIC = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.h]\d{2}|(?:19|20)\d{2})\b|年"
)
_DURATION = re.compile(
    r"^(?:[^\W\d]+:?\s){0,2}\d{1,3}(?::\d{2}){0,2}\s?(?:min|mins|minute|minutes|minuten|minuter|minutes?|minuti|sec|std)\b"
    r"[\s.|·•-]{0,4}(?:[^\W\d]{1,14}(?:\s(?:time|\d[\d.:]{0,9}))?)?$|^\d{1,2}:\d{2}(?::\d{2})?$",
    re.IGNORECASE,
)
_OPENING_DURATION = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s{0,2}(?:[-–—|·•]|min\b)", re.IGNORECASE)
_PARTED = re.compile(r"\s[·•|]\s")
"""What parts author and date in one line, which are told apart then."""
_ADDRESS = re.compile(r"^[^\s@]+@[^\s@]+\.\w+$|^@\w+$")


def dateline(text: str) -> str | None:
    """The place a paragraph is filed from: "BRUSSELS" of "BRUSSELS (AP) — …", or None."""
    head = text[:_DATELINE_REACH]
    found = _DATELINE.match(head) if _DASH.search(head) else None
    if not found:
        return None
    place = found["place"].strip()
    return place if place.split(",")[0].isupper() or found["agency"] else None


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
    weak = opener[0].strip(" :").casefold() in _listed("byline", "weak") and ":" not in opener[0]
    return _names(rest, 1.0 if weak else 0.6) and not rest.endswith(("!", "?", ":")) and not _ends_sentence(rest, weak)


def is_bare_opener(text: str) -> bool:
    """Whether a line is but the word before an author's name, or no word at all: "By", "Von", "–"."""
    return not any(map(str.isalnum, text)) or _opener().fullmatch(f"{text} ") is not None


def is_byline_tail(text: str) -> bool:
    """Whether a line below a byline tells the author's paper or post: "Associated Press", "Staff Writer"."""
    parts = [part.strip(" .|•·") for part in re.split(r"[|•·,]", text.casefold())]
    if len(text) > 80 or not parts:
        return False
    closers = _listed("byline", "closers")
    return parts[-1] in closers or parts[0] in closers or _is_proper_name(text)


def _is_proper_name(text: str) -> bool:
    """A few words, each with a capital."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words) and not text.endswith((".", "!", "?", ":"))


def is_date(text: str) -> bool:
    """Whether a line holds nothing but a date or time, also with "Updated" before it."""
    if len(text) > 120 or not _NUMBER.search(text):
        return False
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words or len(words) > 18:
        return False
    opened = text.casefold().lstrip().startswith(_date_openers())
    if not opened and not all(map(_is_of_date, words)):
        return False
    named = bool(_ISO_OR_NUMERIC.search(text)) or not _listed("date", "months").isdisjoint(words)
    return named and sum(map(_is_of_date, words)) >= len(words) * 0.6


def _is_of_date(word: str) -> bool:
    return word in _date_words() or _NUMBER.search(word) is not None


def is_duration(text: str) -> bool:
    """Whether a line tells how long a recording or a reading is: "02:57 Min.", "5 min read"."""
    return len(text) <= 60 and _DURATION.match(text) is not None


def opens_with_duration(text: str) -> bool:
    """Whether a line below a recording begins with how long that runs: "02:12 - Source: Agency"."""
    return _OPENING_DURATION.match(text) is not None


def _names(text: str, share: float) -> bool:
    words = [word for word in _WORD.findall(text) if word.casefold() not in _listed("byline", "between")]
    words = words if _PARTED.search(text) else _without_date(words)
    if not words:
        return False
    return sum(not word[0].islower() and not word[0].isdigit() for word in words) >= share * len(words)


def _without_date(words: list[str]) -> list[str]:
    """The words before a date with numbers at their end."""
    dated = len(words)
    while dated and _is_of_date(words[dated - 1].casefold()):
        dated -= 1
    return words[:dated] if any(map(_NUMBER.search, words[dated:])) else words


def _ends_sentence(rest: str, weak: bool) -> bool:
    """A full stop ends a byline only after an initial, or, where the opener is a strong one, a short list of names."""
    return rest.endswith(".") and (weak or len(rest.split()) > 8)


@cache
def _opener() -> re.Pattern[str]:
    words = sorted(table("headings")["byline"]["openers"], key=len, reverse=True)
    return re.compile(r"(?:" + "|".join(re.escape(word) for word in words) + r")(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


@cache
def _listed(section: str, key: str) -> frozenset[str]:
    return frozenset(table("headings")[section][key])


@cache
def _date_openers() -> tuple[str, ...]:
    return tuple(_listed("date", "openers"))


@cache
def _date_words() -> frozenset[str]:
    dates = table("headings")["date"]
    openers = {word for phrase in dates["openers"] for word in phrase.split()}
    return frozenset({*dates["months"], *dates["weekdays"], *dates["others"], *openers})

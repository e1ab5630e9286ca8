"""Dates and times, as lines of a page print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from wirediff.newsroom._lists import languages, phrases, section, words

_LONGEST_LINE = 120
_MOST_WORDS = 18
_SHARE = 0.6
"""Part of the words that belong to dates in a line that begins with "Updated" or the like; chosen by hand."""
WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
"""A word, a number or a name, with what joins its parts: "O'Neill", "a.m"."""
DIGIT = re.compile(r"\d")
_NAMES_DAY = re.compile(
    r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.h]\d{2}|(?:19|20)\d{2})\b|年"
)
_TIME = re.compile(
    r"\b(\d{1,2})(?:[:h](\d{2}))?(?::\d{2})?(?:\.\d+)?\s?(a\.?m\b\.?|p\.?m\b\.?)"
    r"|\b(\d{1,2})[:h](\d{2})(?::\d{2})?(?:\.\d+)?(?:\s?(?:uhr|z\b|(?:utc|gmt)?[+-]\d{1,2}:?\d{2}))?",
    re.IGNORECASE,
)
_MONTH = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d{1,4}")
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}\b(?!\d)")


class Calendar(NamedTuple):
    """Names of months and days of the week, in lower case, with their numbers from 1; weeks begin on Monday."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]


class Moment(NamedTuple):
    """What a date line says: the numbers of its day whatever their order, its time, or else its words."""

    day: tuple[int, ...]
    time: tuple[int, int] | None
    words: tuple[str, ...]

    @property
    def value(self) -> tuple[object, ...]:
        """What two lines that say the same have in common: the day, else the time, else the words."""
        return self.day or self.time or self.words

    def differs(self, other: Moment) -> bool:
        """Return whether the two cannot mean the same; a time counts only if neither names a day."""
        if self.day or other.day:
            return not _compatible(self.day, other.day)
        if self.time or other.time:
            return self.time != other.time
        return self.words != other.words


@cache
def calendar(language: str | None = None, *, short: bool = True) -> Calendar:
    """Return the calendar of `language` (a BCP 47 tag), or of all languages; with `short`, short names too.

    Names that mean something else in another language ("set", September in Portuguese) count only in their own. A
    language without a file has an empty calendar.
    """
    if language is not None:
        return Calendar(_numbers(language, "months", short), _numbers(language, "weekdays", short))
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    for tag in languages():
        own, weak = calendar(tag, short=short), words("calendar.weak", tag)
        months.update({name: number for name, number in own.months.items() if name not in weak})
        weekdays.update(own.weekdays)
    return Calendar(months, weekdays)


def _numbers(language: str, name: str, short: bool) -> Mapping[str, int]:
    known = section("calendar", language)
    listed = {**known.get(name, {}), **(known.get(f"short_{name}", {}) if short else {})}
    return {entry.lower(): number for entry, number in listed.items()}


def is_date(text: str) -> bool:
    """Return whether a line holds nothing but a date or a time, perhaps with "Updated" or the like before it."""
    if len(text) > _LONGEST_LINE or not DIGIT.search(text):
        return False
    found = [word.lower() for word in WORD.findall(text)]
    if not found or len(found) > _MOST_WORDS:
        return False
    opened = text.lower().lstrip().startswith(phrases("dates.openers"))
    if not opened and not all(map(is_of_date, found)):
        return False
    named = bool(_NAMES_DAY.search(text)) or not calendar().months.keys().isdisjoint(found)
    return named and sum(map(is_of_date, found)) >= len(found) * _SHARE


def is_of_date(word: str) -> bool:
    """Return whether a word in lower case may be part of a date: a name, a number, "updated", "at"."""
    return word in _words_of_dates() or DIGIT.search(word) is not None


@cache
def _words_of_dates() -> frozenset[str]:
    months, weekdays = calendar()
    opening = {word for phrase in words("dates.openers") for word in phrase.split()}
    return words("dates.others").union(months, weekdays, opening)


def moment(text: str, language: str = "und") -> Moment:
    """Return the moment that a date line names, in any known language; names of `language` come first."""
    plain = text.lower()
    found = _TIME.search(plain)
    rest = _TIME.sub(" ", plain)
    day = [int(number) for number in _NUMBER.findall(_with_century(rest))]
    month = _month(rest, language)
    said = () if day or found else tuple(plain.split())
    return Moment(tuple(sorted([*day, *month])), _clock(found) if found else None, said)


def _compatible(*days: tuple[int, ...]) -> bool:
    """Whether the numbers of one of two days include those of the other, which may leave out the year.

    Numbers are counted: 3 March 2026 has the number 3 twice, 2 March 2026 once.
    """
    shorter, longer = sorted(days, key=len)
    return bool(shorter) and Counter(shorter) <= Counter(longer)


def _with_century(text: str) -> str:
    """`12.05.26` with its year in full."""
    return _TWO_DIGIT_YEAR.sub(lambda found: f"{found[0][:-2]}20{found[0][-2:]}", text)


def _clock(found: re.Match[str]) -> tuple[int, int]:
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    return hour, minute


def _month(text: str, language: str) -> list[int]:
    """The month named in `text`, if there is one."""
    for names in (calendar(language).months, calendar().months):
        for word in _MONTH.findall(text):
            if word in names:
                return [names[word]]
    return []

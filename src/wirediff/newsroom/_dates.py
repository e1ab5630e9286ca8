"""Dates and times, as lines of a page print them."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
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
_TWO_DIGIT_YEAR = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2}\b(?!\d)")

_YEAR_FIRST = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[./-]\s?|\s?[年년]\s?)(\d{1,2})(?:[./-]\s?|\s?[月월]\s?)(\d{1,2})(?!\d)"
)
_YEAR_LAST = re.compile(r"(?<![\d.])(\d{1,2})\.?\s?([./-])\s?(\d{1,2})\.?\s?\2\s?((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_TO_DAY = 3
"""Parts from a month to its day at most: "5", "th", "of" before May."""
_TO_YEAR = 8
"""Words from a month to its year at most: "Jan 28 15:28:56 CET 2020"."""
_MONTH_FIRST = ("en", "en-us", "en-ca")
"""Languages of which 5/4/2026 is the fourth of May; British and other pages declare themselves as such."""


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


def day(text: str, language: str = "und") -> dt.date | None:
    """Return the first day that a text names with its year, or None; `language` (a BCP 47 tag) says how to read it."""
    plain = _with_century(text.lower())
    for year, month, number in _written(plain, language):
        try:
            return dt.date(year, month, number)
        except ValueError:
            continue
    return None


def _written(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day of what may be dates, the surest form first."""
    for year, month, number in _YEAR_FIRST.findall(text):
        yield int(year), int(month), int(number)
    yield from _named(text, language)
    for first, _, second, year in _YEAR_LAST.findall(text):
        orders = [(int(second), int(first)), (int(first), int(second))]
        for month, number in reversed(orders) if language.lower() in _MONTH_FIRST and "/" in text else orders:
            yield int(year), month, number


def _named(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """The days whose month is a word: the nearest number is the day, and the first that can be one the year."""
    words = _TOKEN.findall(text)
    for months in (calendar(language).months, calendar().months):
        for place, word in enumerate(words):
            if word not in months:
                continue
            before, after = words[max(place - _TO_DAY, 0) : place], words[place + 1 : place + 1 + _TO_YEAR]
            near = (*reversed(before), *after[:_TO_DAY])
            number = next((each for each in near if each.isdecimal() and len(each) <= 2), None)
            year = next(filter(_YEAR.fullmatch, (*after, *reversed(before))), None)
            if number and year:
                yield int(year), months[word], int(number)


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

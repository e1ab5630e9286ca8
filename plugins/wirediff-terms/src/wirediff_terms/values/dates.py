"""Dates, times of day, quarters and decades."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wirediff_terms.values.numbers import cardinal, ordinal, whole_number
from wirediff_terms.values.quantity import (
    ALSO_WORDS,
    ARTICLES,
    EITHER_HALF,
    UNORDERED_DATE,
    Quantity,
    quantity_table,
    word_at,
)

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)")
_DAY_FIRST = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4}|\d\d)")
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4}|\d\d)")
_CENTURY_BEGINS = 50
"""Two figures from which a year is of the last century; chosen by hand."""
_MONTHS = 12
"""Months of a year: a larger number in a date is not a month."""
_LONGEST_MONTH = 31
"""Maximum days of a month: a larger number in a date is not a day."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(am|pm|a\.m|p\.m)?")
_HALF_DAY = 12
_BEFORE_A_TIME = ("at", "until", "till", "since", "before", "after")
"""Words before a time that is counted to the next hour: "at ten to six"; not "by", which a vote has too."""
_DECADE = re.compile(r"(\d\d)?(\d0)s")
_QUARTER = re.compile(r"q([1-4])")


def date_at(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a weekday, a date in figures, or a month with its day and year in either order."""
    word = word_at(forms, at)
    if figures := _in_figures(word):
        return Quantity(at, at + 1, *figures)
    if word.removesuffix("'s") in quantity_table("weekdays") and word not in ALSO_WORDS:
        return Quantity(at, at + 1, "weekday", (quantity_table("weekdays")[word.removesuffix("'s")],))
    day = _day(word)
    of = 1 if day and word_at(forms, at + 1) == "of" else 0
    if day and _month(forms, at + 1 + of):
        end = at + 2 + of
        month = _month(forms, at + 1 + of)
    elif month := _month(forms, at):
        day = _day(word_at(forms, at + 1))
        end = at + 2 if day else at + 1
    else:
        return None
    year, end = _year(forms, end)
    if not day and not year and word in ALSO_WORDS and word_at(forms, at - 1) not in quantity_table("before_months"):
        return None
    return Quantity(at, end, "date" if day else "month", (year, month, day))


def clock_at(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a time of day in minutes: `6pm`, `6.30 p.m.`, `18:30`, `seven pm`, `noon`."""
    word = word_at(forms, at)
    if word in quantity_table("clock"):
        return Quantity(at, at + 1, "time of day", (quantity_table("clock")[word],))
    if past := _past_the_hour(forms, at):
        return past
    match = _CLOCK.fullmatch(word)
    spelled = 0 if match else cardinal(word) or 0
    if match is None and not 0 < spelled <= _HALF_DAY:
        return None
    hour, minute, half = (int(match[1]), int(match[2] or 0), match[3]) if match else (spelled, 0, "")
    end = at + 1
    if not half and word_at(forms, end) == "o'clock":
        return Quantity(at, end + 1, "time of day", (60 * (hour % _HALF_DAY),), EITHER_HALF)
    if not half and word_at(forms, end) in ("am", "pm", "a.m", "p.m"):
        half, end = word_at(forms, end), end + 1
    if hour > 23 or minute > 59 or (not half and ":" not in word) or (half and hour > _HALF_DAY):
        return None
    if half:
        hour = hour % _HALF_DAY + _HALF_DAY * half.startswith("p")
    return Quantity(at, end, "time of day", (60 * hour + minute,))


def _past_the_hour(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a time in minutes before or after an hour, of either half of the day: `ten past five`, `a quarter to six`,
    `half past one`."""
    start = at + (word_at(forms, at) in ARTICLES)
    word = word_at(forms, start)
    minutes = {"quarter": 15, "half": 30}.get(word) or whole_number(word)
    side = {"past": 1, "to": -1}.get(word_at(forms, start + 1), 0)
    hour = whole_number(word_at(forms, start + 2))
    if not side or not 0 < minutes <= 30 or not 0 < hour <= _HALF_DAY or (word.isdecimal() and side < 0):
        return None
    if side < 0 and word != "quarter" and word_at(forms, at - 1) not in _BEFORE_A_TIME:
        return None  # "Five to seven people" are a range.
    return Quantity(at, start + 3, "time of day", ((60 * hour + side * minutes) % (60 * _HALF_DAY),), EITHER_HALF)


def quarter_at(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a quarter of the year: `Q3`, `third quarter`, `third-quarter`."""
    word = word_at(forms, at)
    if match := _QUARTER.fullmatch(word):
        return Quantity(at, at + 1, "quarter", (int(match[1]),))
    first, _, unit = word.partition("-")
    end = at + 1 if unit else at + 2
    number = ordinal(first)
    if not 1 <= number <= 4 or (unit or word_at(forms, at + 1)) != "quarter":
        return None
    return Quantity(at, end, "quarter", (number,))


def decade_at(forms: Sequence[str], at: int) -> Quantity | None:
    """Return ten years: `1990s`, or `'90s`, which are those of the last century."""
    match = _DECADE.fullmatch(word_at(forms, at))
    return Quantity(at, at + 1, "decade", (int((match[1] or "19") + match[2]),)) if match else None


def _in_figures(word: str) -> tuple[str, tuple[int, int, int]] | None:
    """Return dimension, and year, month, day of `2018-08-05`, `5.8.2018`, `8/25/2018`, or of unordered `8/5/2018`."""
    dimension = "date"
    if found := _YEAR_FIRST.fullmatch(word):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_FIRST.fullmatch(word):
        day, month, year = int(found[1]), int(found[2]), _whole_year(found[3])
    elif found := _SLASHED.fullmatch(word):
        month, day, year = int(found[1]), int(found[2]), _whole_year(found[3])
        if month > _MONTHS:
            month, day = day, month
        elif day <= _MONTHS:
            dimension = UNORDERED_DATE
    else:
        return None
    return (dimension, (year, month, day)) if 1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH else None


def _whole_year(figures: str) -> int:
    """Return a year of four figures, or of two."""
    year = int(figures)
    return year if len(figures) > 2 else year + (1900 if year >= _CENTURY_BEGINS else 2000)


def _day(word: str) -> int:
    """Return the day of a month that a word may be, `5`, `5th` or `fifth`; 0 if none."""
    match = _DAY.fullmatch(word)
    day = int(match[1]) if match else ordinal(word)
    return day if 1 <= day <= _LONGEST_MONTH else 0


def _month(forms: Sequence[str], at: int) -> int:
    has_capital = at < len(forms) and forms[at][:1].isupper()
    return int(quantity_table("months").get(word_at(forms, at), 0)) if has_capital else 0


def _year(forms: Sequence[str], at: int) -> tuple[int, int]:
    """Return the year at `at`, perhaps after a comma or "of", and where it ends."""
    place = at + 1 if word_at(forms, at) in (",", "of") else at
    word = word_at(forms, place)
    return (int(word), place + 1) if len(word) == 4 and word.isdecimal() else (0, at)

"""A number, date, amount or measure by its value."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from wirediff.newsroom import calendar
from wirediff_terms.lexicon.words import table

_ROUNDED = 0.03
"""Share by which rounding may change a converted measure; chosen by hand on the fixtures."""
_MONTHS_ROUNDED = 0.1
"""The same share for months, as four weeks are called a month."""
_MONTH = 2_629_746
"""Seconds: a twelfth of the mean Gregorian year."""
SPANS = ("time", "months")
"""Dimensions of lengths of time."""
_CONVERTED = ("length", "mass", "area", "volume", "speed")
_WHOLE_ROUNDED = 0.1
"""Share by which rounding a conversion to whole units may change it: 10 km are 6 miles. Chosen by hand."""
_DEGREE = 0.6
"""Degrees Celsius by which rounding may change a temperature: half of one, and a little more."""
_POUND = 0.45359237
"""Kilograms: the international pound of 1959."""
ESTIMATES = frozenset(("above", "below", "nearly", "about"))
"""Sides of a number that a bound or an estimate leaves open."""
_ROUND = {"above": (1.0, 1.15), "below": (0.87, 1.0), "nearly": (0.87, 1.0), "about": (0.9, 1.1)}
"""Minimum and maximum ratio of a number to the round one in its place; chosen by hand on the fixtures."""
_PLACES = ("date", "weekday", "month", "time of day", "ordinal", "decade", "quarter", "year")
"""Dimensions whose values are a place in time or in a row, and are never rounded."""
ARTICLES = ("a", "an")
PLUS = "\u2064"
"""Sign between tens and ones for languages that have a word there; no token's normal form has it."""
ALSO_WORDS = ("may", "march", "mar", "sun", "sat", "mon", "second", "b", "m", "k")
"""Names of units, months and days that are common words too."""
EITHER_HALF = "either half of the day"
"""Instead of the unit of a time of day that may be before or after noon: "ten past five"."""
_HALF_DAY = 720
"""Minutes."""
UNORDERED_DATE = "day and month in either order"


class Quantity(NamedTuple):
    """The tokens `start:end`, with their `value` in base units; `direction` is `past`, `coming` or `present`."""

    start: int
    end: int
    dimension: str
    value: tuple[float, ...]
    unit: str = ""
    direction: str = ""

    def equals(self, other: Quantity) -> bool:
        """Whether both mean the same; measures in different units may differ by rounding."""
        if not self._is_towards(other) or not _compatible(self.dimension, other.dimension):
            return False
        if len(self.value) != len(other.value):
            return False
        if EITHER_HALF in (self.unit, other.unit) and self.dimension == other.dimension:
            return self.value[0] % _HALF_DAY == other.value[0] % _HALF_DAY
        other_notation = (self.unit, self.dimension) != (other.unit, other.dimension)
        converted = other_notation and self.dimension not in ("$", "€", "£", "¥", "months")
        tolerance = _ROUNDED if converted else 1e-6
        if self.dimension != other.dimension and self.dimension in SPANS:
            tolerance = _MONTHS_ROUNDED
        if converted and (self._is_rounded_from(other) or other._is_rounded_from(self)):
            return True
        degrees = _DEGREE if converted and self.dimension == "temperature" else 0.0
        values = zip(self._beside(other), other._beside(self), strict=True)
        return all(math.isclose(a, b, rel_tol=tolerance, abs_tol=degrees) for a, b in values)

    def _is_towards(self, other: Quantity) -> bool:
        """Whether both have the same direction in time; "ago" is past."""
        return self.direction == other.direction or {self.direction, other.direction} == {"past", "ago"}

    def _is_rounded_from(self, other: Quantity) -> bool:
        """Whether this is the other measure converted and rounded to whole units: 6 miles are 10 km."""
        _, factor = quantity_table("units").get(self.unit, ("", 0))
        if not factor or self.dimension != other.dimension or self.dimension not in _CONVERTED or not other.value[0]:
            return False
        near = abs(self.value[0] / other.value[0] - 1) <= _WHOLE_ROUNDED
        _, others = quantity_table("units").get(other.unit, ("", 0))
        if others and math.isclose(self.value[0] / factor, other.value[0] / others):
            return False  # The same figure with another unit is no conversion: two metres are not two yards.
        return near and math.isclose(round(other.value[0] / factor), self.value[0] / factor)

    def _beside(self, other: Quantity) -> tuple[float, ...]:
        """Return the value in the form of the other's: pounds are mass, and day and month ordered, only if its are."""
        if self.value and {self.dimension, other.dimension} == {"date", UNORDERED_DATE}:
            return (self.value[0], *sorted(self.value[1:]))
        if (self.dimension, other.dimension) == ("months", "time"):
            return tuple(_MONTH * value for value in self.value)
        is_mass = self.dimension == "mass or money" and other.dimension == "mass"
        return tuple(_POUND * value for value in self.value) if is_mass else self.value


def _compatible(a: str, b: str) -> bool:
    return a == b or {a, b} in (
        {"mass", "mass or money"},
        {"£", "mass or money"},
        {"fraction", "percent"},
        {"date", UNORDERED_DATE},
        {"time", "months"},
    )


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities may correspond: both dates, both lengths, both sums of one currency, …"""
    plain = {"number", "ordinal", "fraction", "percent", "percentage points"}
    return _compatible(a.dimension, b.dimension) or (a.dimension in plain and b.dimension in plain)


def rounds(exact: Quantity, rounded: Quantity, side: str) -> bool:
    """Whether `rounded`, after an expression that puts the number on `side` of it, is `exact` in round figures: "98",
    "nearly 100"."""
    if exact.dimension in _PLACES or len(exact.value) != 1 or len(rounded.value) != 1 or rounded.value[0] <= 0:
        return False
    low, high = _ROUND[side]
    return low <= exact.value[0] / rounded.value[0] <= high and _figures(rounded.value[0]) < _figures(exact.value[0])


def _figures(value: float) -> int:
    """Return how many figures a number has without zeros at its end."""
    return len(f"{value:.5e}".partition("e")[0].replace(".", "").rstrip("0"))


def quantity_table(name: str) -> Mapping[str, Any]:
    """Return one of the tables of number words, English months and weekdays, and units."""
    return _tables()[name]


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return {**table("quantities"), **calendar("en")._asdict()}


def word_at(forms: Sequence[str], at: int) -> str:
    """Return the word at `at` in lower case and without its full stop; the empty string beyond the ends."""
    return forms[at].casefold().rstrip(".") if 0 <= at < len(forms) else ""

"""Numbers, dates, amounts and measures, read by value."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from wirediff_terms._words import table

_DIGITS = re.compile(r"([$€£¥]?)(\d[\d,]*(?:\.\d+)?)-?([a-z]*)(%?)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(am|pm|a\.m|p\.m)?")
_TEMPERATURE = re.compile(r"(-?\d+(?:\.\d+)?)°?([cf])?")
_DECADE = re.compile(r"(\d\d)?(\d0)s")
_PART = re.compile(r"(\d{1,2})/(\d{1,3})")
_QUARTER = re.compile(r"q([1-4])")
_MOST_PARTS = 1000
"""Above it a number behind "in" is rather a year."""
_ROUNDED = 0.03
_DEGREE = 0.6
"""Degrees Celsius by which rounding may change a temperature."""
_POUND = 0.45359237
"""Kilograms: the international pound of 1959."""
_JOINED = ("length", "mass", "mass or money", "time", "months")
"""Dimensions in which one measure goes on in a smaller unit."""
_ARTICLES = ("a", "an")
_PARTS = (
    "of",
    "and",
    "in",
    "out",
    "half",
    "per",
    "cent",
    "percentage",
    "point",
    "points",
    "degree",
    "degrees",
    "am",
    "pm",
    "a.m",
    "p.m",
)
"""Other words inside quantities."""
_ALSO_WORDS = ("may", "march", "mar", "sun", "sat", "mon", "second", "b", "m", "k")


class Quantity(NamedTuple):
    """Tokens `start:end` mean `value` in base units of `dimension`; `direction` is `past`, `coming` or `present`."""

    start: int
    end: int
    dimension: str
    value: tuple[float, ...]
    unit: str = ""
    direction: str = ""

    def equals(self, other: Quantity) -> bool:
        """Whether both mean the same; measures in different units may differ by rounding."""
        if self.direction != other.direction or not _compatible(self.dimension, other.dimension):
            return False
        if len(self.value) != len(other.value):
            return False
        other_notation = (self.unit, self.dimension) != (other.unit, other.dimension)
        converted = other_notation and self.dimension not in ("$", "€", "£", "¥", "months")
        tolerance = _ROUNDED if converted else 1e-6
        degrees = _DEGREE if converted and self.dimension == "temperature" else 0.0
        values = zip(self._beside(other), other._beside(self), strict=True)
        return all(math.isclose(a, b, rel_tol=tolerance, abs_tol=degrees) for a, b in values)

    def _beside(self, other: Quantity) -> tuple[float, ...]:
        """The value in the units of `other`: pounds are weighed only where the other side is."""
        is_mass = self.dimension == "mass or money" and other.dimension == "mass"
        return tuple(_POUND * value for value in self.value) if is_mass else self.value


def _compatible(a: str, b: str) -> bool:
    return a == b or {a, b} in ({"mass", "mass or money"}, {"£", "mass or money"}, {"fraction", "percent"})


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities could stand for each other: both dates, both lengths, both sums of one currency, …"""
    plain = {"number", "ordinal", "fraction", "percent", "percentage points"}
    return _compatible(a.dimension, b.dimension) or (a.dimension in plain and b.dimension in plain)


def in_a_row(quantity: Quantity, forms: Sequence[str]) -> Quantity:
    """“A third” as the third in a row, which it is where an article stands on the other side too: “a third child”,
    “a tenth child”. Any other quantity as it is."""
    number = _ordinal(_word(forms, quantity.end - 1))
    if quantity.dimension != "fraction" or _word(forms, quantity.start) not in _ARTICLES or not number:
        return quantity
    return Quantity(quantity.start + 1, quantity.end, "ordinal", (number,))


def quantities(forms: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """All quantities among `forms` (normal forms of tokens), longest first at each place, none overlapping; those that
    begin between `start` and `end`."""
    at, end = start, len(forms) if end is None else end
    while at < end:
        found = _read(forms, at) if _may_begin(forms[at]) else None
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def quantities_around(forms: Sequence[str], places: Iterable[int]) -> Iterator[Quantity]:
    """The quantities that could hold one of `places`, which are in order."""
    past = 0
    for place in places:
        if place < past or not _may_belong(forms[place]):
            continue
        start, end = place, place + 1
        while start > past and _may_belong(forms[start - 1]):
            start -= 1
        while end < len(forms) and _may_belong(forms[end]):
            end += 1
        yield from quantities(forms, start, end)
        past = end


def _read(forms: Sequence[str], at: int) -> Quantity | None:
    return (
        _date(forms, at)
        or _clock(forms, at)
        or _temperature(forms, at)
        or _quarter(forms, at)
        or _decade(forms, at)
        or _share(forms, at)
        or _whole_measure(forms, at)
    )


@lru_cache(maxsize=65536)
def _may_begin(form: str) -> bool:
    word = form.casefold()
    if any(char.isdigit() for char in word):
        return True
    first = word.replace(".", "").removesuffix("'s").partition("-")[0]
    names = ("cardinals", "ordinals", "months", "weekdays", "directions", "fractions", "clock")
    return first in _ARTICLES or any(first in _table(name) for name in names)


@lru_cache(maxsize=65536)
def _may_belong(form: str) -> bool:
    """Whether a word could be part of a quantity."""
    word = form.casefold().rstrip(".")
    names = ("units", "multipliers", "scales")
    return _may_begin(form) or word in _PARTS or any(word in _table(name) for name in names)


def _table(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table("quantities")[name]
    return found


def _word(forms: Sequence[str], at: int) -> str:
    return forms[at].casefold().rstrip(".") if 0 <= at < len(forms) else ""


def _date(forms: Sequence[str], at: int) -> Quantity | None:
    """A weekday, or a month with its day and year in either order."""
    word = _word(forms, at)
    if word.removesuffix("'s") in _table("weekdays") and word not in _ALSO_WORDS:
        return Quantity(at, at + 1, "weekday", (_table("weekdays")[word.removesuffix("'s")],))
    day = _day(word)
    of = 1 if day and _word(forms, at + 1) == "of" else 0
    if day and _month(forms, at + 1 + of):
        end = at + 2 + of
        month = _month(forms, at + 1 + of)
    elif month := _month(forms, at):
        day = _day(_word(forms, at + 1))
        end = at + 2 if day else at + 1
    else:
        return None
    year, end = _year(forms, end)
    if not day and not year and word in _ALSO_WORDS and _word(forms, at - 1) not in _table("before_months"):
        return None
    return Quantity(at, end, "date" if day else "month", (year, month, day))


def _clock(forms: Sequence[str], at: int) -> Quantity | None:
    """A time of day in minutes: `6pm`, `6.30 p.m.`, `18:30`, `noon`."""
    word = _word(forms, at)
    if word in _table("clock"):
        return Quantity(at, at + 1, "time of day", (_table("clock")[word],))
    match = _CLOCK.fullmatch(word)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    end = at + 1
    if not half and _word(forms, end) in ("am", "pm", "a.m", "p.m"):
        half, end = _word(forms, end), end + 1
    if hour > 23 or minute > 59 or (not half and ":" not in word) or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + 12 * half.startswith("p")
    return Quantity(at, end, "time of day", (60 * hour + minute,))


def _temperature(forms: Sequence[str], at: int) -> Quantity | None:
    """Degrees Celsius or Fahrenheit: `30C`, `86 degrees Fahrenheit`."""
    match = _TEMPERATURE.fullmatch(_word(forms, at))
    if match is None:
        return None
    scale, end = match[2], at + 1
    if not scale:
        end += _word(forms, end) in ("degrees", "degree")
        scale = _table("scales").get(_word(forms, end), "")
        end += 1
    if not scale or (len(forms[end - 1]) == 1 and not forms[end - 1].isupper()):
        return None
    value = float(match[1])
    return Quantity(at, end, "temperature", ((value - 32) / 1.8 if scale == "f" else value,), scale)


def _quarter(forms: Sequence[str], at: int) -> Quantity | None:
    """A quarter of the year: `Q3`, `third quarter`, `third-quarter`."""
    word = _word(forms, at)
    if match := _QUARTER.fullmatch(word):
        return Quantity(at, at + 1, "quarter", (int(match[1]),))
    first, _, unit = word.partition("-")
    end = at + 1 if unit else at + 2
    number = _ordinal(first)
    if not 1 <= number <= 4 or (unit or _word(forms, at + 1)) != "quarter":
        return None
    return Quantity(at, end, "quarter", (number,))


def _decade(forms: Sequence[str], at: int) -> Quantity | None:
    """Ten years: `1990s`, `'90s`, which are those of the last century."""
    match = _DECADE.fullmatch(_word(forms, at))
    return Quantity(at, at + 1, "decade", (int((match[1] or "19") + match[2]),)) if match else None


def _share(forms: Sequence[str], at: int) -> Quantity | None:
    """A part of a whole in whole numbers: `one in three`, `2 out of 5`."""
    end = at + 1
    if _word(forms, end) == "out":
        end += 1
    if _word(forms, end) != ("in" if end == at + 1 else "of"):
        return None
    part, whole = _whole_number(_word(forms, at)), _whole_number(_word(forms, end + 1))
    if not 0 < part < whole <= _MOST_PARTS or _unit(forms, end + 2):
        return None
    return Quantity(at, end + 2, "fraction", (part / whole,))


def _whole_number(word: str) -> int:
    return int(word) if word.isdecimal() else int(_table("cardinals").get(word, 0))


def _day(word: str) -> int:
    match = _ORDINAL.fullmatch(word)
    digits = match[1] if match else word
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else 0


def _month(forms: Sequence[str], at: int) -> int:
    return int(_table("months").get(_word(forms, at), 0)) if at < len(forms) and forms[at][:1].isupper() else 0


def _year(forms: Sequence[str], at: int) -> tuple[int, int]:
    """The year at `at`, a comma before it allowed, and where it ends."""
    place = at + 1 if _word(forms, at) == "," else at
    word = _word(forms, place)
    return (int(word), place + 1) if len(word) == 4 and word.isdecimal() else (0, at)


def _whole_measure(forms: Sequence[str], at: int) -> Quantity | None:
    """A measure with what follows in smaller units: `5 feet 10 inches`, `2 hours and 30 minutes`."""
    found = _measure(forms, at)
    while found and found.dimension in _JOINED and not found.direction:
        more = _measure(forms, found.end + (_word(forms, found.end) == "and"))
        if not more or more.dimension != found.dimension or more.direction or not 0 < more.value[0] < found.value[0]:
            break
        if more.unit and more.unit == found.unit:
            break
        found = found._replace(end=more.end, value=(found.value[0] + more.value[0],), unit=more.unit or found.unit)
    return found


def _measure(forms: Sequence[str], at: int) -> Quantity | None:
    """A number with its unit; an article or a direction ("last") may stand for the number."""
    direction = _table("directions").get(_word(forms, at), "")
    begin = at + 1 if direction else at
    number = _number(forms, begin)
    if number is None:
        if not direction and _word(forms, at) not in _ARTICLES:
            return None
        unit = _unit(forms, at + 1)
        if unit is None or unit[0] not in ("time", "months"):
            return None
        half = not direction and _half(forms, unit[2])
        return Quantity(at, unit[2] + 3 * half, unit[0], ((1 + half / 2) * unit[1],), _word(forms, at + 1), direction)
    end, value, kind, currency = number
    unit = _unit(forms, end)
    if unit and kind == "number" and not currency:
        half = _half(forms, unit[2])
        return Quantity(
            at, unit[2] + 3 * half, unit[0], ((value + half / 2) * unit[1],), _word(forms, unit[2] - 1), direction
        )
    if direction:
        return None
    return Quantity(at, end, currency or kind, (value,))


def _half(forms: Sequence[str], at: int) -> bool:
    """Whether "and a half" stands at `at`."""
    return [_word(forms, at + n) for n in range(3)] == ["and", "a", "half"]


def _unit(forms: Sequence[str], at: int) -> tuple[str, float, int] | None:
    """Dimension and factor of the unit at `at`, and where it ends."""
    word = _word(forms, at)
    if word == "per" and _word(forms, at + 1) == "cent":
        return "percent", 0.01, at + 2
    if word == "percentage" and _word(forms, at + 1) in ("point", "points"):
        return "percentage points", 1.0, at + 2
    if word not in _table("units"):
        return None
    dimension, factor = _table("units")[word]
    return dimension, factor, at + 1


def _number(forms: Sequence[str], at: int) -> tuple[int, float, str, str] | None:
    """`(end, value, kind, dimension)` of the number at `at`; the dimension only where the number's token gives it."""
    word = _word(forms, at)
    if word in _ARTICLES:
        fraction = _table("fractions").get(_word(forms, at + 1))
        if fraction is not None:
            return at + 2, fraction, "fraction", ""
        following = _word(forms, at + 1)
        multiplier = 12 if following == "dozen" else _table("multipliers").get(following, 0)
        return (at + 2, float(multiplier), "number", "") if multiplier and following not in _ALSO_WORDS else None
    if word == "half" and _word(forms, at + 1) in _ARTICLES:
        multiplier = 12 if _word(forms, at + 2) == "dozen" else _table("multipliers").get(_word(forms, at + 2), 0)
        if multiplier:
            return at + 3, multiplier / 2, "number", ""
        if _unit(forms, at + 2):
            return at + 2, 0.5, "number", ""
    if word == "half" or (_part_of_whole(word) and ("-" in word or "/" in word)):
        return at + 1, _part_of_whole(word), "fraction", ""
    ordinal = _ordinal(word)
    if ordinal:
        return at + 1, float(ordinal), "ordinal", ""
    single = _digits(word)
    if single is not None:
        value, dimension = single
        multiplier = _table("multipliers").get(_word(forms, at + 1), 0)
        if multiplier and _word(forms, at + 1) not in _ALSO_WORDS:
            return at + 2, value * multiplier, "number", dimension
        return at + 1, value, "number", dimension
    return _spelled(forms, at)


def _part_of_whole(word: str) -> float:
    """The value of `half`, `two-thirds`, `2/3`; 0 for what is no fraction."""
    if match := _PART.fullmatch(word):
        return int(match[1]) / int(match[2]) if 0 < int(match[1]) < int(match[2]) else 0.0
    count, _, part = word.rpartition("-")
    return float(_table("cardinals").get(count, 0 if count else 1) * _table("fractions").get(part, 0))


def _ordinal(word: str) -> int:
    match = _ORDINAL.fullmatch(word)
    if match:
        return int(match[1])
    tens, _, ones = word.partition("-")
    if ones and ones in _table("ordinals") and _table("cardinals").get(tens, 0) >= 20:
        return int(_table("cardinals")[tens] + _table("ordinals")[ones])
    return int(_table("ordinals").get(word, 0))


def _digits(word: str) -> tuple[float, str] | None:
    """Value and dimension of a token of digits, with its sign, multiplier or unit: `$1.2bn`, `2%`, `8km`."""
    match = _DIGITS.fullmatch(word)
    if match is None:
        return None
    sign, digits, letters, percent = match.groups()
    value = float(digits.replace(",", ""))
    if percent:
        return value / 100, "percent"
    if letters in _table("multipliers"):
        return value * _table("multipliers")[letters], sign
    unit = _table("units").get(letters) or _table("attached").get(letters)
    if unit:
        return value * unit[1], unit[0]
    return (value, sign) if not letters else None


def _spelled(forms: Sequence[str], at: int) -> tuple[int, float, str, str] | None:
    """A number in words: `twenty-three`, `two hundred and five`, `1.2 billion`."""
    total = current = 0.0
    end = at
    while end < len(forms):
        word = _word(forms, end)
        parts = word.split("-")
        if all(part in _table("cardinals") for part in parts):
            current += sum(_table("cardinals")[part] for part in parts)
        elif end > at and word in _table("multipliers") and word not in _ALSO_WORDS:
            factor = _table("multipliers")[word]
            current = (current or 1) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
        elif not (
            end > at and word == "and" and _word(forms, end + 1).split("-")[0] in _table("cardinals") and current >= 100
        ):
            break
        end += 1
    return (end, total + current, "number", "") if end > at else None

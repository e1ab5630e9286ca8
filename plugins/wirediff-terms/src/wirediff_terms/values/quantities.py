"""Numbers, dates, amounts and measures, read by value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from wirediff_terms.values.dates import clock_at, date_at, decade_at, quarter_at
from wirediff_terms.values.numbers import both_ends, number_at, ordinal, range_at, unit_at, whole_number
from wirediff_terms.values.quantity import ARTICLES, PLUS, SPANS, Quantity, quantity_table, word_at

_TEMPERATURE = re.compile(r"(-?\d+(?:\.\d+)?)°?([cf])?")
_MOST_PARTS = 1000
"""Maximum whole of a part, "one in 1000": a larger number after "in" is more often a year. Chosen by hand."""
_JOINED = ("length", "mass", "mass or money", "time", "months")
"""Dimensions in which a measure may continue in a smaller unit."""
_LONGEST_RANGE = 5
"""Maximum words of a range: `21 million to 22 million`."""
_PARTS = frozenset(["of", "and", "in", "out", "half", "per", "cent", "percentage", "point", "points", "ago"])
_PARTS |= {"degree", "degrees", "am", "pm", "a.m", "p.m", PLUS}
"""Other words inside quantities."""


def in_a_row(quantity: Quantity, forms: Sequence[str]) -> Quantity:
    """Return “a third” as an ordinal, which it is if the other side has an article too: “a third child”, “a tenth
    child”. Any other quantity is returned unchanged."""
    number = ordinal(word_at(forms, quantity.end - 1))
    if quantity.dimension != "fraction" or word_at(forms, quantity.start) not in ARTICLES or not number:
        return quantity
    return Quantity(quantity.start + 1, quantity.end, "ordinal", (number,))


def quantities(forms: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Yield the quantities among `forms` (normal forms of tokens) that begin between `start` and `end`: the longest at
    each place, without overlaps."""
    at, end = start, len(forms) if end is None else end
    while at < end:
        found = _read(forms, at) if _may_begin(forms[at]) else None
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def quantities_around(forms: Sequence[str], places: Iterable[int]) -> Iterator[Quantity]:
    """Return the quantities that may contain one of `places`, which are in order."""
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


def spelled_ranges(forms: Sequence[str], places: Iterable[int]) -> Iterator[Quantity]:
    """Return the ranges of several words that begin at one of `places`: `six to eight`."""
    for at in places:
        lengths = range(_LONGEST_RANGE, 2, -1) if _may_begin(forms[at]) else ()
        for end in (at + length for length in lengths if at + length <= len(forms)):
            if both := both_ends(forms[at:end]):
                yield Quantity(at, end, "range", both)
                break


def _read(forms: Sequence[str], at: int) -> Quantity | None:
    return (
        date_at(forms, at)
        or clock_at(forms, at)
        or _temperature(forms, at)
        or quarter_at(forms, at)
        or decade_at(forms, at)
        or _share(forms, at)
        or _range(forms, at)
        or _whole_measure(forms, at)
        or _in_a_word(forms, at)
    )


@lru_cache(maxsize=65536)
def _may_begin(form: str) -> bool:
    word = form.casefold()
    if any(char.isdigit() for char in word):
        return True
    first = word.replace(".", "").removesuffix("'s").partition("-")[0]
    names = ("cardinals", "currencies", "ordinals", "months", "weekdays", "directions", "fractions", "clock", "words")
    return first in ARTICLES or any(first in quantity_table(name) for name in names)


@lru_cache(maxsize=65536)
def _may_belong(form: str) -> bool:
    """Whether a word could be part of a quantity."""
    word = form.casefold().rstrip(".")
    names = ("units", "multipliers", "scales")
    return _may_begin(form) or word in _PARTS or any(word in quantity_table(name) for name in names)


def _temperature(forms: Sequence[str], at: int) -> Quantity | None:
    """Return degrees Celsius or Fahrenheit: `30C`, `86 degrees Fahrenheit`."""
    match = _TEMPERATURE.fullmatch(word_at(forms, at))
    if match is None:
        return None
    scale, end = match[2], at + 1
    if not scale:
        end += word_at(forms, end) in ("degrees", "degree")
        scale = quantity_table("scales").get(word_at(forms, end), "")
        end += 1
    if not scale or (len(forms[end - 1]) == 1 and not forms[end - 1].isupper()):
        return None
    value = float(match[1])
    return Quantity(at, end, "temperature", ((value - 32) / 1.8 if scale == "f" else value,), scale)


def _share(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a part of a whole in whole numbers: `one in three`, `2 out of 5`."""
    end = at + 1
    if word_at(forms, end) == "out":
        end += 1
    if word_at(forms, end) != ("in" if end == at + 1 else "of"):
        return None
    part, whole = whole_number(word_at(forms, at)), whole_number(word_at(forms, end + 1))
    if not 0 < part < whole <= _MOST_PARTS or unit_at(forms, end + 2):
        return None
    return Quantity(at, end + 2, "fraction", (part / whole,))


def _range(forms: Sequence[str], at: int) -> Quantity | None:
    both = range_at(forms, at)
    return Quantity(at, at + 1, "range", both) if both else None


def _whole_measure(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a measure with what follows in smaller units: `5 feet 10 inches`, `2 hours and 30 minutes`."""
    found = _measure(forms, at)
    while found and found.dimension in _JOINED and not found.direction:
        more = _measure(forms, found.end + (word_at(forms, found.end) == "and"))
        if not more or more.dimension != found.dimension or more.direction or not 0 < more.value[0] < found.value[0]:
            break
        if more.unit and more.unit == found.unit:
            break
        found = found._replace(end=more.end, value=(found.value[0] + more.value[0],), unit=more.unit or found.unit)
    return found


def _measure(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a number with its unit, and how long ago that is: `a year ago` is `last year`."""
    found = _measured(forms, at)
    if found is None or found.direction or found.dimension not in SPANS or word_at(forms, found.end) != "ago":
        return found
    single = found.end - at == 2 and word_at(forms, at) in (*ARTICLES, "one", "1")
    return found._replace(end=found.end + 1, direction="past" if single else "ago")


def _measured(forms: Sequence[str], at: int) -> Quantity | None:
    """Return a number with its unit; an article or a direction ("last") may be in its place."""
    direction = quantity_table("directions").get(word_at(forms, at), "")
    begin = at + 1 if direction else at
    number = number_at(forms, begin)
    if number is None:
        if not direction and word_at(forms, at) not in ARTICLES:
            return None
        unit = unit_at(forms, at + 1)
        if unit is None or unit[0] not in ("time", "months"):
            return None
        half = not direction and _half(forms, unit[2])
        return Quantity(at, unit[2] + 3 * half, unit[0], ((1 + half / 2) * unit[1],), word_at(forms, at + 1), direction)
    end, value, kind, currency = number
    unit = unit_at(forms, end)
    if unit and kind == "number" and not currency:
        half = _half(forms, unit[2])
        return Quantity(
            at, unit[2] + 3 * half, unit[0], ((value + half / 2) * unit[1],), word_at(forms, unit[2] - 1), direction
        )
    if direction:
        return None
    return Quantity(at, end, currency or kind, (value,))


def _in_a_word(forms: Sequence[str], at: int) -> Quantity | None:
    """Return the quantity of one word, `twice`, `hundreds`, or of two magnitudes: `tens of thousands`."""
    dimension, value = quantity_table("words").get(word_at(forms, at), ("", 0))
    if not dimension:
        return None
    more, factor = quantity_table("words").get(word_at(forms, at + 2), ("", 0))
    if dimension == more == "magnitude" and word_at(forms, at + 1) == "of":
        return Quantity(at, at + 3, dimension, (value * factor,))
    return Quantity(at, at + 1, dimension, (value,))


def _half(forms: Sequence[str], at: int) -> bool:
    """Whether "and a half" is at `at`."""
    return [word_at(forms, at + n) for n in range(3)] == ["and", "a", "half"]

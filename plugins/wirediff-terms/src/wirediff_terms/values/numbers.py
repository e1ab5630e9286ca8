"""Numbers in figures and in words, and the units after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wirediff_terms.values.quantity import ALSO_WORDS, ARTICLES, PLUS, quantity_table, word_at

_DIGITS = re.compile(r"([$€£¥]?)(\d[\d,]*(?:\.\d+)?)-?([a-z]*)(%?)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_RANGE = re.compile(r"(\d+)-(\d+)|((?:19|20)\d\d)[/\u2044](\d\d)")
_BETWEEN_GROUPS = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
"""A space or apostrophe in "12 345 678"; a token has a space only if no line may break there."""
_PART = re.compile(r"(\d{1,2})[/\u2044](\d{1,3})")


def number_at(forms: Sequence[str], at: int) -> tuple[int, float, str, str] | None:
    """Return `(end, value, kind, dimension)` of the number at `at`; the dimension only if the number's token has it."""
    word = word_at(forms, at)
    sign = quantity_table("currencies").get(word, "")
    if sign:
        found = number_at(forms, at + 1)
        return (*found[:3], sign) if found and found[2] == "number" and not found[3] else None
    part = _part_at(forms, at)
    if part or word in ARTICLES:
        return part
    place = ordinal(word)
    if place:
        return at + 1, float(place), "ordinal", ""
    digits = _digits(word)
    end, value, dimension = (at + 1, *digits) if digits else (*_spelled(forms, at), "")
    if end == at:
        return None
    end, more = _and_a_part(forms, end)
    value += more
    multiplier = 1.0
    while factor := _multiplier(word_at(forms, end)):
        value, end, multiplier = value * factor, end + 1, factor
    if multiplier > 1 and (half := _half_more(forms, end)):
        return half, value + multiplier / 2, "number", dimension
    return end, value, "number", dimension


def range_at(forms: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return both figures of a score or a range: `3-1`, `1914-18`."""
    match = _RANGE.fullmatch(word_at(forms, at))
    if match is None:
        return None
    first, second = filter(None, match.groups())
    is_year = len(first) == 4 and len(second) == 2
    return int(first), int(first[:2] + second if is_year else second)


def both_ends(forms: Sequence[str]) -> tuple[float, float] | None:
    """Return the ends of a range that is all of `forms`: `six to eight`, `6-8`, `between 6 and 8`."""
    if len(forms) == 1:
        return range_at(forms, 0)
    at = int(word_at(forms, 0) in ("between", "from"))
    first = number_at(forms, at)
    if first is None or word_at(forms, first[0]) not in ("to", "and"):
        return None
    second = number_at(forms, first[0] + 1)
    if second is None or second[0] != len(forms) or {first[2], second[2]} != {"number"}:
        return None
    return first[1], second[1]


def _part_at(forms: Sequence[str], at: int) -> tuple[int, float, str, str] | None:
    """Return a part of a whole, or a number after an article or "half": `a third`, `two thirds`, `2/3`,
    `a million`, `half a million`, `half an` hour."""
    word, following = word_at(forms, at), word_at(forms, at + 1)
    if following == "over":
        over, under = cardinal(word), cardinal(word_at(forms, at + 2))
        return (at + 3, over / under, "fraction", "") if over and under and over < under else None
    part = quantity_table("fractions").get(following, 0.0)
    if part and word in (*ARTICLES, "one"):
        return at + 2, part, "fraction", ""
    if part and following.endswith("s") and word in quantity_table("cardinals"):
        return at + 2, part * quantity_table("cardinals")[word], "fraction", ""
    if word in ARTICLES and _multiplier(following):
        return at + 2, _multiplier(following), "number", ""
    if word == "half" and following in ARTICLES:
        multiplier = _multiplier(word_at(forms, at + 2))
        if multiplier:
            return at + 3, multiplier / 2, "number", ""
        if unit_at(forms, at + 2):
            return at + 2, 0.5, "number", ""
    if word == "half" or (_part_of_whole(word) and any(sign in word for sign in "-/\u2044")):
        return at + 1, _part_of_whole(word), "fraction", ""
    return None


def _and_a_part(forms: Sequence[str], at: int) -> tuple[int, float]:
    """Return where the part after a whole number ends, and its value: 2 `1/2`, two `and a half`, two `point five`."""
    word = word_at(forms, at)
    if word == "point":
        end = at + 1
        while (digit := cardinal(word_at(forms, end))) is not None and digit < 10:
            end += 1
        figures = "".join(str(cardinal(word_at(forms, place))) for place in range(at + 1, end))
        return (end, float(f"0.{figures}")) if figures else (at, 0.0)
    if _PART.fullmatch(word):
        return at + 1, _part_of_whole(word)
    if end := _half_more(forms, at):
        return end, 0.5
    part = quantity_table("fractions").get(word_at(forms, at + 2), 0.0)
    if part and word == "and" and word_at(forms, at + 1) in ARTICLES:
        return at + 3, part
    return at, 0.0


def _half_more(forms: Sequence[str], at: int) -> int:
    """Return where "and a half" ends, in other languages "and half": "tres millones y medio"; 0 for other words."""
    if word_at(forms, at) != "and":
        return 0
    end = at + 1 + (word_at(forms, at + 1) in ARTICLES)
    return end + 1 if word_at(forms, end) == "half" else 0


def _multiplier(word: str) -> float:
    """Return the value of "hundred", "million", "dozen"; 0 for another word."""
    return 0.0 if word in ALSO_WORDS else float(quantity_table("multipliers").get(word, 0))


def _part_of_whole(word: str) -> float:
    """Return the value of `half`, `two-thirds`, `2/3`; 0 for what isn't a fraction."""
    if match := _PART.fullmatch(word):
        return int(match[1]) / int(match[2]) if 0 < int(match[1]) < int(match[2]) else 0.0
    count, _, part = word.rpartition("-")
    return float(quantity_table("cardinals").get(count, 0 if count else 1) * quantity_table("fractions").get(part, 0))


def ordinal(word: str) -> int:
    """Return the place in a row that a word names: `third`, `21st`, `twenty-first`; 0 for another word."""
    match = _ORDINAL.fullmatch(word)
    if match:
        return int(match[1])
    tens, _, ones = word.partition("-")
    if ones and ones in quantity_table("ordinals") and quantity_table("cardinals").get(tens, 0) >= 20:
        return int(quantity_table("cardinals")[tens] + quantity_table("ordinals")[ones])
    return int(quantity_table("ordinals").get(word, 0))


def _digits(word: str) -> tuple[float, str] | None:
    """Return value and dimension of a token of digits, with its sign, multiplier or unit: `$1.2bn`, `2%`, `8km`."""
    match = _DIGITS.fullmatch(_BETWEEN_GROUPS.sub(",", word))
    if match is None:
        return None
    sign, digits, letters, percent = match.groups()
    value = float(digits.replace(",", ""))
    if percent:
        return value / 100, "percent"
    if letters in quantity_table("multipliers"):
        return value * quantity_table("multipliers")[letters], sign
    unit = quantity_table("units").get(letters) or quantity_table("attached").get(letters)
    if unit:
        return value * unit[1], unit[0]
    return (value, sign) if not letters else None


def _spelled(forms: Sequence[str], at: int) -> tuple[int, float]:
    """Return where a number in words ends, and its value: `twenty-three`, `two thousand and five`; `at` if none."""
    total = current = 0.0
    end = at
    while end < len(forms):
        word = word_at(forms, end)
        zero = end > at and word == "oh"
        value = cardinal(word_at(forms, end + 1) if zero else word)
        if value is not None:
            longer = _with(current, value, zero) if end > at else value
            if longer is None or (total and longer > 999):
                break
            current = longer
        elif end > at and (factor := _multiplier(word)):
            current = (current or 1) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
        elif word != PLUS and not (
            end > at and word == "and" and cardinal(word_at(forms, end + 1)) is not None and max(total, current) >= 100
        ):
            break
        end += 1 + zero
    return end, total + current


def _with(current: float, value: int, zero: bool) -> float | None:
    """Return a number in words with the next word: `two hundred` `five`, `thirty` `one`, or the halves of a year:
    `nineteen` `ninety`, `nineteen oh` `five`; None if it is a number of its own."""
    if zero or (10 <= current <= 99 and 10 <= value <= 99):
        return 100 * current + value if 10 <= current <= 99 else None
    if current % 100 == 0 and value < 100:
        return current + value
    return current + value if current % 10 == 0 and current % 100 >= 20 and 0 < value < 10 else None


def cardinal(word: str) -> int | None:
    """Return the value of a number below a hundred in one word, `twenty-three`; None for another word."""
    known = quantity_table("cardinals")
    tens, _, ones = word.partition("-")
    if tens not in known or (ones and (ones not in known or known[tens] < 20)):
        return None
    return int(known[tens] + known.get(ones, 0))


def whole_number(word: str) -> int:
    """Return the value of a single word or figure; 0 for what isn't a whole number."""
    return int(word) if word.isdecimal() else int(quantity_table("cardinals").get(word, 0))


def unit_at(forms: Sequence[str], at: int) -> tuple[str, float, int] | None:
    """Return dimension and factor of the unit at `at`, and where it ends."""
    word = word_at(forms, at)
    if word == "per" and word_at(forms, at + 1) == "cent":
        return "percent", 0.01, at + 2
    if word == "percentage" and word_at(forms, at + 1) in ("point", "points"):
        return "percentage points", 1.0, at + 2
    if word in ("us", "u.s") and word_at(forms, at + 1) in ("dollar", "dollars"):
        return "$", 1.0, at + 2
    if word not in quantity_table("units"):
        return None
    dimension, factor = quantity_table("units")[word]
    return dimension, factor, at + 1

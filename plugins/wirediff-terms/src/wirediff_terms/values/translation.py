"""The words of quantities of other languages in English, so that one reader of values is enough.

Numbers in words become figures, figures lose what groups their digits and take a point before decimals, and the names
of magnitudes, units, months and days are translated. All languages with a table write a comma before decimals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from itertools import product
from typing import Any

from wirediff.newsroom import calendar
from wirediff.packaged import entries
from wirediff_terms.lexicon.words import table
from wirediff_terms.values.quantity import PLUS

Translation = Callable[[Sequence[str]], Sequence[str]]
_FIGURE = re.compile(r"([1-9]\d{0,2}(?:([.' ])\d{3})(?:\2\d{3})*|\d+)(?:,(\d+)|\.(\d\d?))?(%?)")
"""Digits, also in groups of three, and their decimals: after a comma, or one or two after a point."""
_CLOCK = re.compile(r"(\d{1,2})[.h](\d\d)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FIRST_TEN = 2
"""Tens of the first entry of `tens`, twenty."""
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LONGEST = 3
"""Maximum words of an entry, "treinta y dos"."""


@lru_cache(maxsize=8)
def translation(language: str) -> Translation | None:
    """Return how to read quantities in `language`, or None for a language without a table."""
    known: Mapping[str, Any] | None = table("languages").get(language)
    return partial(_translated, _meanings(language, known), frozenset(known["clock"].split())) if known else None


def has_capital_nouns(language: str) -> bool:
    """Whether common nouns have a capital in `language`, which then does not show a name."""
    return bool(table("languages").get(language, {}).get("capital_nouns"))


def _meanings(language: str, known: Mapping[str, Any]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return the English for words (in lower case) of numbers, months, days and units."""
    lists = [
        (map(str, range(100)), entries(known["cardinals"])),
        (map(str, range(10 * _FIRST_TEN, 100, 10)), entries(known["tens"])),
    ]
    found = _compounds(known)
    found |= {
        (word,): (meaning,)
        for meanings, words in lists
        for meaning, group in zip(meanings, words, strict=False)
        if meaning != "1"  # The word for 1 is an article too.
        for word in group.split("|")
    }
    months, weekdays = calendar(language, short=False)  # Short names are often other words: Spanish "mar" is the sea.
    found |= {(name,): (_MONTHS[number - 1],) for name, number in months.items()}
    found |= {(name,): (_DAYS[number - 1],) for name, number in weekdays.items()}
    for meaning, group in known["quantities"].items():
        found.update((tuple(words.split()), tuple(meaning.split())) for words in group.split("|"))
    return found


def _compounds(known: Mapping[str, Any]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the English for tens and ones, in one word or in three: "zweiunddreißig", "treinta y dos"."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for form in known["compounds"].split("|"):
        for ten, tens in zip(_TENS, entries(known["tens"]), strict=False):
            for one, ones in zip(_ONES, entries(known["cardinals"])[1:], strict=False):
                meaning = (ten, PLUS, one) if " " in form else (f"{ten}-{one}",)
                written = product(tens.split("|"), ones.split("|"))
                found.update((tuple(form.format(tens=t, ones=o).split()), meaning) for t, o in written)
    return found


def _translated(
    meanings: Mapping[tuple[str, ...], tuple[str, ...]], clock: frozenset[str], forms: Sequence[str]
) -> Sequence[str]:
    folded = [form.casefold() for form in forms]
    result: list[str] = []
    while len(result) < len(forms):
        at = len(result)
        for length in range(_LONGEST, 0, -1):
            meaning = meanings.get(tuple(folded[at : at + length]))
            if meaning is not None:
                result += meaning
                break
        else:
            result.append(_in_figures(folded, at, clock) if any(map(str.isdigit, forms[at])) else forms[at])
    return result


def _in_figures(folded: Sequence[str], at: int, clock: frozenset[str]) -> str:
    """Return a time of day or a number in English notation, and anything else unchanged."""
    form = folded[at]
    time = _CLOCK.fullmatch(form)
    if time and ("h" in form or not clock.isdisjoint(folded[at + 1 : at + 2])):
        return f"{time[1]}:{time[2]}"
    figure = _FIGURE.fullmatch(form)
    if figure is None:
        return form
    whole = "".join(filter(str.isdecimal, figure[1]))
    decimals = figure[3] or figure[4]
    return whole + (f".{decimals}" if decimals else "") + figure[5]

"""Tests of numbers, dates, amounts and quantifiers."""

from __future__ import annotations

import re

from wirediff_terms.judge import grounds
from wirediff_terms.judge.features import Features
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.languages import cardinal
from wirediff_terms.lexicon.words import quantifier
from wirediff_terms.values.numbers import both_ends, ordinal
from wirediff_terms.values.quantities import quantities
from wirediff_terms.values.quantity import ESTIMATES, same_dimension

_CLOCK = re.compile(r"(\d{1,2})[.,:h](\d\d)")
"""A time of day in any notation, if one side has a colon."""
_WHOLE = 5
"""Rank of quantifiers that mean the whole, as in `data/words.toml`."""


def quantity(f: Features) -> Judgement | None:
    """Judge quantities by their values; the page's own date rarely is the story's."""
    if f.value is None:
        return None
    if f.value.kind == "other":
        found = grounds.OTHER_VALUE._replace(detail=f.value.dimension)
        return found._replace(severity="note") if f.is_own_date else found
    return {"equal": grounds.EQUAL_VALUE, "towards": grounds.EQUAL_TIME, "rounded": grounds.ROUNDED}[f.value.kind]


def ends(f: Features) -> Judgement | None:
    """Judge both ends of a range: "six to eight → 6-8"."""
    reference, version = both_ends(f.r), both_ends(f.v)
    if reference is None or version is None:
        return None
    return grounds.EQUAL_VALUE if reference == version else grounds.OTHER_RANGE


def compound(f: Features) -> Judgement | None:
    """Judge a number within a compound: "first-floor", "third-largest"."""
    if not any("-" in form for form in f.r + f.v):
        return None
    parts_r, parts_v = (" ".join(side).casefold().replace("-", " ").split() for side in (f.r, f.v))
    short, long = sorted((parts_r, parts_v), key=len)
    if long[1:] == short and ordinal(long[0]):
        return grounds.OTHER_ORDINAL
    different = [pair for pair in zip(parts_r, parts_v, strict=False) if pair[0] != pair[1]]
    if len(different) != 1 or len(short) != len(long) or len(short) == 1:
        return None
    reference, version = (next(quantities([half]), None) for half in different[0])
    if reference is None or version is None or not same_dimension(reference, version):
        return None
    if reference.equals(version):
        return grounds.EQUAL_VALUE
    return grounds.OTHER_PART._replace(detail=reference.dimension)


def article(f: Features) -> Judgement | None:
    """Judge a number that may be an article as well, before the same unit: "einer", "zwei"."""
    if f.r[1:] != f.v[1:]:
        return None
    reference, version = cardinal(f.r[0], f.language), cardinal(f.v[0], f.language)
    if reference is None or version is None:
        return None
    if reference != version:
        return grounds.OTHER_PART
    figures = any(map(str.isdigit, f.r[0] + f.v[0]))
    return grounds.EQUAL_VALUE if figures else grounds.NUMERAL  # "einer" and "eines" are both one.


def digits(f: Features) -> Judgement | None:
    """Judge figures that are not a quantity by themselves, alone or with the same letters."""
    if len(f.r) != 1 or len(f.v) != 1 or f.r == f.v:
        return None
    if not all(any(map(str.isdigit, word)) for word in (*f.r, *f.v)):
        return None
    clocks = [_CLOCK.fullmatch(word) for word in (*f.r, *f.v)]
    if clocks[0] and clocks[1] and clocks[0].groups() == clocks[1].groups() and ":" in f.r[0] + f.v[0]:
        return grounds.EQUAL_VALUE
    reference, version = ("".join(filter(str.isalpha, word.casefold())) for word in (*f.r, *f.v))
    return None if reference and version and reference != version else grounds.OTHER_DIGITS


def other_share(f: Features) -> Judgement | None:
    """Judge another part of the whole: "most" and "some", "all" and "most", not neighbours, "many" and "most"."""
    reference, version = quantifier(f.r), quantifier(f.v)
    if reference is None or version is None or len(f.r) + len(f.v) > 4:
        return None
    least = 1 if _WHOLE in (reference, version) else 2
    return grounds.OTHER_SHARE if abs(reference - version) >= least else None


def other_bound(f: Features) -> Judgement | None:
    """Judge another bound: "more than" and "nearly" a number, "by" and "to" a third."""
    if len(set(f.bounds)) < 2 or set(f.bounds) == {"about", "nearly"} or len(ESTIMATES.intersection(f.bounds)) == 1:
        return None
    return grounds.OTHER_BOUND

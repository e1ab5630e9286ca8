"""The class of a changed number: the tests that read values."""

from __future__ import annotations

from wirediff_terms.judge.features import ESTIMATES, Case, Judgement
from wirediff_terms.lexicon.words import quantifier
from wirediff_terms.values.numbers import both_ends, ordinal
from wirediff_terms.values.quantities import quantities
from wirediff_terms.values.quantity import same_dimension

_WHOLE = 5
"""Rank of quantifiers that mean the whole, as in `data/words.toml`."""


def quantity(case: Case) -> Judgement | None:
    """Judge quantities by their values."""
    return case.value


def both_bounds(case: Case) -> Judgement | None:
    """Judge the bounds of a range: "six to eight → 6-8"."""
    reference, version = both_ends(case.r), both_ends(case.v)
    if reference is None or version is None:
        return None
    if reference == version:
        return Judgement("spelling", "equal value", "value", 0.95)
    return Judgement("number", "range", "value", 0.9)


def compound_number(case: Case) -> Judgement | None:
    """Judge a number within a compound: "first-floor"."""
    if len(case.r) != 1 or len(case.v) != 1:
        return None
    short, long = sorted((case.r[0].casefold(), case.v[0].casefold()), key=len)
    if long.endswith(f"-{short}") and ordinal(long.removesuffix(f"-{short}")):
        return Judgement("number", "ordinal", "value", 0.9)
    halves = zip(case.r[0].split("-"), case.v[0].split("-"), strict=False)
    different = [pair for pair in halves if pair[0].casefold() != pair[1].casefold()]
    if len(different) != 1 or case.r[0].count("-") != case.v[0].count("-") or "-" not in case.r[0]:
        return None
    reference, version = (next(quantities([half]), None) for half in different[0])
    if reference is None or version is None or not same_dimension(reference, version):
        return None
    if reference.equals(version):
        return Judgement("spelling", "equal value", "value", 0.95)
    return Judgement("number", "other value", "value", 0.9, detail=reference.dimension)


def digits(case: Case) -> Judgement | None:
    """Judge figures that are not a quantity by themselves, alone or with the same letters."""
    if len(case.r) != 1 or len(case.v) != 1 or case.r == case.v:
        return None
    if not all(any(map(str.isdigit, word)) for word in (*case.r, *case.v)):
        return None
    reference, version = ("".join(filter(str.isalpha, word.casefold())) for word in (*case.r, *case.v))
    if reference and version and reference != version:
        return None
    return Judgement("number", "other value", "digits", 0.8)


def other_share(case: Case) -> Judgement | None:
    """Judge another part of the whole: "most" and "some", "all" and "most", not neighbours, "many" and "most"."""
    reference, version = quantifier(case.r), quantifier(case.v)
    if reference is None or version is None or len(case.r) + len(case.v) > 4:
        return None
    if abs(reference - version) < (1 if _WHOLE in (reference, version) else 2):
        return None
    return Judgement("number", "quantifier", "closed class", 0.7)


def other_bound(case: Case) -> Judgement | None:
    """Judge another bound: "more than" and "nearly" a number, "by" and "to" a third."""
    if len(set(case.bounds)) < 2 or len(ESTIMATES.intersection(case.bounds)) == 1:
        return None
    return Judgement("number", "other bound", "closed class", 0.8)

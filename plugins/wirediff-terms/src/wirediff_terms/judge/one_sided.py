"""The class of added or removed words: the first test that holds decides."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff_terms.judge.features import ESTIMATES, Case, Judgement, Test
from wirediff_terms.lexicon.words import is_function, is_hedge, is_partitive, is_telling_modal, modality, negations


def _lone_negation(case: Case) -> Judgement | None:
    if case.is_clause or not negations(case.r or case.v):
        return None
    return Judgement("negation", "negation added" if case.v else "negation removed", "closed class", 0.9)


def _lone_hedge(case: Case) -> Judgement | None:
    if not all(is_hedge(word) for word in case.r or case.v) and not is_partitive(case.r or case.v):
        return None
    return Judgement("added" if case.v else "removed", "hedge", "closed class", 0.9)


def _lone_bound(case: Case) -> Judgement | None:
    """Judge "more than" and the like before a number."""
    if not case.bounds or not ESTIMATES.issuperset(case.bounds):
        return None
    return Judgement("added" if case.v else "removed", "hedge", "closed class", 0.9)


def _lone_modal(case: Case) -> Judgement | None:
    if not any(is_telling_modal(word.casefold()) for word in case.r or case.v):
        return None
    if not all(is_function(word) for word in case.r or case.v):
        return None
    return Judgement("modality", "added" if case.v else "removed", "closed class", 0.8)


def _lone_function(case: Case) -> Judgement | None:
    if not all(is_function(word) for word in case.r or case.v) or modality(case.r or case.v):
        return None
    return Judgement("function-word", "added" if case.v else "removed", "closed class", 0.9)


def lone_words(case: Case) -> Judgement | None:
    """Judge any added or removed words."""
    return Judgement("added" if case.v else "removed", "none", "alignment", 0.85)


ONE_SIDED: Sequence[Test] = (
    _lone_negation,
    _lone_hedge,
    _lone_bound,
    _lone_modal,
    _lone_function,
    lone_words,
)

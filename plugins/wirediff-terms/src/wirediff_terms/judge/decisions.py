"""The list that decides what a change is: it is judged by the first test that holds.

Each test is a function of the features of a change; it returns a row of `grounds`, or None if it does not hold. To add
one, write it in the module of its subject and give it a line here, before the tests whose cases it must take. The last
test of each list always answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from wirediff_terms.codes import broken_phrase, replacement, synonym
from wirediff_terms.judge import form, grounds, meaning, naming, valued, wording
from wirediff_terms.judge.features import Features
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.words import ENGLISH

Test = Callable[[Features], Judgement | None]
_ENOUGH = 5
"""Minimum synonyms of a version that looks spun, if they outnumber other replacements; chosen by hand."""
_ANY, _EN, _OTHER = 0, 1, 2
"""Where a test holds: in every language, in English, in all others."""

_ONE_SIDED: Sequence[tuple[int, Test]] = (
    (_ANY, meaning.lone_negation),
    (_ANY, meaning.lone_hedge),
    (_EN, meaning.lone_modal),
    (_ANY, meaning.lone_function),
    (_ANY, wording.added_or_removed),
)
"""Tests of words added or removed."""

_TWO_SIDED: Sequence[tuple[int, Test]] = (
    (_ANY, wording.rewritten),
    # The same words.
    (_ANY, form.exchanged),
    (_ANY, form.capitals),
    (_ANY, form.moved),
    (_ANY, form.genitive),
    (_ANY, form.spaces),
    (_EN, form.script),
    (_EN, form.contraction),
    # Values, before the words they are written with.
    (_ANY, valued.quantity),
    (_EN, valued.ends),
    (_EN, valued.compound),
    (_ANY, valued.other_bound),
    (_OTHER, form.notations),
    (_OTHER, valued.article),
    (_ANY, valued.digits),
    # Names, before the meaning of the words in them.
    (_EN, naming.acronym),
    (_EN, naming.name),
    (_OTHER, naming.capitalised),
    # What a statement says, before the words that say it.
    (_EN, wording.same_expression),
    (_EN, meaning.negated_antonym),
    (_OTHER, meaning.listed_opposite),
    (_ANY, meaning.negation),
    (_EN, meaning.modal),
    (_EN, valued.other_share),
    # Wording.
    (_EN, form.spelled),
    (_EN, form.inflected),
    (_EN, meaning.denial),
    (_EN, meaning.function_words),
    (_OTHER, meaning.closed_words),
    (_EN, wording.equivalent),
    (_EN, meaning.opposite),
    (_EN, naming.unlinked),
    (_EN, wording.broken),
    (_EN, wording.related),
    (_EN, wording.reworded),
    (_EN, wording.listed),
    (_EN, wording.replaced),
    (_OTHER, wording.installed),
    (_OTHER, wording.replaced_by_place),
)
"""Tests of words replaced."""


def _tests(decisions: Sequence[tuple[int, Test]], scope: int) -> Sequence[Test]:
    return [test for where, test in decisions if where in (_ANY, scope)]


_LISTS = {
    (english, replaced): _tests(_TWO_SIDED if replaced else _ONE_SIDED, _EN if english else _OTHER)
    for english in (True, False)
    for replaced in (True, False)
}


@lru_cache(maxsize=8192)
def judge(features: Features) -> Judgement:
    """Return the judgement on a change with these features."""
    for test in _LISTS[features.language in ENGLISH, bool(features.r and features.v)]:
        found = test(features)
        if found is not None:
            return found
    raise AssertionError("the last test always answers")


def looks_spun(judgements: Iterable[Judgement]) -> bool:
    """Whether a version puts one synonym after another, and more of them than other words."""
    found = list(judgements)
    synonyms = sum(each.rule is synonym.RULE or _is_broken_by_synonyms(each) for each in found)
    return synonyms >= max(_ENOUGH, sum(map(is_unexplained, found)))


def _is_broken_by_synonyms(judgement: Judgement) -> bool:
    return judgement.rule is broken_phrase.RULE and judgement.relation in grounds.SYNONYMS


def is_unexplained(judgement: Judgement) -> bool:
    """Whether nothing links the words of a replacement."""
    return judgement.rule is replacement.RULE and judgement.relation != "moved"

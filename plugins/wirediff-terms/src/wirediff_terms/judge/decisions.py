"""The list that decides what a change is: it is judged by the first test that holds.

Each test is a function of the features of a change; it returns a row of `grounds`, or None if it does not hold. To add
one, write it in the module of its subject and give it a line here, before the tests whose cases it must take. The last
test of each list always answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Literal, TypeAlias

from wirediff_terms.codes import broken_phrase, replacement, synonym
from wirediff_terms.judge import form, grounds, meaning, naming, valued, wording
from wirediff_terms.judge.features import Features
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.words import ENGLISH

Test = Callable[[Features], Judgement | None]
_ENOUGH = 5
"""Minimum synonyms of a version that looks spun, if they outnumber other replacements; chosen by hand."""
Scope: TypeAlias = Literal["any", "en", "other"]
"""Where a test holds: in every language, in English, in all others."""

_ONE_SIDED: Sequence[tuple[Scope, Test]] = (
    ("any", meaning.lone_negation),
    ("any", meaning.lone_hedge),
    ("en", meaning.lone_modal),
    ("any", meaning.lone_function),
    ("any", wording.added_or_removed),
)
"""Tests of words added or removed."""

_TWO_SIDED: Sequence[tuple[Scope, Test]] = (
    ("any", wording.rewritten),
    # The same words.
    ("any", form.exchanged),
    ("any", form.capitals),
    ("any", form.moved),
    ("any", form.genitive),
    ("any", form.spaces),
    ("en", form.contraction),
    # Values, before the words they are written with.
    ("any", valued.quantity),
    ("en", form.script),  # after values: "µg" is not a way of writing "mg"
    ("en", valued.ends),
    ("en", valued.compound),
    ("any", valued.other_bound),
    ("other", form.notations),
    ("other", valued.article),
    ("any", valued.digits),
    # Names, before the meaning of the words in them.
    ("en", naming.acronym),
    ("en", naming.name),
    ("other", naming.capitalised),
    # What a statement says, before the words that say it.
    ("en", wording.same_expression),
    ("en", meaning.negated_antonym),
    ("other", meaning.listed_opposite),
    ("any", meaning.negation),
    ("en", meaning.modal),
    ("other", meaning.foreign_modal),
    ("other", meaning.reported),
    ("en", valued.other_share),
    # Wording.
    ("en", form.spelled),
    ("en", form.inflected),
    ("en", meaning.denial),
    ("en", meaning.function_words),
    ("other", meaning.closed_words),
    ("en", wording.equivalent),
    ("en", meaning.opposite),
    ("en", naming.unlinked),
    ("en", wording.broken),
    ("en", wording.related),
    ("en", wording.reworded),
    ("en", wording.listed),
    ("en", wording.replaced),
    ("other", wording.installed),
    ("other", wording.replaced_by_place),
)
"""Tests of words replaced."""


def _tests(decisions: Sequence[tuple[Scope, Test]], scope: Scope) -> Sequence[Test]:
    return [test for where, test in decisions if where in ("any", scope)]


_LISTS = {
    (english, replaced): _tests(_TWO_SIDED if replaced else _ONE_SIDED, "en" if english else "other")
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

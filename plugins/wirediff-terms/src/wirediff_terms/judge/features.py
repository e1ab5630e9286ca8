"""The features of a change that the tests of its class read, and the judgement they return."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wirediff_terms.changes.change import OPPOSED, Change
from wirediff_terms.changes.names import looks_like_name
from wirediff_terms.codes import Code
from wirediff_terms.lexicon.relations import JudgedRelation, WordRelation
from wirediff_terms.lexicon.wordnet import lemmas, parts_of_speech
from wirediff_terms.lexicon.words import (
    bound,
    course,
    diminishers,
    is_backshift,
    is_function,
    is_reporting,
    leads_noun,
    negations,
)
from wirediff_terms.match.links import WordLink
from wirediff_terms.match.passage import Passage, Words
from wirediff_terms.values.quantities import quantities

VALUES: frozenset[WordRelation] = frozenset(("equal value", "other value"))
"""Relations of quantities."""
ESTIMATES = frozenset(("above", "below", "about"))
"""Sides of a number that a bound or an estimate leaves open."""
_MOST_OF_NAME = 3
"""Maximum words of a name on either side; a longer run of capitals is a headline or a list. Chosen by hand."""


class Judgement(NamedTuple):
    """The rule's name (the code without `terms/`), the relation, its source and its confidence.

    `expression` is the fixed expression that was broken, `detail` what `data.relation` says instead of the relation:
    the dimension of a value, the strengths of two modals.
    """

    rule: Code
    relation: JudgedRelation
    source: str
    confidence: float
    expression: str = ""
    detail: str = ""


class Case(NamedTuple):
    """The features of a change: its words, and what the words around them show. Equal cases have one class."""

    r: tuple[str, ...]
    v: tuple[str, ...]
    relations: frozenset[WordRelation]
    """Relations of the matched words."""
    strength: float
    """Strength of the strongest relation."""
    unit: str
    whole: WordRelation | None
    value: Judgement | None
    """The judgement on quantities, if the change has nothing else."""
    is_noun: bool
    """Whether one word became one word, and the words around it show that it is a noun."""
    are_names: bool
    is_negated: bool
    """Whether a negation is next to a word that became its opposite."""
    bounds: tuple[str, ...]
    """The side of a number that words such as "more than" leave open, in the reference and in the version."""
    is_backshifted: bool
    """Whether a modal only took the tense of reported speech."""
    is_clause: bool
    """Whether a whole clause was added or removed."""
    is_kept: bool
    """Whether most words of the sentence were kept, so that a word between them is identified by its place."""


Test = Callable[[Case], Judgement | None]
Tests = tuple[Sequence[Test], Sequence[Test]]
"""In order: tests of words added or removed, tests of words replaced. The last of each always answers."""


def case_of(change: Change, passage: Passage) -> Case:
    """Return the case of a change of `passage`."""
    reference, version, links = passage.reference, passage.version, change.links
    r = tuple([reference.forms[i] for i in change.reference])
    v = tuple([version.forms[j] for j in change.version])
    relations = frozenset([link.relation for link in links])
    words, lone = (reference, change.reference) if r else (version, change.version)
    return Case(
        r,
        v,
        relations,
        max([link.strength for link in links], default=0.0),
        change.unit,
        change.whole,
        _value(links, r, v) if relations and relations <= VALUES else None,
        len(r) == len(v) == 1 and _is_noun(reference, change.reference[0]),
        _are_names(change, passage, r, v),
        not OPPOSED.isdisjoint(relations) and _is_negated(change, passage),
        _bounds(r, v, words, lone),
        is_backshift(r, v) and (_is_reported(reference) or _is_reported(version)),
        not links and words.is_clause(lone[0], lone[-1] + 1),
        passage.is_mostly_kept,
    )


def _value(links: Sequence[WordLink], r: Sequence[str], v: Sequence[str]) -> Judgement:
    values = [link.quantities for link in links if link.quantities]
    reference = values[0][0]
    if any(map(_is_rounded, links)):
        return Judgement("number", "rounded", "value", 0.5)
    if not all(a.equals(b) for a, b in values):
        return Judgement("number", "other value", "value", 0.95, detail=reference.dimension)
    both_ago = r[-1].casefold() == v[-1].casefold() == "ago"
    same_direction = not reference.direction or both_ago or r[0].casefold() == v[0].casefold()
    return Judgement("spelling" if same_direction else "synonym", "equal value", "value", 0.95)


def _is_rounded(link: WordLink) -> bool:
    """Whether words before a quantity, such as "more than", make it the one of the other side in round figures."""
    if link.quantities is None:
        return False
    reference, version = link.quantities
    return link.reference[0] < reference.start or link.version[0] < version.start


def _is_noun(words: Words, index: int) -> bool:
    """Whether a word follows a determiner, with only adjectives between them, and no other noun follows it."""
    after = words.folded[index + 1] if index + 1 < len(words) else ""
    if after and not is_function(after):
        return False
    start = index
    while start and "a" in parts_of_speech(lemmas(words.bare[start - 1])) and not words.function[start - 1]:
        start -= 1
    return bool(start) and leads_noun(words.folded[start - 1])


def _are_names(change: Change, passage: Passage, r: Sequence[str], v: Sequence[str]) -> bool:
    """Whether both sides look like names."""
    if "".join(r).islower() or "".join(v).islower() or max(len(r), len(v)) > _MOST_OF_NAME:
        return False
    return looks_like_name(passage.reference, change.reference) and looks_like_name(passage.version, change.version)


def _is_negated(change: Change, passage: Passage) -> bool:
    opposed = [link for link in change.links if link.relation in OPPOSED]
    if len(opposed) != 1:
        return False
    beside_r = [passage.reference.forms[i] for i in change.reference if i not in opposed[0].reference]
    beside_v = [passage.version.forms[j] for j in change.version if j not in opposed[0].version]
    return sum(negations(side) + diminishers(side) for side in (beside_r, beside_v)) % 2 == 1


def _is_reported(words: Words) -> bool:
    """Whether a sentence reports what somebody says or thinks."""
    return any(is_reporting(lemma) for place in range(len(words)) for lemma in words.lemmas(place))


def _bounds(r: tuple[str, ...], v: tuple[str, ...], words: Words, indices: Sequence[int]) -> tuple[str, ...]:
    """Return the bounds that "more than" and the like set to the number next to them, or () if a side has none."""
    found = tuple([bound(forms, words.language) or course(forms) for forms in (r, v) if forms])
    if not all(found):
        return ()
    beside = [n for n in (indices[0] - 1, indices[-1] + 1) if 0 <= n < len(words)]
    return found if any(next(quantities(words.in_english, n, n + 1), None) for n in beside) else ()

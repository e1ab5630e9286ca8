"""Words without a counterpart: those that belong to a changed phrase next to them, and the runs that the others
form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from wirediff_terms.change import Change
from wirediff_terms.lexicon import parts_of_speech, phrase_lemmas
from wirediff_terms.matching import Matching
from wirediff_terms.passage import Passage, Words
from wirediff_terms.words import is_auxiliary, is_hedge, joins_clauses, leads_noun, modality, negations

LONGEST_UNIT = 4
"""Words of an expression of the lexicon."""
_SURE = 0.6
"""Strength of a relation from which a word needs no others to stand for another."""
_LONGEST_STRETCH = 5
"""Words between kept ones up to which a function word among them can be said to belong to a change next to it."""


def join_loose(found: list[Change], removed: set[int], added: set[int], passage: Passage, matching: Matching) -> None:
    """Give changes what belongs to them of the words that were added or removed, which is taken out of these."""
    if not removed and not added:
        return
    gaps = _Gaps(passage, matching)
    narrow = [(change, gap) for change in found if (gap := gaps.around(change)).is_narrow]
    for change, gap in narrow:
        if passage.is_mostly_kept and gap.is_common and change.is_wording:
            _fill(change.version, change.reference, gap.version, gap.reference, added, change, passage.version)
            _fill(change.reference, change.version, gap.reference, gap.version, removed, change, passage.reference)
    _complete(found, added, passage.version, lambda change: change.version)
    _complete(found, removed, passage.reference, lambda change: change.reference)
    joining = [change for change, _ in narrow]
    _join_neighbours(joining, removed, passage.reference, lambda change: change.reference)
    _join_neighbours(joining, added, passage.version, lambda change: change.version)


def runs(indices: Sequence[int], words: Words) -> Iterator[list[int]]:
    """Unbroken runs; a negation or a hedge is alone, unless a whole clause was added or removed with it."""
    run: list[int] = []
    for index in indices:
        if run and (index != run[-1] + 1 or words.blocks[index] is not words.blocks[run[-1]]):
            yield from _parts(run, words)
            run = []
        run.append(index)
    if run:
        yield from _parts(run, words)


def _parts(run: list[int], words: Words) -> Iterator[list[int]]:
    if words.is_clause(run[0], run[-1] + 1):
        yield run
        return
    for alone, part in groupby(run, lambda index: _says_how(words.forms[index])):
        if alone:
            yield from ([index] for index in part)
        else:
            yield list(part)


@lru_cache(maxsize=65536)
def _says_how(form: str) -> bool:
    """Whether a word negates, or makes a statement less certain."""
    return bool(negations((form,))) or is_hedge(form)


def _complete(found: list[Change], loose: set[int], words: Words, side: Callable[[Change], list[int]]) -> None:
    """Left-over words that make one expression of the lexicon with a replaced word belong to it ("president → head of
    state")."""
    if not loose:
        return
    for change in found:
        at = side(change)
        if (at[0] - 1 in loose or at[-1] + 1 in loose) and change.is_wording:
            whole = _expression_around(at, loose, words)
            loose.difference_update(whole)
            at[:] = whole


def _expression_around(at: list[int], loose: Collection[int], words: Words) -> list[int]:
    """The longest expression of the lexicon made of the words `at` and loose ones beside; `at` if there is none."""
    for length in range(LONGEST_UNIT, len(at), -1):
        for start in range(max(at[-1] - length + 1, 0), at[0] + 1):
            run = range(start, start + length)
            if not all(n in loose or n in at for n in run) or not words.is_unbroken(start, run.stop):
                continue
            if phrase_lemmas((*words.folded[start : run.stop - 1], words.bare[run.stop - 1])):
                return list(run)
    return at


def _join_neighbours(found: list[Change], loose: set[int], words: Words, side: Callable[[Change], list[int]]) -> None:
    """Function words left over next to a changed phrase belong to it ("before → earlier than")."""
    if not loose:
        return
    owner = {index: change for change in found if change.is_wording for index in side(change)}
    for run in runs(sorted(loose), words):
        before = owner.get(run[0] - 1) if run[0] and words.is_unbroken(run[0] - 1, run[0] + 1) else None
        after = owner.get(run[-1] + 1) if run[-1] + 1 < len(words) and words.is_unbroken(run[-1], run[-1] + 2) else None
        change = _reversed(run, words, owner) or _taker(run, words, before, after, side)
        if change is not None:
            side(change)[:] = sorted([*side(change), *run])
            owner.update(dict.fromkeys(run, change))
            loose.difference_update(run)


def _is_listed(change: Change) -> bool:
    """Whether both sides are expressions that a table has as wholes."""
    return all(link.relation == "equivalent" for link in change.links)


def _reversed(run: Sequence[int], words: Words, owner: Mapping[int, Change]) -> Change | None:
    """What became its opposite after a left-over negation, function words between: "not cheap → expensive"."""
    if not negations([words.forms[index] for index in run]):
        return None
    at = run[-1] + 1
    while at < len(words) and at not in owner and words.function[at]:
        at += 1
    change = owner.get(at)
    return change if change is not None and change.is_opposed else None


def _taker(
    run: Sequence[int], words: Words, before: Change | None, after: Change | None, side: Callable[[Change], list[int]]
) -> Change | None:
    """Which of the changed phrases beside left-over words they belong to, if any."""
    forms = tuple([words.forms[index] for index in run])
    if all(joins_clauses(words.folded[index]) for index in run):
        return None
    if len(run) == 1 and before is not None and before.links[0].relation == "derivation":
        return before  # "weakness → weak point"
    leads = leads_noun(words.folded[run[-1]]) or is_auxiliary(words.folded[run[-1]])
    change = (after or before) if leads else (before or after)
    if change is not None and _is_listed(change) and not leads_noun(words.folded[run[-1]]):
        return None
    if change is None or (all(words.function[index] for index in run) and not negations(forms)):
        return change
    modal = len(run) == 1 and modality(forms) is not None
    return change if modal and modality(tuple([words.forms[index] for index in side(change)])) else None


class _Gap(NamedTuple):
    """The words between the kept ones around a change; `is_common` where these stand for each other."""

    reference: range
    version: range
    is_common: bool

    @property
    def is_narrow(self) -> bool:
        """Whether few words are between the kept ones; in a rewritten stretch nobody can say what belongs to what."""
        return max(len(self.reference), len(self.version)) <= _LONGEST_STRETCH


class _Gaps:
    """Finds the gaps around changes."""

    def __init__(self, passage: Passage, matching: Matching) -> None:
        self.matched = matching.matched
        self.kept_v = frozenset(matching.matched.values())
        self.ends = len(passage.reference), len(passage.version)

    def around(self, change: Change) -> _Gap:
        """The gap of `change`."""
        reference = _between_kept(change.reference, self.matched, self.ends[0])
        version = _between_kept(change.version, self.kept_v, self.ends[1])
        before = self.matched.get(reference.start - 1, -1) == version.start - 1
        after = self.matched.get(reference.stop, self.ends[1]) == version.stop
        return _Gap(reference, version, before and after)


def _between_kept(indices: Sequence[int], kept: Collection[int], length: int) -> range:
    """The words between the kept ones around `indices`."""
    start, end = indices[0], indices[-1] + 1
    while start and start - 1 not in kept:
        start -= 1
    while end < length and end not in kept:
        end += 1
    return range(start, end)


def _fill(
    side: list[int], other: list[int], gap: range, other_gap: range, loose: set[int], change: Change, words: Words
) -> None:
    """One word or expression alone in its gap became all that the other side has there ("public → common man"); what
    is before the head may as well be a modifier put in ("help → urgent aid")."""
    rest = [index for index in gap if index not in side]
    if not rest or list(other_gap) != other or not loose.issuperset(rest):
        return
    whole = phrase_lemmas(tuple(words.bare[index] for index in gap))
    sure = len(other) == 1 and change.links[0].strength >= _SURE and not whole
    joining = [index for index in rest if index > side[-1] or not sure]
    if not joining or all(words.function[index] for index in joining) or any(_stands_alone(words, i) for i in joining):
        return
    side[:] = sorted([*side, *joining])
    loose.difference_update(joining)


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a word says something of its own: a negation, a hedge, an adverb."""
    parts = parts_of_speech(words.lemmas(index))
    return _says_how(words.forms[index]) or ("r" in parts and not words.function[index])

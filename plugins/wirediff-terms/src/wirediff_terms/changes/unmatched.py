"""Words without a counterpart: those that belong to a changed phrase next to them, and the runs of the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from wirediff_terms.changes.change import Change
from wirediff_terms.lexicon.wordnet import parts_of_speech, phrase_lemmas
from wirediff_terms.lexicon.words import is_auxiliary, is_hedge, is_listed, leads_noun, modality, negations
from wirediff_terms.match.matcher import Matching
from wirediff_terms.match.passage import Passage, Words

LONGEST_UNIT = 4
"""Maximum words of an expression of the lexicon that a left-over word completes; chosen by hand."""
_SURE = 0.6
"""Minimum strength of a relation between two words that correspond without left-over words; chosen by hand."""
_LONGEST_STRETCH = 5
"""Maximum words between kept ones among which a function word belongs to the change next to it: in a longer stretch
that is a guess. Chosen by hand."""


def join_loose(found: list[Change], removed: set[int], added: set[int], passage: Passage, matching: Matching) -> None:
    """Move added and removed words that belong to a change next to them into that change."""
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
    """Yield unbroken runs; a negation or a hedge is one by itself, unless its whole clause was added or removed."""
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
    """Join left-over words to a replaced word with which they are one expression of the lexicon: "president → head of
    state"."""
    if not loose:
        return
    for change in found:
        at = side(change)
        if (at[0] - 1 in loose or at[-1] + 1 in loose) and change.is_wording:
            whole = _expression_around(at, loose, words)
            loose.difference_update(whole)
            at[:] = whole


def _expression_around(at: list[int], loose: Collection[int], words: Words) -> list[int]:
    """Return the longest expression of the lexicon from the words `at` and loose ones next to them, or else `at`."""
    for length in range(LONGEST_UNIT, len(at), -1):
        for start in range(max(at[-1] - length + 1, 0), at[0] + 1):
            run = range(start, start + length)
            if not all(n in loose or n in at for n in run) or not words.is_unbroken(start, run.stop):
                continue
            if phrase_lemmas((*words.folded[start : run.stop - 1], words.bare[run.stop - 1])):
                return list(run)
    return at


def _join_neighbours(found: list[Change], loose: set[int], words: Words, side: Callable[[Change], list[int]]) -> None:
    """Join function words left over next to a changed phrase to it: "before → earlier than"."""
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


def _is_equivalent(change: Change) -> bool:
    """Whether both sides are whole expressions of a table."""
    return all(link.relation == "equivalent" for link in change.links)


def _reversed(run: Sequence[int], words: Words, owner: Mapping[int, Change]) -> Change | None:
    """Return the opposite after a left-over negation, function words between: "not cheap → expensive"."""
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
    """Return the changed phrase next to left-over words to which they belong, if any."""
    forms = tuple([words.forms[index] for index in run])
    if all(is_listed(words.folded[index], "joining") for index in run):
        return None
    if len(run) == 1 and before is not None and before.links[0].relation == "derivation":
        return before  # As in "weakness → weak point".
    leads = leads_noun(words.folded[run[-1]]) or is_auxiliary(words.folded[run[-1]])
    change = (after or before) if leads else (before or after)
    if change is not None and _is_equivalent(change) and not leads_noun(words.folded[run[-1]]):
        return None
    if change is None or (all(words.function[index] for index in run) and not negations(forms)):
        return change
    modal = len(run) == 1 and modality(forms) is not None
    return change if modal and modality(tuple([words.forms[index] for index in side(change)])) else None


class _Gap(NamedTuple):
    """The words between the kept ones around a change; `is_common` if these kept words are the same on both sides."""

    reference: range
    version: range
    is_common: bool

    @property
    def is_narrow(self) -> bool:
        """Whether few words are between the kept ones; in a rewritten stretch it is unclear what belongs together."""
        return max(len(self.reference), len(self.version)) <= _LONGEST_STRETCH


class _Gaps:
    """Finds the gaps around changes."""

    def __init__(self, passage: Passage, matching: Matching) -> None:
        self.matched = matching.matched
        self.kept_v = frozenset(matching.matched.values())
        self.ends = len(passage.reference), len(passage.version)

    def around(self, change: Change) -> _Gap:
        """Return the gap of `change`."""
        reference = _between_kept(change.reference, self.matched, self.ends[0])
        version = _between_kept(change.version, self.kept_v, self.ends[1])
        before = self.matched.get(reference.start - 1, -1) == version.start - 1
        after = self.matched.get(reference.stop, self.ends[1]) == version.stop
        return _Gap(reference, version, before and after)


def _between_kept(indices: Sequence[int], kept: Collection[int], length: int) -> range:
    """Return the words between the kept ones around `indices`."""
    start, end = indices[0], indices[-1] + 1
    while start and start - 1 not in kept:
        start -= 1
    while end < length and end not in kept:
        end += 1
    return range(start, end)


def _fill(
    side: list[int], opposite: list[int], gap: range, opposite_gap: range, loose: set[int], change: Change, words: Words
) -> None:
    """Join the loose words of a gap to the change, if it is all that the opposite gap has: "public → common man". Words
    before the head may be an added modifier instead: "help → urgent aid"."""
    rest = [index for index in gap if index not in side]
    if not rest or list(opposite_gap) != opposite or not loose.issuperset(rest):
        return
    whole = phrase_lemmas(tuple(words.bare[index] for index in gap))
    sure = len(opposite) == 1 and change.links[0].strength >= _SURE and not whole
    joining = [index for index in rest if index > side[-1] or not sure]
    if not joining or all(words.function[index] for index in joining) or any(_stands_alone(words, i) for i in joining):
        return
    side[:] = sorted([*side, *joining])
    loose.difference_update(joining)


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a word has a meaning of its own: a negation, a hedge, an adverb."""
    parts = parts_of_speech(words.lemmas(index))
    return _says_how(words.forms[index]) or ("r" in parts and not words.function[index])

"""From matched words to changes as a person would list them: minimal phrases that do not overlap."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from wirediff_terms._change import Change
from wirediff_terms._lexicon import has_longer_phrase, parts_of_speech, phrase_lemmas, relation
from wirediff_terms._links import Link
from wirediff_terms._matching import Matching
from wirediff_terms._order import Order
from wirediff_terms._passage import Passage, Words
from wirediff_terms._words import (
    bare,
    closed_classes,
    is_function,
    is_hedge,
    is_verb_particle,
    leads_noun,
    modality,
    negations,
)

_LONGEST_UNIT = 4
_MOST_MORE = 2
"""Words by which a broken expression may be longer; beyond them it is rather another statement."""
_SURE = 0.6
"""Strength of a relation from which a word needs no others to stand for another."""
_LONGEST_STRETCH = 5
"""Words between kept ones up to which a function word among them can be said to belong to a change beside it."""
_NOMINAL = frozenset(("determiners", "pronouns"))
_IN_PLACE = ("place", "rewritten")
_UNRELATED = (*_IN_PLACE, "sibling")
_OTHER_THING = ("antonym", "opposite", "indirect antonym", "other value", "equal value")
"""Relations by which a part says something else, so that the expression is another one rather than broken."""


class Unit(NamedTuple):
    """Words `start:end` of a text are one expression of the lexicon."""

    start: int
    end: int
    lemmas: tuple[str, ...]


def changes(passage: Passage, matching: Matching) -> list[Change]:
    """The changes of a passage in the reference's order, those without a place there last."""
    found = [Change(list(link.reference), list(link.version), [link]) for link in matching.links]
    removed, added = set(matching.removed), set(matching.added)
    gaps = _Gaps(passage, matching)
    narrow = [(change, gap) for change in found if (gap := gaps.around(change)).is_narrow] if removed or added else []
    for change, gap in narrow:
        if passage.is_mostly_kept and gap.is_common and change.is_wording:
            _fill(change.version, change.reference, gap.version, gap.reference, added, change, passage.version)
            _fill(change.reference, change.version, gap.reference, gap.version, removed, change, passage.reference)
    _complete(found, added, passage.version, lambda change: change.version)
    _complete(found, removed, passage.reference, lambda change: change.reference)
    joining = [change for change, _ in narrow]
    _join_neighbours(joining, removed, passage.reference, lambda change: change.reference)
    _join_neighbours(joining, added, passage.version, lambda change: change.version)
    found = _join_units(found, passage, matching)
    found = Order(passage, matching.matched, removed, added).joined(found)
    found += [Change(run, []) for run in _runs(sorted(removed), passage.reference)]
    found += [Change([], run) for run in _runs(sorted(added), passage.version)]
    return found


def _runs(indices: Sequence[int], words: Words) -> Iterator[list[int]]:
    """Unbroken runs; a negation or a hedge stands alone, unless a whole clause came or went with it."""
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
    for length in range(_LONGEST_UNIT, len(at), -1):
        for start in range(max(at[-1] - length + 1, 0), at[0] + 1):
            run = range(start, start + length)
            if not all(n in loose or n in at for n in run) or not words.is_unbroken(start, run.stop):
                continue
            if phrase_lemmas((*words.folded[start : run.stop - 1], words.bare[run.stop - 1])):
                return list(run)
    return at


def _join_neighbours(found: list[Change], loose: set[int], words: Words, side: Callable[[Change], list[int]]) -> None:
    """Function words left over beside a changed phrase belong to it ("before → earlier than")."""
    if not loose:
        return
    owner = {index: change for change in found if change.is_wording for index in side(change)}
    for run in _runs(sorted(loose), words):
        change = _reversed(run, words, owner) or _taker(run, words, owner.get(run[0] - 1), owner.get(run[-1] + 1), side)
        if change is not None:
            side(change)[:] = sorted([*side(change), *run])
            owner.update(dict.fromkeys(run, change))
            loose.difference_update(run)


def _reversed(run: Sequence[int], words: Words, owner: Mapping[int, Change]) -> Change | None:
    """What became its opposite behind a left-over negation, function words between: "not cheap → expensive"."""
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
    if len(run) == 1 and before is not None and before.links[0].relation == "derivation":
        return before  # "weakness → weak point"
    change = (after or before) if leads_noun(words.folded[run[-1]]) else (before or after)
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
        """Whether few words stand between the kept ones; in a rewritten stretch nobody can say what belongs to what."""
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
    stands before the head may as well be a modifier put in ("help → urgent aid")."""
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


# ── fixed expressions ────────────────────────────────────────────────────────────────────────────────────────────────


def units(words: Words, changed: Iterable[int]) -> Iterator[Unit]:
    """Expressions of the lexicon, two to four words from a content word on, longest first, beside changed words."""
    at = 0
    for index in sorted(changed):
        at = max(at, index - _LONGEST_UNIT + 1)
        while at <= index:
            unit = None if words.function[at] else _unit_at(words, at)
            at = unit.end if unit else at + 1
            if unit is not None:
                yield unit


def _unit_at(words: Words, at: int) -> Unit | None:
    folded = words.folded
    longest = _longest_unit(*folded[at : at + 2]) if at + 1 < len(folded) else 0
    for end in range(min(at + longest, len(folded)), at + 1, -1):
        known = phrase_lemmas((*folded[at : end - 1], words.bare[end - 1]))
        if known and words.is_unbroken(at, end) and _is_fixed(words, at, end, known):
            return Unit(at, end, known)
    return None


@lru_cache(maxsize=65536)
def _longest_unit(first: str, second: str) -> int:
    """How many words an expression may have that begins with two words (in lower case); 0 if there is none."""
    if has_longer_phrase(first, second):
        return _LONGEST_UNIT
    return 2 if phrase_lemmas((first, bare(second))) else 0


def _is_fixed(words: Words, start: int, end: int, known: tuple[str, ...]) -> bool:
    """Whether an expression has no function words, or is a noun or verb whose last word has no object of its own."""
    return not any(words.function[start:end]) or (_holds(known) and not _governs(words, end - 1))


def _governs(words: Words, index: int) -> bool:
    """Whether a word is a preposition with its object behind it, so that it does not belong to the verb before."""
    following = words.folded[index + 1] if index + 1 < len(words) else ""
    if "prepositions" not in closed_classes(words.folded[index]) or is_verb_particle(words.folded[index]):
        return False
    return bool(following) and (not is_function(following) or bool(closed_classes(following) & _NOMINAL))


def _holds(known: tuple[str, ...]) -> bool:
    """Whether an expression with function words is more than an adverb ("close to"): a noun or a verb"""
    parts = parts_of_speech(known)
    return not parts or not parts <= {"r", "a"}


def _join_units(found: list[Change], passage: Passage, matching: Matching) -> list[Change]:
    """Changes inside one fixed expression of the reference become one that spans it, if the version's wording is no
    such expression or is one of the same meaning."""
    owner = {index: change for change in found for index in change.reference}
    known = list(units(passage.reference, owner))
    if not known:
        return found
    owner_v = {index: change for change in found for index in change.version}
    gone: set[int] = set()
    joined: list[Change] = []
    for unit in known:
        inside = _distinct(owner[i] for i in range(unit.start, unit.end) if i in owner)
        if not inside or any(_leaves(change, unit) or not _breaks(change) or id(change) in gone for change in inside):
            continue
        version = _rendering(unit, inside, owner_v, matching)
        whole = _whole(unit, inside, version, passage) if version else None
        if whole is not None:
            gone |= {id(change) for change in inside}
            joined.append(whole)
    return [change for change in (*found, *joined) if id(change) not in gone]


def _rendering(unit: Unit, inside: Sequence[Change], owner_v: Mapping[int, Change], matching: Matching) -> list[int]:
    """The words of the version in place of an expression; none where they are parted or shared, or some are missing."""
    covered = {i for change in inside for i in change.reference}
    if any(i not in covered and i not in matching.matched for i in range(unit.start, unit.end)):
        return []
    kept = {matching.matched[i] for i in range(unit.start, unit.end) if i in matching.matched}
    version = sorted(kept.union(*(change.version for change in inside)))
    if not version or version != list(range(version[0], version[-1] + 1)):
        return []
    shared = any(all(owner_v[j] is not change for change in inside) for j in version if j in owner_v)
    return [] if shared else version


def _whole(unit: Unit, inside: Sequence[Change], version: list[int], passage: Passage) -> Change | None:
    """The change of a whole expression, unless the version says something else, or the same in related words."""
    links = [link for change in inside for link in change.links]
    if len(version) > unit.end - unit.start + _MOST_MORE or not (_is_kept(unit, inside) or _is_related(links)):
        return None
    phrasal = any(passage.reference.function[i] for i in range(unit.start, unit.end))
    if any(link.relation in _OTHER_THING or (link.relation == "sibling" and not phrasal) for link in links):
        return None
    known = relation(unit.lemmas, phrase_lemmas(tuple(passage.version.bare[j] for j in version)))
    if known is not None and all(link.relation not in _UNRELATED for link in links):
        return None
    return Change(list(range(unit.start, unit.end)), version, links, unit.lemmas[0], known.name if known else "")


def _is_kept(unit: Unit, inside: Sequence[Change]) -> bool:
    """Whether a word of an expression has not changed."""
    return sum(len(change.reference) for change in inside) < unit.end - unit.start


def _is_related(links: Iterable[Link]) -> bool:
    """Whether some word is more than in another's place."""
    return any(link.relation not in _IN_PLACE for link in links)


def _leaves(change: Change, unit: Unit) -> bool:
    return any(not unit.start <= i < unit.end for i in change.reference)


def _breaks(change: Change) -> bool:
    """Whether a change can break an expression: not by spelling, form or a moved word."""
    harmless = ("equal", "contraction", "spelling", "inflection", "equal value", "other value")
    return any(link.relation not in harmless for link in change.links)


def _distinct(items: Iterable[Change]) -> list[Change]:
    found: list[Change] = []
    for item in items:
        if not any(item is other for other in found):
            found.append(item)
    return found

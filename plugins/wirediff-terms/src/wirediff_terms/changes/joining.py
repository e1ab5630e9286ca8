"""Changes that belong together: the words of one name, and words added or removed next to a replacement each time it is
made ("government → ruling administration")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirediff_terms.changes.change import Change
from wirediff_terms.changes.names import are_capitalised, looks_like_name
from wirediff_terms.lexicon.words import is_hedge, negations
from wirediff_terms.match.passage import Key, Passage, Words
from wirediff_terms.values.translation import has_capital_nouns

_TWICE = 2
"""Minimum times that words go with a replacement to be part of it: once may be chance."""
Placed = tuple[Change, Passage]


def whole_names(found: Iterable[Change], passage: Passage) -> list[Change]:
    """Return the changes of a passage in order, with a full name that became another as one change."""
    result: list[Change] = []
    for change in found:
        if result and _is_one_name(result[-1], change, passage):
            before = result[-1]
            before.reference += change.reference
            before.version += change.version
            before.links += change.links
        else:
            result.append(change)
    return result


def _is_one_name(before: Change, change: Change, passage: Passage) -> bool:
    """Whether capitalised words that replace each other are right before a name on both sides."""
    if not (before.reference and before.version and change.reference and change.version):
        return False
    if before.reference[-1] + 1 != change.reference[0] or before.version[-1] + 1 != change.version[0]:
        return False
    is_other = not any(link.is_related for link in (*before.links, *change.links))
    if before.unit or change.unit or (has_capital_nouns(passage.reference.language) and not is_other):
        return False
    return all(
        _begin_name(words, title, name, is_other)
        for words, title, name in (
            (passage.reference, before.reference, change.reference),
            (passage.version, before.version, change.version),
        )
    )


def _begin_name(words: Words, title: Sequence[int], name: Sequence[int], is_other: bool) -> bool:
    """Whether words are one name; if all became other words, capitals are enough."""
    whole = range(title[0], name[-1] + 1)
    if not all(words.forms[n][:1].isupper() for n in whole) or not words.is_unbroken(whole.start, whole.stop):
        return False
    return looks_like_name(words, name) or (is_other and are_capitalised(words, whole))


class _Adjacent(NamedTuple):
    """A replacement next to words of one side that have no counterpart."""

    change: Change
    passage: Passage
    lone: Change
    terms: tuple[Key, Key]
    key: tuple[Key, Key, Key, bool, bool]
    """Both terms, the words next to them, whether these were removed, and whether they come before."""


def joined(found: Sequence[Placed]) -> Sequence[Placed]:
    """Return all changes; words next to a replacement wherever it is made, twice or more, have become part of it."""
    lone = [each for each in found if not (each[0].reference and each[0].version)]
    if not lone:
        return found
    pairs = list(_pairs(found, lone))
    times = Counter(pair.key for pair in pairs)
    often = {key for key, count in times.items() if count >= _TWICE}
    if not often:
        return found
    every = Counter(
        _terms(change, passage) for change, passage in found if change.reference and change.version and not change.unit
    )
    gone: set[int] = set()
    for pair in pairs:
        if pair.key in often and times[pair.key] == every[pair.terms] and id(pair.lone) not in gone:
            pair.change.reference[:] = sorted([*pair.change.reference, *pair.lone.reference])
            pair.change.version[:] = sorted([*pair.change.version, *pair.lone.version])
            gone.add(id(pair.lone))
    return [each for each in found if id(each[0]) not in gone]


def _pairs(found: Iterable[Placed], lone: Iterable[Placed]) -> Iterator[_Adjacent]:
    """Yield replacements, each with words that were added or removed directly before or after it."""
    beside: dict[tuple[int, bool, bool, int], Change] = {}
    for change, passage in lone:
        side = change.reference or change.version
        removed = bool(change.reference)
        beside[id(passage), removed, True, side[-1] + 1] = change
        beside[id(passage), removed, False, side[0] - 1] = change
    passages = {passage for passage, *_ in beside}
    for change, passage in found:
        if id(passage) not in passages or not change.reference or not change.version or change.unit:
            continue
        for removed, replaced, words in (
            (True, change.reference, passage.reference),
            (False, change.version, passage.version),
        ):
            for before in (True, False):
                lone_change = beside.get((id(passage), removed, before, replaced[0] if before else replaced[-1]))
                if lone_change is not None and _may_join(words, lone_change.reference or lone_change.version, replaced):
                    terms = _terms(change, passage)
                    beyond = words.term(lone_change.reference or lone_change.version)
                    yield _Adjacent(change, passage, lone_change, terms, (*terms, beyond, removed, before))


def _terms(change: Change, passage: Passage) -> tuple[Key, Key]:
    return passage.reference.term(change.reference), passage.version.term(change.version)


def _may_join(words: Words, lone: Sequence[int], replaced: Sequence[int]) -> bool:
    """Whether content words other than negations and hedges are next to a replacement, without punctuation between."""
    forms = [words.forms[n] for n in lone]
    if all(words.function[n] for n in lone) or negations(forms) or any(map(is_hedge, forms)):
        return False
    return words.is_unbroken(min(lone[0], replaced[0]), max(lone[-1], replaced[-1]) + 1)

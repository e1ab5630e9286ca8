"""Changes from matched words, as a person would list them: minimal phrases that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from wirediff_terms.changes.change import Change
from wirediff_terms.changes.exchange import joined_exchanges
from wirediff_terms.changes.reordering import Order
from wirediff_terms.changes.rewriting import rewritten
from wirediff_terms.changes.unmatched import LONGEST_UNIT, join_loose, runs
from wirediff_terms.lexicon.expressions import (
    are_exchanged,
    classifies,
    heads,
    is_fixed,
    is_written,
    longest_fixed,
    may_be_exchanged,
)
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.wordnet import has_longer_phrase, parts_of_speech, phrase_lemmas, relation
from wirediff_terms.lexicon.words import bare, closed_classes, is_function, is_listed
from wirediff_terms.match.links import WordLink
from wirediff_terms.match.matcher import Matching
from wirediff_terms.match.passage import Passage, Words

_MOST_MORE = 2
"""Maximum words by which a broken expression may be longer; with more it is another statement. Chosen by hand."""
_NOMINAL = frozenset(("determiners", "pronouns"))
_UNRELATED: tuple[WordRelation, ...] = ("place", "sibling")
_OTHER_THING: tuple[WordRelation, ...] = ("antonym", "opposite", "indirect antonym", "other value", "equal value")
"""Relations that give a part another meaning, so that the expression was replaced rather than broken."""


class FixedExpression(NamedTuple):
    """One expression of the lexicon, the words `start:end` of a text."""

    start: int
    end: int
    lemmas: tuple[str, ...]


def changes(passage: Passage, matching: Matching) -> list[Change]:
    """Return the changes of a passage in the reference's order, those without a place there last."""
    if (whole := rewritten(passage, matching)) is not None:
        return [whole]
    found = [Change(list(link.reference), list(link.version), [link]) for link in matching.links]
    removed, added = set(matching.removed), set(matching.added)
    join_loose(found, removed, added, passage, matching)
    found = _join_units(found, passage, matching)
    found = Order(passage, matching.matched, removed, added).joined(found)
    found = joined_exchanges(found, passage, matching.matched)
    found += [Change(run, []) for run in runs(sorted(removed), passage.reference)]
    found += [Change([], run) for run in runs(sorted(added), passage.version)]
    return found


# ── fixed expressions ────────────────────────────────────────────────────────────────────────────────────────────────


def units(words: Words, changed: Iterable[int]) -> Iterator[FixedExpression]:
    """Expressions of the lexicon, two to four words from a content word on, longest first, with changed words."""
    at = 0
    for index in sorted(changed):
        at = max(at, index - LONGEST_UNIT + 1)
        while at <= index:
            unit = None if words.function[at] else _unit_at(words, at)
            at = unit.end if unit else at + 1
            if unit is not None:
                yield unit


def _unit_at(words: Words, at: int) -> FixedExpression | None:
    folded = words.folded
    longest = _longest_unit(*folded[at : at + 2]) if at + 1 < len(folded) else 0
    for end in range(min(at + longest, len(folded)), at + 1, -1):
        known = _expression((*folded[at : end - 1], words.bare[end - 1]))
        if known and words.is_unbroken(at, end) and _is_fixed(words, at, end, known):
            return FixedExpression(at, end, known)
    return None


def _expression(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the base forms of an expression of the lexicon, or the expression itself if only a list has it."""
    return phrase_lemmas(words) or ((" ".join(words),) if is_fixed(words) else ())


@lru_cache(maxsize=65536)
def _longest_unit(first: str, second: str) -> int:
    """Return the maximum words of an expression that begins with two words (in lower case); 0 if there is none."""
    if has_longer_phrase(first, second):
        return LONGEST_UNIT
    return max(longest_fixed(first, second), 2 if phrase_lemmas((first, bare(second))) else 0)


def _is_fixed(words: Words, start: int, end: int, known: tuple[str, ...]) -> bool:
    """Whether an expression has no function words, or is a noun or verb whose last word has no object of its own."""
    return not any(words.function[start:end]) or (_holds(known) and not _governs(words, end - 1))


def _governs(words: Words, index: int) -> bool:
    """Whether a word is a preposition with its object after it, so that it does not belong to the verb before."""
    following = words.folded[index + 1] if index + 1 < len(words) else ""
    if "prepositions" not in closed_classes(words.folded[index]) or is_listed(words.folded[index], "verb_particles"):
        return False
    return bool(following) and (not is_function(following) or bool(closed_classes(following) & _NOMINAL))


def _holds(known: tuple[str, ...]) -> bool:
    """Whether an expression with function words is a noun or a verb, more than an adverb such as "close to"."""
    parts = parts_of_speech(known)
    return not parts or not parts <= {"r", "a"}


def _join_units(found: list[Change], passage: Passage, matching: Matching) -> list[Change]:
    """Join changes inside a fixed expression of the reference to one that spans it, if the version's wording isn't such
    an expression or means the same."""
    owner = {index: change for change in found for index in change.reference}
    known = list(units(passage.reference, owner))
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
    rest = [change for change in found if id(change) not in gone]
    return [*_join_pairs(rest, passage), *joined]


def _join_pairs(found: list[Change], passage: Passage) -> list[Change]:
    """Join a noun and what classifies it that were each exchanged for a word of the thesaurus, if nobody writes the
    new pair: "bus stop", "coach halt"."""
    first_at = {(change.reference[0], change.version[0]): change for change in found if _is_single(change)}
    gone: set[int] = set()
    joined: list[Change] = []
    for (i, j), one in sorted(first_at.items()):
        other = first_at.get((i + 1, j + 1))
        if other is None or id(one) in gone or not _are_odd(passage, i, j):
            continue
        links = [*one.links, *other.links]
        if not any(link.relation in _OTHER_THING for link in links):
            gone |= {id(one), id(other)}
            joined.append(Change([i, i + 1], [j, j + 1], links, " ".join(passage.reference.bare[i : i + 2])))
    return [change for change in (*found, *joined) if id(change) not in gone]


def _is_single(change: Change) -> bool:
    return len(change.reference) == len(change.version) == 1 and not change.unit and _breaks(change)


def _are_odd(passage: Passage, i: int, j: int) -> bool:
    """Whether two words are one term, and those in their place are its parts exchanged, which nobody writes."""
    reference, version = passage.reference, passage.version
    first, second = reference.bare[i : i + 2]
    if not (reference.is_unbroken(i, i + 2) and version.is_unbroken(j, j + 2)):
        return False
    if not (classifies(first) and heads(second)) or is_written(version.bare[j : j + 2]):
        return False
    return are_exchanged(zip((first, second), version.bare[j : j + 2], strict=True))


def _rendering(
    unit: FixedExpression, inside: Sequence[Change], owner_v: Mapping[int, Change], matching: Matching
) -> list[int]:
    """Return the version's words for an expression; none if they are apart, shared, or incomplete."""
    covered = {i for change in inside for i in change.reference}
    if any(i not in covered and i not in matching.matched for i in range(unit.start, unit.end)):
        return []
    kept = {matching.matched[i] for i in range(unit.start, unit.end) if i in matching.matched}
    version = sorted(kept.union(*(change.version for change in inside)))
    if not version or version != list(range(version[0], version[-1] + 1)):
        return []
    shared = any(all(owner_v[j] is not change for change in inside) for j in version if j in owner_v)
    return [] if shared else version


def _whole(unit: FixedExpression, inside: Sequence[Change], version: list[int], passage: Passage) -> Change | None:
    """Return the change of a whole expression, unless the version says something else, or the same in related words."""
    links = [link for change in inside for link in change.links]
    if len(version) > unit.end - unit.start + _MOST_MORE or not _are_exchanged(links, passage):
        return None
    if is_written([passage.version.folded[j] for j in version]):
        return None
    if any(link.relation in _OTHER_THING for link in links):
        return None
    known = relation(unit.lemmas, phrase_lemmas(tuple(passage.version.bare[j] for j in version)))
    if known is not None and all(link.relation not in _UNRELATED for link in links):
        return None
    return Change(list(range(unit.start, unit.end)), version, links, unit.lemmas[0], known.name if known else None)


def _are_exchanged(links: Iterable[WordLink], passage: Passage) -> bool:
    """Whether a word was exchanged for one that a thesaurus lists; any other makes it another thing: "social network"
    for "neural network"."""
    reference, version = passage.reference.bare, passage.version.bare
    return any(
        may_be_exchanged(" ".join([reference[i] for i in link.reference]), " ".join([version[j] for j in link.version]))
        or may_be_exchanged(reference[link.reference[-1]], version[link.version[-1]])
        for link in links
        if link.relation != "equal"
    )


def _leaves(change: Change, unit: FixedExpression) -> bool:
    return any(not unit.start <= i < unit.end for i in change.reference)


def _breaks(change: Change) -> bool:
    """Whether a change may break an expression: one of spelling, of form or of a word's place does not."""
    harmless: tuple[WordRelation, ...] = (
        "equal",
        "contraction",
        "spelling",
        "inflection",
        "equal value",
        "other value",
    )
    return any(link.relation not in harmless for link in change.links)


def _distinct(items: Iterable[Change]) -> list[Change]:
    found: list[Change] = []
    for item in items:
        if not any(item is known for known in found):
            found.append(item)
    return found

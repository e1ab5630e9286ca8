"""Tests of negations, opposites, modals, hedges and function words."""

from __future__ import annotations

from wirediff_terms.changes.change import OPPOSED
from wirediff_terms.judge import grounds
from wirediff_terms.judge.features import Features
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.languages import are_opposed, is_hearsay, strength
from wirediff_terms.lexicon.similarity import are_equivalent
from wirediff_terms.lexicon.words import (
    ENGLISH,
    closed_classes,
    expanded,
    is_closed,
    is_function,
    is_hedge,
    is_listed,
    is_partitive,
    modality,
)
from wirediff_terms.values.quantity import ESTIMATES

_FEW = 3
"""Maximum content words replaced along with a negation that rarely say the same without it; chosen by hand."""

_KEEPING = OPPOSED | grounds.SYNONYMS.keys() | {"inflection", "contraction", "spelling", "equivalent"}
"""Relations that show by themselves what became of a word that denies."""

# ── words added or removed ───────────────────────────────────────────────────────────────────────────────────────────


def lone_negation(f: Features) -> Judgement | None:
    """Judge an added or removed negation; one within an added clause denies nothing that the other side says."""
    if f.is_clause or not any(f.negates):
        return None
    if f.is_evened:
        return grounds.NEGATION_ELSEWHERE
    return grounds.NEGATION_ADDED if f.v else grounds.NEGATION_REMOVED


def lone_hedge(f: Features) -> Judgement | None:
    """Judge words that make a statement less certain, an office a former one, or a number an estimate."""
    estimates = bool(f.bounds) and ESTIMATES.issuperset(f.bounds)
    hedged = all(is_hedge(word, f.language) or is_hearsay(word, f.language) for word in f.words)
    if not estimates and not hedged and not is_partitive(f.words):
        return None
    if f.is_balanced:
        return grounds.MOVED_HEDGE
    return grounds.HEDGE_ADDED if f.v else grounds.HEDGE_REMOVED


def lone_modal(f: Features) -> Judgement | None:
    """Judge a modal that turns a fact into a possibility or a duty."""
    if not any(is_listed(word.casefold(), "telling_modals") for word in f.words) or not all(map(is_function, f.words)):
        return None
    if f.is_balanced:
        return grounds.MODAL_ADDED_ELSEWHERE if f.v else grounds.MODAL_REMOVED_ELSEWHERE
    return grounds.MODAL_ADDED if f.v else grounds.MODAL_REMOVED


def lone_function(f: Features) -> Judgement | None:
    """Judge added or removed function words."""
    if not all(is_closed(word, f.language) for word in f.words) or (f.language in ENGLISH and modality(f.words)):
        return None
    return grounds.FUNCTION_ADDED if f.v else grounds.FUNCTION_REMOVED


# ── words replaced ───────────────────────────────────────────────────────────────────────────────────────────────────


def negation(f: Features) -> Judgement | None:
    """Judge wording that negates for wording that does not."""
    if f.negates[0] == f.negates[1] or are_equivalent(f.r, f.v):
        return None
    if f.is_evened and OPPOSED.isdisjoint(f.relations):
        return grounds.NEGATION_ELSEWHERE
    content = sum(not is_closed(word, f.language) for word in (*expanded(f.r), *expanded(f.v)))
    if not content:
        return grounds.NEGATION
    return grounds.NEGATION_AMONG_FEW if content <= _FEW else grounds.NEGATION_AMONG_MANY


def negated_antonym(f: Features) -> Judgement | None:
    """Judge a negated opposite: "cheaper" and "less costly"."""
    return grounds.NEGATED_ANTONYM if f.is_negated else None


def modal(f: Features) -> Judgement | None:
    """Judge a modal that was added to a verb, removed from it, or replaced."""
    reference, version = modality(f.r), modality(f.v)
    if (reference is None) != (version is None) and "inflection" in f.relations:
        word, _ = reference or version or ("", 0)
        if is_listed(word, "telling_modals"):
            return grounds.MODAL_ADDED if version else grounds.MODAL_REMOVED
    if reference is None or version is None or reference[0] == version[0] or OPPOSED & f.relations:
        return None
    if are_equivalent(f.r, f.v):
        return None
    if f.is_backshifted:
        return grounds.BACKSHIFT
    if reference[1] == version[1]:
        return None
    return grounds.STRENGTH._replace(detail=f"strength {reference[1]} to {version[1]}")


def reported(f: Features) -> Judgement | None:
    """Judge a form that says that others say so, which became a statement, or the reverse: "aurait vendu → a vendu"."""
    reference, version = (any(is_hearsay(word, f.language) for word in side) for side in (f.r, f.v))
    return grounds.HEARSAY if reference != version else None


def foreign_modal(f: Features) -> Judgement | None:
    """Judge a modal that became another, by a table."""
    reference, version = strength(f.r, f.language), strength(f.v, f.language)
    if reference is None or version is None or reference == version:
        return None
    return grounds.STRENGTH._replace(detail=f"strength {reference} to {version}")


def opposite(f: Features) -> Judgement | None:
    """Judge words that became their opposite; "unknown" may have become "not known"."""
    if f.is_evened and "prefix" in f.relations:
        return grounds.NEGATED_ANTONYM
    return next((found for name, found in grounds.OPPOSITES.items() if name in f.relations), None)


def denial(f: Features) -> Judgement | None:
    """Judge words that imply that something isn't so for words that don't: "unknown", "well documented"."""
    if f.denies[0] == f.denies[1] or f.is_evened or are_equivalent(f.r, f.v) or f.whole is not None:
        return None
    return grounds.DENIAL if _KEEPING.isdisjoint(f.relations) else None


def listed_opposite(f: Features) -> Judgement | None:
    """Judge a preposition, adverb or quantifier that became its opposite, by a table."""
    return grounds.OPPOSITES["opposite"] if are_opposed(" ".join(f.r), " ".join(f.v), f.language) else None


def function_words(f: Features) -> Judgement | None:
    """Judge function words for function words, surer if they are of one part of speech."""
    if OPPOSED & f.relations or not all(is_function(word) for word in (*f.r, *f.v)):
        return None
    reference, version = (frozenset().union(*map(closed_classes, map(str.casefold, side))) for side in (f.r, f.v))
    shared = reference & version
    if "equivalent" in f.relations or (shared and f.is_kept):
        return grounds.FUNCTION_SAME
    if not shared:
        return grounds.FUNCTION_UNLIKE
    single = len(f.r) == len(f.v) == 1 and shared != {"determiners"}
    return grounds.FUNCTION_ALIKE if single else grounds.FUNCTION_PHRASE


def closed_words(f: Features) -> Judgement | None:
    """Judge function words for function words, by a table that does not say their part of speech."""
    return grounds.FUNCTION_LISTED if all(is_closed(word, f.language) for word in (*f.r, *f.v)) else None

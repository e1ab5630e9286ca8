"""Tests of other wording: synonyms, broken expressions, and what nothing links."""

from __future__ import annotations

from wirediff_terms.judge import grounds
from wirediff_terms.judge.features import Features
from wirediff_terms.judge.grounds import REWORDED, SYNONYMS, Judgement
from wirediff_terms.lexicon.expressions import is_written
from wirediff_terms.lexicon.languages import installed_relation
from wirediff_terms.lexicon.relations import JudgedRelation
from wirediff_terms.lexicon.similarity import are_equivalent, word_relation
from wirediff_terms.lexicon.wordnet import Relatedness, are_listed, lemmas, parts_of_speech, phrase_lemmas, relation
from wirediff_terms.lexicon.words import bare, is_function, without_determiners

_COMMON_SENSE = 0.8
"""Minimum strength of synonyms in senses that are frequent for both words; the lexicon gives these 0.85."""


def added_or_removed(f: Features) -> Judgement:
    """Judge any words of one side only."""
    if f.label == "plain":
        return grounds.LABEL_ADDED if f.v else grounds.LABEL_REMOVED
    return grounds.ADDED if f.v else grounds.REMOVED


def rewritten(f: Features) -> Judgement | None:
    """Judge a sentence that was written anew."""
    return grounds.REWRITTEN if f.is_rewritten else None


def same_expression(f: Features) -> Judgement | None:
    """Judge expressions of several words with one meaning, whatever each word means: "World War II", "the Second World
    War"."""
    reference, version = without_determiners(f.r), without_determiners(f.v)
    if not reference or not version or len(reference) + len(version) == 2:
        return None
    known = _as_a_whole(reference, version)
    return grounds.SAME_EXPRESSION if known is not None and known.name == "synonym" else None


def _as_a_whole(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    """Return the lexicon's relation of two expressions."""
    return relation(phrase_lemmas(tuple(map(bare, reference))), phrase_lemmas(tuple(map(bare, version))))


def equivalent(f: Features) -> Judgement | None:
    """Judge equivalent connectives, prepositions and quantifiers, and forms of one name."""
    plain = without_determiners(f.r), without_determiners(f.v)
    if f.relations != {"equivalent"} and not are_equivalent(f.r, f.v) and not are_equivalent(*plain):
        return None
    return grounds.EQUIVALENT


def broken(f: Features) -> Judgement | None:
    """Judge a fixed expression that lost its form, with more confidence if the words replaced in it are related."""
    known: object
    hyphened = f.r[0].casefold().split("-") if len(f.r) == 1 else []
    if len(hyphened) > 1 and phrase_lemmas(tuple(hyphened)) and "-" in f.v[0]:
        known, expression = phrase_lemmas(tuple(f.v[0].casefold().split("-"))), " ".join(hyphened)
    elif not f.unit or f.whole:
        return None
    else:
        known, expression = is_written(f.v), f.unit
    if known:
        return None
    found = _main_relation(f)
    ground = grounds.BROKEN if found == "none" else grounds.BROKEN_RELATED
    return ground._replace(relation=found, expression=expression)


def _main_relation(f: Features) -> JudgedRelation:
    """Return the relation of the replaced words that says most, except that they share a place."""
    known = [name for name in SYNONYMS if name in f.relations]
    return next(iter(known), min(f.relations - {"place", "equal"}, default="none"))


def related(f: Features) -> Judgement | None:
    """Judge words that the lexicon links as synonyms, broader, narrower or related terms."""
    if _is_other_part_of_speech(f) or _is_narrowed(f):
        return None
    name = next((name for name in SYNONYMS if name in f.relations or name == f.whole), None)
    if name is None:
        return None
    is_rare = name == "synonym" and f.strength < _COMMON_SENSE and f.whole != name
    return grounds.RARE_SYNONYM if is_rare else SYNONYMS[name]


def _is_narrowed(f: Features) -> bool:
    """Whether two expressions of the lexicon say something else as wholes, though their words are linked: a "football
    player" is no "musician", though a player may be, and a "common room" no kind of "bathroom"."""
    is_wider = len(f.r) > 1 and len(f.v) == 1 and not any(map(is_function, f.r))
    if not is_wider and ("hypernym" not in f.relations or len(f.r) > 1 or len(f.v) == 1):
        return False
    reference, version = phrase_lemmas(tuple(map(bare, f.r))), phrase_lemmas(tuple(map(bare, f.v)))
    whole = relation(reference, version)
    return bool(reference and version) and (whole is None or whole.name == "sibling")


def _is_other_part_of_speech(f: Features) -> bool:
    """Whether what the words around it show to be a noun became a word that cannot head or describe one: "the first
    judge → the primary decide"."""
    known = parts_of_speech(lemmas(bare(f.v[0]))) if f.is_noun else frozenset()
    return bool(known) and known.isdisjoint(("n", "a"))


def reworded(f: Features) -> Judgement | None:
    """Judge whole phrases that the lexicon links, though their words were matched only by place."""
    if _is_other_part_of_speech(f):
        return None
    whole = _as_a_whole(f.r, f.v)
    if whole is None and len(f.r) == len(f.v) == 1:
        whole = word_relation(f.r[0], f.v[0])
    return REWORDED.get(whole.name) if whole is not None else None


def installed(f: Features) -> Judgement | None:
    """Judge words that an installed wordnet of their language links."""
    found = installed_relation(" ".join(f.r).lower(), " ".join(f.v).lower(), f.language)
    return grounds.installed(found, f.language) if found else None


def listed(f: Features) -> Judgement | None:
    """Judge words that a thesaurus lists together, in a version full of synonyms.

    Such a version has been rewritten with a thesaurus. A pair that is listed for a rare sense or a loose likeness says
    nothing by itself; there it is one more replacement of the same kind.
    """
    if not f.is_spun:
        return None
    pair = phrase_lemmas(tuple(map(bare, f.r))), phrase_lemmas(tuple(map(bare, f.v)))
    return grounds.LISTED if are_listed(*pair) else None


def replaced(f: Features) -> Judgement:
    """Judge any other words."""
    return grounds.replaced(min(f.relations - {"place"}, default="none"), f.strength)


def replaced_by_place(f: Features) -> Judgement:
    """Judge any other words, without the relations that the English lexicon gives."""
    return grounds.replaced("none", f.strength)

"""How likely two words or short expressions correspond, by their form and by the lexicon."""

from __future__ import annotations

from functools import lru_cache

from wirediff.segment import expand, spelling
from wirediff_terms.lexicon.opposites import opposition
from wirediff_terms.lexicon.spelling import are_spellings
from wirediff_terms.lexicon.wordnet import Relatedness, lemmas, phrase_lemmas, relation
from wirediff_terms.lexicon.words import bare, bound, equivalents, expanded, is_function, modality

_PREFIX = 4
"""Minimum letters that two similar words have in common at their beginning; chosen by hand on the fixtures."""


@lru_cache(maxsize=262144)
def word_relation(reference: str, version: str) -> Relatedness | None:
    """Return the strongest relation between two words (normal forms), or None."""
    a, b = reference.casefold(), version.casefold()
    if a == b:
        return Relatedness("equal", 1.0)
    if expand(reference) == expand(version):
        return Relatedness("contraction", 0.95)
    a, b = bare(reference), bare(version)
    if a == b:
        return Relatedness("inflection", 0.95)
    if spelling(a) == spelling(b) or a.replace(".", "") == b.replace(".", ""):
        return Relatedness("spelling", 0.95)
    if are_spellings(a, b):
        return Relatedness("spelling", 0.9)
    if opposed := opposition(a, b):
        return Relatedness(opposed, 0.7)
    if are_equivalent((reference,), (version,)):
        return Relatedness("equivalent", 0.7)
    if is_function(reference) or is_function(version):
        return _function_relation(reference, version)
    return relation(lemmas(a), lemmas(b)) or _hyphenated(a, b) or _similar_string(reference, version)


def _function_relation(reference: str, version: str) -> Relatedness | None:
    """Return the relation of function words: of two modals, or by irregular forms of the lexicon."""
    if modality((reference,)) and modality((version,)):
        return Relatedness("modal", 0.6)
    if {reference.casefold(), version.casefold()} == {"a", "an"}:
        return Relatedness("inflection", 0.9)
    if (opposed := relation(lemmas(reference.casefold()), lemmas(version.casefold()))) and opposed.name == "antonym":
        return opposed
    if is_function(reference) and is_function(version):
        if set(lemmas(reference.casefold())) & set(lemmas(version.casefold())) & {"be", "have", "do"}:
            return Relatedness("inflection", 0.8)
        return None
    found = relation(lemmas(reference.casefold()), lemmas(version.casefold()))
    return found if found and found.name not in ("hypernym", "hyponym") and found.strength >= 0.6 else None


def _hyphenated(reference: str, version: str) -> Relatedness | None:
    """Return the relation of two compounds that differ in one part."""
    a, b = reference.split("-"), version.split("-")
    if len(a) != len(b) or len(a) < 2:
        return None
    different = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(different) != 1:
        return None
    inner = word_relation(*different[0])
    return Relatedness(inner.name if inner else "compound", 0.8)


def _similar_string(reference: str, version: str) -> Relatedness | None:
    """Return the relation of two long words with a common beginning, or with the same letters."""
    a, b = bare(reference), bare(version)
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if sorted(a) == sorted(b) and len(a) > 3:
        return Relatedness("letters", 0.8)
    if shared >= _PREFIX and shared * 2 >= max(len(a), len(b)):
        return Relatedness("letters", 0.35 + 0.45 * shared / max(len(a), len(b)))
    return None


@lru_cache(maxsize=131072)
def phrase_relation(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    """Return the relation between expressions of several words, by the lexicon, spelling or tables, or None."""
    if [word.casefold() for word in reference] == [word.casefold() for word in version]:
        return None  # Word by word is better.
    if expanded(reference) == expanded(version):
        return Relatedness("contraction", 0.97)
    if "".join(reference).casefold().replace("-", "") == "".join(version).casefold().replace("-", ""):
        return Relatedness("spelling", 0.95)
    if are_equivalent(reference, version):
        return Relatedness("equivalent", 0.9)
    if bound(reference, "en") and bound(version, "en"):
        return Relatedness("bound", 0.6)
    return relation(
        phrase_lemmas(tuple(bare(word) for word in reference)), phrase_lemmas(tuple(bare(word) for word in version))
    )


def are_equivalent(reference: tuple[str, ...], version: tuple[str, ...]) -> bool:
    """Whether a table has both expressions in one group of connectives, prepositions, quantifiers or names."""
    known = equivalents(tuple(word.casefold() for word in reference))
    return bool(known and known & equivalents(tuple(word.casefold() for word in version)))

"""How often a text denies something, in whatever words: "never", "yet to", "unclear", "barred"."""

from __future__ import annotations

from functools import lru_cache

from wirediff_terms.lexicon.opposites import negated, valence
from wirediff_terms.lexicon.store import opposites
from wirediff_terms.lexicon.wordnet import base
from wirediff_terms.lexicon.words import is_listed, negating_words, with_plain_negations


@lru_cache(maxsize=8192)
def denials(forms: tuple[str, ...]) -> int:
    """Return how many words of `forms` (English) deny something: "not", "failed to", "unclear"."""
    return sum(map(_denies, with_plain_negations(forms)))


@lru_cache(maxsize=8192)
def negatives(forms: tuple[str, ...]) -> int:
    """Return how many words of `forms` (English) deny something or imply that it isn't so: "barred", "sparse"."""
    return sum(map(_implies_not, with_plain_negations(forms)))


@lru_cache(maxsize=8192)
def unfavourable(forms: tuple[str, ...]) -> int:
    """Return how many words of `forms` (English) deny something or blame: "annoyance" may replace "dissatisfaction"."""
    return sum(_implies_not(word) or valence((base(word),)) < 0 for word in with_plain_negations(forms))


@lru_cache(maxsize=65536)
def _denies(word: str) -> bool:
    return word in negating_words("en") or bool(negated(word))


@lru_cache(maxsize=65536)
def _implies_not(word: str) -> bool:
    if _denies(word):
        return True
    form = base(word)
    return is_listed(form, "denials") or opposites(form).is_negative

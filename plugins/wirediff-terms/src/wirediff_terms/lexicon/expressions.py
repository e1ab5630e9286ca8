"""Fixed expressions beyond WordNet's: terms of art, and pairs of words that belong together; and what nobody writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, product

from wirediff_terms.lexicon.store import continuations, entry, exchanges, synsets
from wirediff_terms.lexicon.wordnet import are_listed, is_name, lemmas, parts_of_speech, phrase_lemmas, relation
from wirediff_terms.lexicon.words import bare

LONGEST = 4
"""Maximum words of an expression in the list."""
_EXCHANGED = ("synonym", "similar", "derivation", "derived-synonym", "hypernym", "hyponym", "related")
"""Relations of a word that a rewriter puts in the place of another."""


@lru_cache(maxsize=65536)
def is_fixed(words: tuple[str, ...]) -> bool:
    """Whether the list has an expression (lower case), also in the singular or as one with hyphens."""
    lasts = (words[-1], *lemmas(words[-1]))
    firsts = (words[0], *lemmas(words[0]))
    return any(" ".join((*words[1:-1], last)) in continuations(first).fixed for first, last in product(firsts, lasts))


@lru_cache(maxsize=65536)
def longest_fixed(first: str, second: str) -> int:
    """Return the maximum words of an expression of the list that begins with two words (lower case); 0 for none."""
    found = continuations(first).fixed
    seconds = (second, *lemmas(bare(second)))
    lengths = [rest.count(" ") + 2 for rest in found if rest.split(" ", 1)[0] in seconds]
    return max(lengths, default=0)


@lru_cache(maxsize=65536)
def _is_pair_written(first: str, second: str) -> bool:
    forms = product((first, *lemmas(first)), (second, *lemmas(second)))
    return any(b in continuations(a).written for a, b in forms)


def is_written(words: Sequence[str]) -> bool:
    """Whether people write an expression: a dictionary or a list has it, or each two of its words together."""
    plain = tuple(map(bare, words))
    if len(plain) < 2:
        return bool(plain)
    return bool(phrase_lemmas(plain)) or is_fixed(plain) or all(_is_pair_written(a, b) for a, b in pairwise(plain))


@lru_cache(maxsize=65536)
def may_be_exchanged(reference: str, version: str) -> bool:
    """Whether a thesaurus lists two words (lower case), in whatever sense, so that a rewriter may exchange them."""
    forms_r, forms_v = (reference, *lemmas(reference)), (version, *lemmas(version))
    known = relation(forms_r[1:], forms_v[1:])
    if known is not None and known.name in _EXCHANGED:
        return True
    return are_listed(forms_r, forms_v) or any(max(a, b) in exchanges(min(a, b)) for a, b in product(forms_r, forms_v))


def is_noun(word: str) -> bool:
    """Whether a word (lower case) can be a noun; "associated" cannot, although "associate" can."""
    return "n" in parts_of_speech((word,) if word.endswith("ed") else lemmas(word))


@lru_cache(maxsize=65536)
def heads(word: str) -> bool:
    """Whether a word (lower case) is mainly a noun, unlike "left" and "associated"."""
    parts = _senses_by_part(word)
    return not word.endswith("ed") and parts["n"] >= parts["v"] and parts["n"] > parts["a"]


def _senses_by_part(word: str) -> Counter[str]:
    return Counter(map(synsets().part_of_speech, _senses(word)))


def _senses(word: str) -> list[int]:
    return [sense for form in lemmas(word) if (found := entry(form)) is not None for sense in found.senses]


@lru_cache(maxsize=65536)
def classifies(word: str) -> bool:
    """Whether a word (lower case) before a noun says of what kind it is, rather than what it is like.

    Such are nouns ("bus stop"), and adjectives that WordNet does not have among similar ones ("neural network", but not
    "different" or "flexible").
    """
    parts = _senses_by_part(word)
    if is_name(word):
        return False
    if parts["n"] > parts["a"]:
        return 2 * parts["n"] >= parts["v"]
    first = next((sense for sense in _senses(word) if synsets().part_of_speech(sense) == "a"), None)
    return first is not None and not synsets().similar[first]


def are_exchanged(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether each word may be exchanged for the other of its pair."""
    return all(may_be_exchanged(*pair) for pair in pairs)

"""Opposites beyond WordNet's antonyms: written out, by affixes, from a dictionary, and by how words are rated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Literal, TypeAlias

from wirediff_terms.lexicon.store import entry, opposites
from wirediff_terms.lexicon.wordnet import Relatedness, lemmas, parts_of_speech, relation
from wirediff_terms.lexicon.words import is_function, is_listed

Opposition: TypeAlias = Literal["opposite", "prefix", "contrast", "polarity"]
"""How two words are opposed: by the written list or as WordNet's antonyms, by an affix, by a dictionary of antonyms and
what follows from it, or as words of praise and blame."""

_NEGATIVE = ("un", "in", "im", "il", "ir", "non", "dis", "de", "sub", "mis", "anti")
_SURE = ("un", "non")
_PAIRED = (
    ("pre", "post"), ("over", "under"), ("in", "out"), ("en", "de"), ("up", "down"), ("hyper", "hypo"),
    ("macro", "micro"), ("pro", "anti"), ("re", "dis"), ("multi", "single"), ("well", "ill"), ("maxi", "mini"),
    ("intra", "inter"), ("mono", "poly"), ("re", "un"), ("inner", "outer"), ("left", "right"), ("high", "low"),
    ("short", "long"), ("full", "part"), ("on", "off"),
)  # fmt: skip
_LEAST_STEM = 3
"""Minimum letters after a prefix; "under" is no opposite of "der". Chosen by hand."""
_NOMINAL = ("ity", "ness", "ence", "ance", "ency", "ancy", "tion", "ice", "ability")
"""Endings of nouns that have a negative with "in-": "sincerity"."""
_CAUSATIVE = ("ize", "ise", "ate", "ify", "code", "crypt", "frost", "grade")
"""Endings of verbs that have a reversal with "de-": "activate"."""
_CLEAR, _LOUD = 15, 18
"""Minimum valence, in tenths, of adjectives of praise and blame, and of nouns and verbs, of which VADER rates some for
their occasion ("fight"). Chosen by hand on a reading of a hundred pairs."""

_HIGH = 25
"""Minimum valence of the word of praise where WordNet or a thesaurus links both: "great", "terrible" are, but so are
"strong", "violent". Chosen by hand on the rejected substitutes of SWORDS' development part."""


@cache
def groups() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the written list: each row has the words of one side and those of the other."""
    lines = files("wirediff_terms").joinpath("data", "opposites.txt").read_text("utf-8").splitlines()
    rows = (line.split("|") for line in lines if "|" in line)
    return tuple((frozenset(one.split()), frozenset(other.split())) for one, other in rows)


@cache
def _sides() -> Mapping[str, frozenset[int]]:
    """Return the sides that have each word: of row n the first is n + 1, the second -n - 1."""
    found: dict[str, set[int]] = {}
    for number, (one, other) in enumerate(groups(), 1):
        for words, side in ((one, number), (other, -number)):
            for word in words:
                found.setdefault(word, set()).add(side)
    return {word: frozenset(sides) for word, sides in found.items()}


@lru_cache(maxsize=65536)
def opposition(reference: str, version: str) -> Opposition | None:
    """Return how two words (lower case) are opposed, or None."""
    forms_r, forms_v = (reference, *lemmas(reference)), (version, *lemmas(version))
    if _by_affix(forms_r, forms_v):
        return "prefix"
    known = relation(lemmas(reference), lemmas(version))
    if known is not None and (known.name == "inflection" or _is_close(known)):
        return None
    if are_listed_opposites(forms_r, forms_v):
        return "opposite"
    if is_function(reference) or is_function(version):
        return None
    name = known.name if known is not None else "sibling"
    if name not in ("hypernym", "hyponym") and _are_rated_apart(forms_r, forms_v, is_linked=name != "sibling"):
        return "polarity"
    return "contrast" if name in ("sibling", "antonym") and _are_contrasted(forms_r, forms_v) else None


def are_listed_opposites(reference: Iterable[str], version: Iterable[str]) -> bool:
    """Whether the written list has a word of one group on one side and a word of the other on the other."""
    sides = _sides()
    known = {side for word in reference for side in sides.get(word, ())}
    return bool(known) and any(-side in known for word in version for side in sides.get(word, ()))


def _is_close(known: Relatedness) -> bool:
    """Whether WordNet has two words as synonyms in frequent senses."""
    return known.name == "synonym" and known.strength > 0.6


def _by_affix(reference: Iterable[str], version: Iterable[str]) -> bool:
    return any(_negates(a, b) or _negates(b, a) or _are_paired(a, b) for a, b in product(reference, version))


@lru_cache(maxsize=65536)
def _negates(word: str, stem: str) -> bool:
    """Whether a word is a stem and a negative prefix, or has "-less" where the other has "-ful"."""
    if word.endswith("less") and stem.endswith("ful"):
        return word[:-4] == stem[:-3]
    for prefix in _NEGATIVE:
        if word.startswith(prefix) and word[len(prefix) :].removeprefix("-") == stem.removeprefix("-"):
            return len(stem) >= _LEAST_STEM and _fits(prefix, word, stem) and not is_listed(word, "seeming_negatives")
    return False


@lru_cache(maxsize=65536)
def negated(word: str) -> str:
    """Return what a word (lower case) negates by its prefix: "clear" of "unclear"; "" if it doesn't.

    "un-" and "non-" always do; other words count if WordNet has them as opposites.
    """
    for prefix in _NEGATIVE:
        stem = word[len(prefix) :].removeprefix("-")
        if word.startswith(prefix) and _negates(word, stem) and (prefix in _SURE or _are_antonyms(word, stem)):
            return stem
    return ""


def _are_antonyms(word: str, other: str) -> bool:
    known = relation(lemmas(word), lemmas(other))
    return known is not None and known.name == "antonym"


def _fits(prefix: str, word: str, stem: str) -> bool:
    """Whether a prefix negates such a stem: "in-" adjectives and their nouns, "de-" verbs of a state."""
    parts = parts_of_speech(lemmas(stem))
    if prefix in ("non", "un", "anti") or f"{prefix}-" in word:
        return bool(parts) or "-" in word
    if prefix == "de":
        return "v" in parts and stem.endswith(_CAUSATIVE)
    if prefix in ("dis", "mis"):
        return bool(parts) and bool(lemmas(word))
    if prefix != "sub" and stem.endswith(_NOMINAL):
        return bool(parts)
    return not parts.isdisjoint("ar") and (not lemmas(word) or not parts_of_speech(lemmas(word)).isdisjoint("ar"))


def _are_paired(word: str, other: str) -> bool:
    """Whether two words have opposed prefixes before the same stem: "pre-war", "post-war"."""
    for pair in _PAIRED:
        for one, two in (pair, pair[::-1]):
            if word.startswith(one) and other.startswith(two):
                stem = word[len(one) :].removeprefix("-")
                if len(stem) >= _LEAST_STEM and stem == other[len(two) :].removeprefix("-"):
                    return not is_listed(word, "seeming_negatives") and ("-" in word or bool(lemmas(stem)))
    return False


def _are_contrasted(reference: Iterable[str], version: Iterable[str]) -> bool:
    """Whether a dictionary of antonyms, or what follows from it, has two words as opposites."""
    return any(max(a, b) in opposites(min(a, b)).words for a, b in product(reference, version))


def _are_rated_apart(reference: tuple[str, ...], version: tuple[str, ...], *, is_linked: bool) -> bool:
    """Whether one word praises and the other blames: "wonderful", "terrible"."""
    rated_r, rated_v = valence(reference), valence(version)
    if rated_r * rated_v >= 0 or (is_linked and max(rated_r, rated_v) < _HIGH):
        return False
    parts = parts_of_speech(lemmas(reference[0])) & parts_of_speech(lemmas(version[0]))
    return bool(parts) and min(abs(rated_r), abs(rated_v)) >= (_CLEAR if "a" in parts else _LOUD)


def valence(forms: Iterable[str]) -> int:
    """Return how the first rated word praises (above 0) or blames (below), in tenths; 0 if none is rated."""
    return next((rated for form in forms if entry(form) is not None and (rated := opposites(form).valence)), 0)

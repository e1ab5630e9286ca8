"""Closed word classes, contractions and spelling variants."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Any

from wirediff import packaged
from wirediff.newsroom import words as listed
from wirediff.segment import expand

CLOSED_CLASSES = ("determiners", "pronouns", "prepositions", "conjunctions", "auxiliaries", "particles")
"""Lists of the data file, the function words of English by their part of speech; a word may be in several."""


def table(name: str) -> Mapping[str, Any]:
    """Return the table `data/NAME.toml` of this plugin."""
    return packaged.table("wirediff_terms", name)


@cache
def _entries(name: str) -> tuple[str, ...]:
    """The entries of a list of `data/words.toml` in their order."""
    return tuple(packaged.entries(table("words")[name]))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_entries(name))


@lru_cache(maxsize=65536)
def bare(form: str) -> str:
    """`form` in lower case without the ending of a possessive."""
    folded = form.casefold()
    if folded.endswith("'s"):
        return folded[:-2]
    return folded[:-1] if folded.endswith("s'") else folded


@lru_cache(maxsize=8192)
def expanded(forms: tuple[str, ...]) -> tuple[str, ...]:
    """All words of `forms`, contractions undone."""
    return tuple(word for form in forms for word in expand(form))


@lru_cache(maxsize=1)
def _closed_classes() -> Mapping[str, frozenset[str]]:
    """The closed classes of each function word."""
    found: dict[str, frozenset[str]] = {}
    for name in CLOSED_CLASSES:
        for word in _listed(name):
            found[word] = found.get(word, frozenset()) | {name}
    return found


def closed_classes(word: str) -> frozenset[str]:
    """The closed classes that `word` (lower case) belongs to; none for a word of content."""
    return _closed_classes().get(word, frozenset())


def is_verb_particle(word: str) -> bool:
    """Whether `word` (lower case) belongs to the verb before it whatever follows."""
    return word in _listed("verb_particles")


def leads_noun(word: str) -> bool:
    """Whether `word` (lower case) may stand before a noun as its determiner."""
    return "determiners" in closed_classes(word)


def is_auxiliary(word: str) -> bool:
    """Whether `word` (lower case) is a form of "be", "have" or "do", or a modal."""
    return "auxiliaries" in closed_classes(word)


def joins_clauses(word: str) -> bool:
    """Whether `word` (lower case) is a conjunction and nothing else, that belongs to no phrase beside it."""
    return word in _listed("joining")


def is_determiner(word: str) -> bool:
    """Whether `word` (lower case) does nothing but lead a noun."""
    return closed_classes(word) == {"determiners"}


@lru_cache(maxsize=65536)
def is_function(form: str) -> bool:
    """Whether `form`, or every word it contracts, belongs to a closed class."""
    return all(word in _closed_classes() for word in expand(form))


@lru_cache(maxsize=8)
def closed_words(language: str) -> frozenset[str] | None:
    """All words of the closed classes of another language than English; None where no list of them is known."""
    known = table("languages").get(language)
    return negating_words(language).union(packaged.entries(known["function"])) if known else None


@lru_cache(maxsize=1)
def _equivalents() -> Mapping[tuple[str, ...], frozenset[int]]:
    """The numbers of the groups that a connective or its like, or a form of a name, belongs to."""
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for number, group in enumerate((*_entries("equivalents"), *_entries("names"))):
        for expression in group.split(", "):
            words = tuple(expression.split())
            found[words] = found.get(words, frozenset()) | {number}
    return found


def equivalents(words: tuple[str, ...]) -> frozenset[int]:
    """The groups of like meaning that a connective, preposition, quantifier or name (in lower case) belongs to."""
    return _equivalents().get(words, frozenset())


@lru_cache(maxsize=1)
def _starts_of_equivalents() -> frozenset[tuple[str, str]]:
    return frozenset(words[:2] for words in _equivalents() if len(words) > 2)  # type: ignore[misc]


def begins_equivalent(first: str, second: str) -> bool:
    """Whether a connective or its like of three words or more begins with these (in lower case)."""
    return (first, second) in _starts_of_equivalents()


@lru_cache(maxsize=1)
def _opposites() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in _entries("opposites"))


def are_opposites(reference: Iterable[str], version: Iterable[str]) -> bool:
    """Whether the own list of opposites has a pair out of two groups of base forms."""
    return any(frozenset(pair) in _opposites() for pair in product(reference, version))


def is_hedge(form: str) -> bool:
    """Whether `form` makes a statement less certain."""
    return form.casefold() in _listed("hedges")


def negations(forms: Iterable[str]) -> int:
    """How many words of `forms` negate, verbs that deny another verb among them."""
    words = expanded(tuple(forms))
    if _signs_of_negation().isdisjoint(words):
        return 0
    text = f" {' '.join(words)} "
    for idiom in _entries("not_negating"):
        text = text.replace(f" {idiom} ", " ")
    for verb in _entries("implicatives"):
        text = text.replace(f" {verb} ", " not ")
    return sum(map(negating_words("en").__contains__, text.split()))


def negating_words(language: str) -> frozenset[str]:
    """Return the words that negate in a language without region; verbs such as "fail to" are not among them."""
    return listed("words.negations", language)


def diminishers(forms: Iterable[str]) -> int:
    """How many words of `forms` turn a quality or its degree around: "less costly"."""
    return sum(form.casefold() in _listed("diminishers") for form in forms)


@lru_cache(maxsize=8192)
def bound(forms: tuple[str, ...], language: str) -> str:
    """Where a number may lie by an expression that makes of it a bound or an estimate; empty for any other."""
    known: Mapping[str, str] = table("languages").get(language, table("words"))["bounds"]
    text = " ".join(forms).casefold()
    return next((side for side, listed in known.items() if text in listed.split("|")), "")


def course(forms: tuple[str, ...]) -> str:
    """Whether a number is a difference or what came of it, by its preposition; empty for any other words."""
    found: str = table("words")["courses"].get(" ".join(forms).casefold(), "")
    return found


def is_symmetric(verb: str) -> bool:
    """Whether two do to each other what a verb (its base form) says."""
    return verb in _listed("symmetric")


def is_title(form: str) -> bool:
    """Whether a word is a title in short: "Mr", "Sen."."""
    return form.casefold().removesuffix(".") in _listed("titles")


def is_partitive(forms: Iterable[str]) -> bool:
    """Whether an expression makes of the only one, or the whole, one of several: "one of" the largest."""
    return " ".join(forms).casefold() in _listed("partitives")


@lru_cache(maxsize=1)
def _signs_of_negation() -> frozenset[str]:
    """Words without which nothing negates."""
    return negating_words("en") | {verb.partition(" ")[0] for verb in _entries("implicatives")}


def is_telling_modal(word: str) -> bool:
    """Whether `word` (lower case) makes of a fact a possibility or a duty."""
    return word in _listed("telling_modals")


def is_backshift(reference: tuple[str, ...], version: tuple[str, ...]) -> bool:
    """Whether one modal became its own other tense, as it does in reported speech: "will", "would"."""
    if len(reference) != 1 or len(version) != 1:
        return False
    return f"{reference[0]} {version[0]}".casefold() in _listed("backshifts")


def is_reporting(lemma: str) -> bool:
    """Whether a verb may have a report of what was said or thought behind it."""
    return lemma in _listed("reporting")


@lru_cache(maxsize=8192)
def quantifier(forms: tuple[str, ...]) -> int | None:
    """How much the one quantifier among `forms` means, 0 to 5; None where there is none, or several."""
    degrees = [degree for form in forms if (degree := table("words")["quantifiers"].get(form.casefold())) is not None]
    return degrees[0] if len(degrees) == 1 else None


@lru_cache(maxsize=8192)
def modality(forms: tuple[str, ...]) -> tuple[str, int] | None:
    """The first modal expression in `forms` and its strength, 0 to 4."""
    words = expanded(forms)
    strengths: Mapping[str, int] = table("words")["modality"]
    for n, word in enumerate(words):
        two = " ".join(words[n : n + 2])
        for candidate in (two, word):
            if candidate in strengths:
                return candidate, strengths[candidate]
    return None


def differs_in_script(reference: str, version: str) -> bool:
    """Whether some letters, not all, stand in one text in another script than in the other, and the rest is equal."""
    if len(reference) != len(version) or (reference.isascii() and version.isascii()):
        return False
    changed = [(a, b) for a, b in zip(reference, version, strict=True) if a != b]
    return 0 < len(changed) < len(reference) and all(_script(a) != _script(b) for a, b in changed)


def _script(letter: str) -> str:
    """The first word of a letter's name: LATIN, CYRILLIC, GREEK; nothing for what is no letter."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""

"""Closed word classes, contractions and spelling variants."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from typing import Literal, TypeAlias

from wirediff import packaged
from wirediff.newsroom import words as listed
from wirediff.segment import expand

ENGLISH = ("en", "und")
"""Languages that are read as English."""
ListName: TypeAlias = Literal[
    "verb_particles",
    "joining",
    "symmetric",
    "relatives",
    "answers",
    "telling_modals",
    "reporting",
    "seeming_negatives",
    "denials",
]
"""Lists of `data/words.toml` of which a word is, or isn't; a comment there says what each holds."""
CLOSED_CLASSES = ("determiners", "pronouns", "prepositions", "conjunctions", "auxiliaries", "particles")
"""Lists of `data/words.toml`: the function words of English by part of speech; a word may be in several."""


table = partial(packaged.table, "wirediff_terms")
"""Return the plugin's own table of that name."""


@cache
def _entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list of `data/words.toml` in their order."""
    return tuple(packaged.entries(table("words")[name]))


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_entries(name))


def is_listed(word: str, name: ListName) -> bool:
    """Whether a list has `word` (lower case, of a verb its base form)."""
    return word in _listed(name)


@lru_cache(maxsize=65536)
def bare(form: str) -> str:
    """Return `form` in lower case without the ending of a possessive."""
    folded = form.casefold()
    if folded.endswith("'s"):
        return folded[:-2]
    return folded[:-1] if folded.endswith("s'") else folded


@lru_cache(maxsize=8192)
def expanded(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return all words of `forms`, with contractions expanded."""
    return tuple(word for form in forms for word in expand(form))


@lru_cache(maxsize=1)
def _closed_classes() -> Mapping[str, frozenset[str]]:
    """Return the closed classes of each function word."""
    found: dict[str, frozenset[str]] = {}
    for name in CLOSED_CLASSES:
        for word in _listed(name):
            found[word] = found.get(word, frozenset()) | {name}
    return found


def closed_classes(word: str) -> frozenset[str]:
    """Return the closed classes of `word` (lower case); none for a content word."""
    return _closed_classes().get(word, frozenset())


def leads_noun(word: str) -> bool:
    """Whether `word` (lower case) may be the determiner of a noun."""
    return "determiners" in closed_classes(word)


def is_auxiliary(word: str) -> bool:
    """Whether `word` (lower case) is a form of "be", "have" or "do", or a modal."""
    return "auxiliaries" in closed_classes(word)


def is_determiner(word: str) -> bool:
    """Whether `word` (lower case) is only a determiner."""
    return closed_classes(word) == {"determiners"}


def without_determiners(forms: Iterable[str]) -> tuple[str, ...]:
    """Return the words without articles and other determiners."""
    return tuple([form for form in forms if not is_determiner(form.casefold())])


@lru_cache(maxsize=65536)
def is_function(form: str) -> bool:
    """Whether `form`, or every word it contracts, belongs to a closed class."""
    return all(word in _closed_classes() for word in expand(form))


@lru_cache(maxsize=8)
def closed_words(language: str) -> frozenset[str] | None:
    """Return all function words of a language other than English, or None if there is no list of them."""
    known = table("languages").get(language)
    return negating_words(language).union(packaged.entries(known["function"])) if known else None


@lru_cache(maxsize=1)
def _equivalents() -> Mapping[tuple[str, ...], frozenset[int]]:
    """Return the numbers of the groups of each connective, preposition, quantifier and form of a name."""
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for number, group in enumerate((*_entries("equivalents"), *_entries("names"))):
        for expression in group.split(", "):
            words = tuple(expression.split())
            found[words] = found.get(words, frozenset()) | {number}
    return found


def equivalents(words: tuple[str, ...]) -> frozenset[int]:
    """Return the groups of one meaning that a connective, preposition, quantifier or name (lower case) is in."""
    return _equivalents().get(words, frozenset())


@lru_cache(maxsize=1)
def _starts_of_equivalents() -> frozenset[tuple[str, str]]:
    return frozenset(words[:2] for words in _equivalents() if len(words) > 2)  # type: ignore[misc]


def begins_equivalent(first: str, second: str) -> bool:
    """Whether an expression in these groups of three words or more begins with two words (in lower case)."""
    return (first, second) in _starts_of_equivalents()


def is_closed(form: str, language: str) -> bool:
    """Whether `form` is a function word of a language."""
    return is_function(form) if language in ENGLISH else form.lower() in (closed_words(language) or ())


def is_hedge(form: str, language: str = "en") -> bool:
    """Whether `form` makes a statement less certain."""
    return form.lower() in _hedges(language)


@lru_cache(maxsize=8)
def _hedges(language: str) -> frozenset[str]:
    if language in ENGLISH:
        return _listed("hedges")
    return frozenset(packaged.entries(table("languages").get(language, {}).get("hedges", "")))


def negations(forms: Iterable[str], language: str = "en") -> int:
    """Return how many words of `forms` negate; in English including verbs such as "fail to"."""
    if language not in ENGLISH:
        return sum(form.lower() in negating_words(language) for form in forms)
    return sum(map(negating_words("en").__contains__, with_plain_negations(tuple(forms))))


def with_plain_negations(forms: tuple[str, ...]) -> Sequence[str]:
    """Return the words of `forms` in lower case, "not" for every expression that denies: "yet to", "failed to"."""
    words = expanded(forms)
    if _signs_of_negation().isdisjoint(words):
        return words
    text = f" {' '.join(words)} "
    for idiom in _entries("not_negating"):
        text = text.replace(f" {idiom} ", " ")
    for verb in _entries("implicatives"):
        text = text.replace(f" {verb} ", " not ")
    return text.split()


def negating_words(language: str) -> frozenset[str]:
    """Return the words that negate in a language without region; verbs such as "fail to" are not among them."""
    return listed("words.negations", language)


def diminishers(forms: Iterable[str]) -> int:
    """Return how many words of `forms` reverse a quality: "less costly"."""
    return sum(form.casefold() in _listed("diminishers") for form in forms)


@lru_cache(maxsize=8192)
def bound(forms: tuple[str, ...], language: str) -> str:
    """Return the side on which a number may be after an expression that makes it a bound or an estimate, or ""."""
    known: Mapping[str, str] = table("languages").get(language, table("words"))["bounds"]
    text = " ".join(forms).casefold()
    return next((side for side, listed in known.items() if text in listed.split("|")), "")


def course(forms: tuple[str, ...]) -> str:
    """Return whether the preposition of a number makes it a difference or a result; "" for any other words."""
    found: str = table("words")["courses"].get(" ".join(forms).casefold(), "")
    return found


def is_title(form: str) -> bool:
    """Whether a word is an abbreviated title: "Mr", "Sen."."""
    return form.casefold().removesuffix(".") in _listed("titles")


def is_partitive(forms: Iterable[str]) -> bool:
    """Whether an expression turns the only one, or the whole, into one of several: "one of" the largest."""
    return " ".join(forms).casefold() in _listed("partitives")


@lru_cache(maxsize=1)
def _signs_of_negation() -> frozenset[str]:
    """Return the words of which every negation has one."""
    return negating_words("en") | {verb.partition(" ")[0] for verb in _entries("implicatives")}


def is_backshift(reference: tuple[str, ...], version: tuple[str, ...]) -> bool:
    """Whether a modal only changed its tense, as it does in reported speech: "will", "would"."""
    if len(reference) != 1 or len(version) != 1:
        return False
    return f"{reference[0]} {version[0]}".casefold() in _listed("backshifts")


@lru_cache(maxsize=8192)
def quantifier(forms: tuple[str, ...]) -> int | None:
    """Return the rank of the only quantifier among `forms`, 0 to 5; None if there is none, or several."""
    degrees = [degree for form in forms if (degree := table("words")["quantifiers"].get(form.casefold())) is not None]
    return degrees[0] if len(degrees) == 1 else None


@lru_cache(maxsize=8192)
def modality(forms: tuple[str, ...]) -> tuple[str, int] | None:
    """Return the first modal expression in `forms` and its strength, 0 to 4, or None."""
    words = expanded(forms)
    strengths: Mapping[str, int] = table("words")["modality"]
    for n, word in enumerate(words):
        two = " ".join(words[n : n + 2])
        for candidate in (two, word):
            if candidate in strengths:
                return candidate, strengths[candidate]
    return None


def differs_in_script(reference: str, version: str) -> bool:
    """Whether some letters, but not all, are of another script in the version, and the rest is equal."""
    if len(reference) != len(version) or (reference.isascii() and version.isascii()):
        return False
    changed = [(a, b) for a, b in zip(reference, version, strict=True) if a != b]
    return 0 < len(changed) < len(reference) and all(_script(a) != _script(b) for a, b in changed)


def _script(letter: str) -> str:
    """Return the first word of a letter's name, such as LATIN or GREEK; the empty string for any other character."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""

"""Languages other than English, by small tables and by a wordnet if one is installed.

The package `wn` reads wordnets of many languages from a database of its own, offline; it is used where it is installed
and holds a lexicon of the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import product
from typing import Any

from wirediff.packaged import entries
from wirediff.wording import language_name
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.words import ENGLISH, is_closed, table

_UNSUPPORTED = "No {language} lexicon is installed, so replaced words were not classified, except {known}."
_TABLES = "quantities, opposites, negations and function words"
_FIGURES = "numbers"
_SHORTEST_RESPELLED = 4
"""Minimum letters of a word that a reform spells differently; shorter ones are often two words. Chosen by hand."""
_MOST_DIGITS = 16
"""Minimum digits of a number that is a code, without a value; chosen by hand."""


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag."""
    return tag.partition("-")[0].lower()


def note(language: str) -> str | None:
    """Return what to disclose about a text in `language`, or None if its words are known."""
    if language in ENGLISH or _wordnet(language) is not None:
        return None
    known = _TABLES if language in table("languages") else _FIGURES
    return _UNSUPPORTED.format(language=language_name(language), known=known)


def _listed(language: str, name: str) -> list[str]:
    return entries(table("languages").get(language, {}).get(name, ""))


def notation(words: tuple[str, ...], language: str) -> int | None:
    """Return the number of the group of equal notations that words belong to, with or without an article."""
    known = _notations(language)
    return known.get(words, known.get(words[1:] if words[:1] and is_closed(words[0], language) else words))


@lru_cache(maxsize=8)
def _notations(language: str) -> Mapping[tuple[str, ...], int]:
    groups = enumerate(_listed(language, "notations"))
    return {tuple(words.split()): number for number, group in groups for words in group.split("|")}


def cardinal(form: str, language: str) -> int | None:
    """Return the number that a word or a figure means."""
    if form.isdecimal() and len(form) < _MOST_DIGITS:
        return int(form)
    return _cardinals(language).get(form.lower())


@lru_cache(maxsize=8)
def _cardinals(language: str) -> Mapping[str, int]:
    groups = enumerate(_listed(language, "cardinals"))
    return {word: number for number, group in groups for word in group.split("|")}


def are_opposed(reference: str, version: str, language: str) -> bool:
    """Whether the table of a language has two expressions as opposites."""
    return frozenset((reference.lower(), version.lower())) in _opposites(language)


@lru_cache(maxsize=8)
def _opposites(language: str) -> frozenset[frozenset[str]]:
    found = {frozenset(pair.split()) for pair in _listed(language, "opposites")}
    for group in _listed(language, "opposed"):
        found.update(map(frozenset, product(*map(str.split, group.split("|")))))
    return frozenset(found)


def is_hearsay(word: str, language: str) -> bool:
    """Whether a form says that others say so: "aurait", "soll", "zou"."""
    return word.lower() in _hearsay(language)


@lru_cache(maxsize=8)
def _hearsay(language: str) -> frozenset[str]:
    return frozenset(_listed(language, "hearsay"))


def are_respelled(reference: str, version: str, language: str) -> bool:
    """Whether two words of one language are an old and a reformed spelling: "director", "diretor"."""
    for pair in _listed(language, "respelled"):
        old, new = pair.split()
        if {reference.replace(old, new), version.replace(old, new)} in ({reference}, {version}):
            return min(len(reference), len(version)) >= _SHORTEST_RESPELLED
    return False


def strength(words: Iterable[str], language: str) -> int | None:
    """Return the strength of the only modal among words, 0 to 4; None if there is none, or several."""
    known: Mapping[str, int] = table("languages").get(language, {}).get("modality", {})
    found = [known[word.lower()] for word in words if word.lower() in known]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8)
def _wordnet(language: str) -> Any:
    """Return the installed wordnet of a language, or None."""
    wn: Any = import_module("wn") if find_spec("wn") else None
    if not hasattr(wn, "Wordnet"):
        return None  # A folder of that name is not the package.
    try:
        return wn.Wordnet(lang=language) if wn.lexicons(lang=language) else None
    except wn.Error:
        return None


def installed_relation(reference: str, version: str, language: str) -> WordRelation | None:
    """Return whether the installed wordnet of a language has two words as synonyms, or one as broader."""
    wordnet = _wordnet(language)
    if wordnet is None:
        return None
    senses_r, senses_v = wordnet.synsets(reference), wordnet.synsets(version)
    own, numbers = {synset.id for synset in senses_r}, {synset.id for synset in senses_v}
    if own & numbers:
        return "synonym"
    if any(parent.id in numbers for synset in senses_r for parent in synset.hypernyms()):
        return "hypernym"
    return "hyponym" if any(parent.id in own for synset in senses_v for parent in synset.hypernyms()) else None

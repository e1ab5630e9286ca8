"""Classes of changes in languages other than English, by small tables and by a wordnet if one is installed.

The package `wn` reads wordnets of many languages from a database of its own, offline; it is used where it is installed
and holds a lexicon of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from wirediff.packaged import entries
from wirediff.wording import language_name
from wirediff_terms.changes.names import unaccented
from wirediff_terms.judge.english import moved, replacement, respelled
from wirediff_terms.judge.features import Case, Judgement
from wirediff_terms.judge.one_sided import lone_words
from wirediff_terms.judge.valued import digits, other_bound, quantity
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.similarity import are_equivalent
from wirediff_terms.lexicon.words import closed_words, negating_words, table
from wirediff_terms.values.translation import ENGLISH, has_capital_nouns

Test = Callable[[Case], Judgement | None]
UNSUPPORTED = "No {language} lexicon is installed, so replaced words were not classified, except {known}."
TABLES = "quantities, opposites, negations and function words"
FIGURES = "numbers"
MOST_DIGITS = 16
"""Minimum digits of a number that is a code, without a value; chosen by hand."""


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag."""
    return tag.partition("-")[0].lower()


def note(language: str) -> str | None:
    """Return what to disclose about a text in `language`, or None if its words are known."""
    if language in ENGLISH or _wordnet(language) is not None:
        return None
    return UNSUPPORTED.format(language=language_name(language), known=TABLES if _known(language) else FIGURES)


def tests_of(language: str) -> tuple[Sequence[Test], Sequence[Test]]:
    """Return the tests of a language: of words added or removed, and of words replaced."""
    known = _known(language)
    own = Language(language, known)
    names = () if has_capital_nouns(language) else (own.name,)
    values = (quantity, other_bound, own.notation, own.number, digits)
    one_sided = (own.lone_negation, own.lone_hedge, own.lone_function, lone_words)
    return one_sided, (moved, respelled, *values, *names, own.opposite, own.negation, own.function, own.synonym, other)


def other(case: Case) -> Judgement | None:
    """Judge any other words, without the relations that the English lexicon gives."""
    found = replacement(case)
    return found and found._replace(relation="none")


class Language:
    """The tests that read a language's tables."""

    def __init__(self, tag: str, known: Mapping[str, Any]) -> None:
        self.tag = tag
        self.negations = negating_words(tag)
        self.closed = closed_words(tag) or frozenset()
        self.hedges = frozenset(entries(known.get("hedges", "")))
        self.opposites = {frozenset(pair.split()) for pair in entries(known.get("opposites", ""))}
        self.values = {
            word: number
            for number, group in enumerate(entries(known.get("cardinals", "")))
            for word in group.split("|")
        }
        self.notations = {
            tuple(words.split()): number
            for number, group in enumerate(entries(known.get("notations", "")))
            for words in group.split("|")
        }

    def notation(self, case: Case) -> Judgement | None:
        """Judge the same words in short and in full, with other accents, or another form of a name."""
        reference, version = (tuple(form.casefold() for form in side) for side in (case.r, case.v))
        known = self._notation(reference)
        if known is not None and known == self._notation(version):
            return Judgement("spelling", "equal notation", "table", 0.9)
        if reference != version and list(map(unaccented, reference)) == list(map(unaccented, version)):
            return Judgement("spelling", "accents", "rule", 0.9)
        return Judgement("synonym", "equivalent", "list of names", 0.9) if are_equivalent(case.r, case.v) else None

    def _notation(self, words: tuple[str, ...]) -> int | None:
        """Return the number of the group that words belong to, with or without an article."""
        return self.notations.get(
            words, self.notations.get(words[1:] if words[:1] and words[0] in self.closed else words)
        )

    def value(self, form: str) -> int | None:
        """Return the number that a word or a figure means."""
        if form.isdecimal() and len(form) < MOST_DIGITS:
            return int(form)
        return self.values.get(form.lower())

    def number(self, case: Case) -> Judgement | None:
        """Judge a number that may be an article as well, before the same unit."""
        if not case.r or not case.v or case.r[1:] != case.v[1:]:
            return None
        reference, version = self.value(case.r[0]), self.value(case.v[0])
        if reference is None or version is None:
            return None
        if reference != version:
            return Judgement("number", "other value", "value", 0.9)
        if not any(map(str.isdigit, case.r[0] + case.v[0])):
            return Judgement("inflection", "inflection", "number words", 0.9)  # "einer" and "eines" are both one.
        return Judgement("spelling", "equal value", "value", 0.95)

    def name(self, case: Case) -> Judgement | None:
        """Judge a proper name, in languages that capitalise nothing else."""
        return Judgement("name", "name", "capitals", 0.85) if case.are_names else None

    def _negates(self, forms: Sequence[str]) -> bool:
        return any(form.lower() in self.negations for form in forms)

    def lone_negation(self, case: Case) -> Judgement | None:
        """Judge an added or removed negation."""
        if case.is_clause or not self._negates(case.r or case.v):
            return None
        return Judgement("negation", "negation added" if case.v else "negation removed", "closed class", 0.9)

    def opposite(self, case: Case) -> Judgement | None:
        """Judge a preposition, adverb or quantifier that became its opposite."""
        sides = {" ".join(case.r).lower(), " ".join(case.v).lower()}
        return Judgement("negation", "opposite", "list of opposites", 0.8) if sides in self.opposites else None

    def lone_hedge(self, case: Case) -> Judgement | None:
        """Judge added or removed words that make a statement less certain, or an office a former one."""
        if not all(form.lower() in self.hedges for form in case.r or case.v):
            return None
        return Judgement("added" if case.v else "removed", "hedge", "closed class", 0.9)

    def lone_function(self, case: Case) -> Judgement | None:
        """Judge added or removed function words."""
        if not self._are_closed(case):
            return None
        return Judgement("function-word", "added" if case.v else "removed", "closed class", 0.9)

    def function(self, case: Case) -> Judgement | None:
        """Judge function words for function words."""
        return Judgement("function-word", "replaced", "closed class", 0.6) if self._are_closed(case) else None

    def _are_closed(self, case: Case) -> bool:
        return all(form.lower() in self.closed for form in (*case.r, *case.v))

    def negation(self, case: Case) -> Judgement | None:
        """Judge wording that negates for wording that does not."""
        if self._negates(case.r) == self._negates(case.v):
            return None
        return Judgement("negation", "negation", "closed class", 0.6)

    def synonym(self, case: Case) -> Judgement | None:
        """Judge words that an installed wordnet links."""
        wordnet = _wordnet(self.tag)
        if wordnet is None:
            return None
        relation = _relation(wordnet, " ".join(case.r).lower(), " ".join(case.v).lower())
        return Judgement("synonym", relation, f"wn ({self.tag})", 0.8) if relation else None


def _known(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table("languages").get(language, {})
    return found


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


def _relation(wordnet: Any, reference: str, version: str) -> WordRelation | None:
    """Return `synonym`, `hypernym`, `hyponym`, or None."""
    senses_r, senses_v = wordnet.synsets(reference), wordnet.synsets(version)
    numbers = {synset.id for synset in senses_v}
    if any(synset.id in numbers for synset in senses_r):
        return "synonym"
    if any(parent.id in numbers for synset in senses_r for parent in synset.hypernyms()):
        return "hypernym"
    own = {synset.id for synset in senses_r}
    return "hyponym" if any(parent.id in own for synset in senses_v for parent in synset.hypernyms()) else None

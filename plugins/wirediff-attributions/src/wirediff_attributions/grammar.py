"""Closed classes of words, from `data/grammar.toml`."""

from __future__ import annotations

from typing import NamedTuple

from wirediff.packaged import table


class Grammar(NamedTuple):
    """The lists of the file; its comments say what each is for."""

    complements: frozenset[str]
    clause_beginnings: frozenset[str]
    forms_of_be: frozenset[str]
    modals: frozenset[str]
    subordinators: frozenset[str]
    days: frozenset[str]
    statement_nouns: frozenset[str]
    speech: frozenset[str]
    surely_verbs: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    clause_breaks: frozenset[str]
    links: frozenset[str]
    name_particles: frozenset[str]
    openers: frozenset[str]
    phrase_ends: frozenset[str]
    prepositions: frozenset[str]
    time_nouns: frozenset[str]
    time_determiners: frozenset[str]
    time_adverbs: frozenset[str]
    adjective_endings: frozenset[str]
    before_gerunds: frozenset[str]
    attitude_adjectives: frozenset[str]
    degrees: frozenset[str]
    copulas: frozenset[str]
    afterthoughts: frozenset[str]
    plural_subjects: frozenset[str]
    gerund_prepositions: frozenset[str]
    light_adverbs: frozenset[str]
    subject_joints: frozenset[str]
    plural_nouns: frozenset[str]
    standing_determiners: frozenset[str]
    standing_subjects: frozenset[str]
    possessives: frozenset[str]
    objects: frozenset[str]
    hearers: frozenset[str]
    behind_hearers: frozenset[str]
    statement_openers: frozenset[str]
    hearer_openers: frozenset[str]
    statement_adverbs: frozenset[str]
    second_clauses: frozenset[str]
    before_second_verbs: frozenset[str]
    before_days: frozenset[str]
    relatives: frozenset[str]
    articles: frozenset[str]
    inner_links: frozenset[str]
    governors: frozenset[str]
    outer_links: frozenset[str]
    appositives: frozenset[str]
    connectives: frozenset[str]


_DATA = table("wirediff_attributions", "grammar")
GRAMMAR = Grammar(*(frozenset(_DATA[name]) for name in Grammar._fields))
_NEGATIONS = {tag: frozenset(words) for tag, words in _DATA["negations"].items()}


def negations(language: str) -> frozenset[str]:
    """The words that negate in a language (BCP 47), in small letters; those of English where it is not known."""
    return _NEGATIONS.get(language.partition("-")[0].lower(), _NEGATIONS["en"])

"""Closed classes of words, from `data/grammar.toml`."""

from __future__ import annotations

from typing import NamedTuple

from wirediff.newsroom import calendar, words
from wirediff.packaged import entries, table


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
    after_hearers: frozenset[str]
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


def _read() -> Grammar:
    """Return the lists in `data/grammar.toml`, with the names of the days from `wirediff.newsroom`."""
    data = table("wirediff_attributions", "grammar")
    read = Grammar(*(frozenset(entries(data[name])) for name in Grammar._fields))
    return read._replace(days=read.days.union(calendar("en", short=False).weekdays))


GRAMMAR = _read()


def negations(language: str) -> frozenset[str]:
    """Return the words that negate in a language (BCP 47), in small letters; English ones if it has no list."""
    return words("words.negations", language) or words("words.negations", "en")

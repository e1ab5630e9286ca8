"""Who a speaker is: names, titles, and the names that pronouns and descriptions mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from wirediff.model import Span
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.names import SHORTEST_SLIP, one_slip
from wirediff_attributions.phrases import Phrase
from wirediff_attributions.words import PEOPLE, Clause


class Identity(NamedTuple):
    """A speaker's name, if it could be found, and what the phrase says about them."""

    name: str | None
    title: tuple[Span, ...]


@dataclass
class Person:
    """A person named in the article."""

    name: str
    gender: str | None = None
    titles: set[str] = field(default_factory=set)


class Speakers:
    """The people of one article in the order in which they are mentioned; read sentence by sentence."""

    def __init__(self) -> None:
        self.by_surname: dict[str, Person] = {}
        self.recent: list[Person] = []
        self.last: Person | None = None
        self.focus: Person | None = None
        """The first choice for a pronoun: who spoke in the last sentence, or else who was named first in it."""
        self._spoke = False
        self.spans: tuple[Span, ...] = ()
        """Where the last speaker was named."""

    @property
    def last_name(self) -> str | None:
        """The name of whoever spoke last."""
        return self.last.name if self.last else None

    def known(self, name: str) -> str:
        """Return the whole name of the person called `name` in capitals or by family name, or else `name` itself."""
        person = self.by_surname.get(name.split()[-1].casefold())
        return person.name if person else name

    def identify(self, clause: Clause, phrase: Phrase) -> Identity:
        """Return the speaker that `phrase` means, and remember them as the last one."""
        start, end = phrase.head
        title = _title(clause, phrase)
        if end - start == 1 and clause.low[start] in PEOPLE.pronouns:
            person = self._by_pronoun(clause.low[start])
        elif any(clause.capital[start:end]) and not _is_governed(clause, phrase):
            person = self._named(_name(clause, start, end), clause, phrase)
        else:
            person = self._described(clause.low[end - 1])
            if person is None:
                return Identity(clause.text(phrase.start, max(end, phrase.start + 1)), title)
        if person is None:
            return Identity(None, title)
        self.last = self.focus = person
        self._spoke = True
        return Identity(person.name, title)

    def mention(self, clause: Clause) -> None:
        """Remember the names in a sentence."""
        spoke, first = self.last is not None and self._spoke, None
        self._spoke = False
        for at, stop in names(clause):
            if stop - at >= 2 and (at > 0 or stop - at > 2 or clause.low[at] not in GRAMMAR.openers):
                first = first or self._named(_name(clause, at, stop), clause, None)
            elif stop - at == 1 and clause.low[at] in self.by_surname:
                first = first or self._named(clause.texts[at], clause, None)
        self.focus = self.last if spoke else first or self.focus

    def _named(self, name: str, clause: Clause, phrase: Phrase | None) -> Person | None:
        described = name.casefold().split()
        words = [word for word, low in zip(name.split(), described, strict=True) if low not in PEOPLE.honorifics]
        if not words:
            return None
        surname = words[-1].casefold()
        person = self.by_surname.get(surname) or (self._misspelled(surname) if len(words) == 1 else None)
        if person is None:
            person = Person(" ".join(words))
            self.by_surname[surname] = person
        elif len(words) > len(person.name.split()) and person.name.split()[-1].casefold() == surname:
            person.name = " ".join(words)
        if phrase is not None:
            described += clause.low[phrase.start : phrase.end]
            if phrase.apposition:
                described += clause.low[slice(*phrase.apposition)]
            person.titles.update(PEOPLE.described.intersection(described))
        self._gender(person, described)
        if self.recent[-1:] != [person]:
            self.recent.append(person)
        return person

    def _misspelled(self, surname: str) -> Person | None:
        """Return the person with this family name, one slip allowed: a letter too few, too many, wrong, or swapped."""
        if len(surname) < SHORTEST_SLIP:
            return None
        return next((person for known, person in self.by_surname.items() if one_slip(known, surname)), None)

    def _gender(self, person: Person, words: list[str]) -> None:
        if PEOPLE.feminine.intersection(words):
            person.gender = "she"
        elif PEOPLE.masculine.intersection(words):
            person.gender = "he"

    def _by_pronoun(self, pronoun: str) -> Person | None:
        """Return the last speaker whom the pronoun fits, or else the last person mentioned."""
        if pronoun not in ("he", "she", "who"):
            return self.last if pronoun == "they" else None
        candidates = [*([self.focus] if self.focus else []), *reversed(self.recent[-12:])]
        for person in candidates:
            if person.gender in (None, pronoun) or pronoun == "who":
                person.gender = person.gender or (pronoun if pronoun != "who" else None)
                return person
        return None

    def _described(self, noun: str) -> Person | None:
        """Return the last person described by this noun: "the minister"."""
        if noun not in PEOPLE.titles:
            return None
        return next((person for person in reversed(self.recent) if noun in person.titles), None)


def _is_governed(clause: Clause, phrase: Phrase) -> bool:
    """Whether the name only says which council or where: "the council of Port Salter", "farmers in Vallin"."""
    before = phrase.head[0] - 1
    while before > phrase.start and clause.low[before] in GRAMMAR.determiners:
        before -= 1
    return before > phrase.start and clause.low[before] in GRAMMAR.governors


def names(clause: Clause) -> list[tuple[int, int]]:
    """Yield the runs of words with capitals outside quotations."""
    runs: list[tuple[int, int]] = []
    for at in compress(range(len(clause)), clause.capital):
        if at in clause.quoted:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = runs[-1][0], at + 1
        else:
            runs.append((at, at + 1))
    return runs


def places(clause: Clause, source: Phrase) -> tuple[Span, ...]:
    """Return the places of the speaker, and of the relative pronoun next to the cue that represents them."""
    whole = clause.span(source.start, source.end)
    return (whole,) if source.relative is None else (whole, clause.span(source.relative, source.relative + 1))


def _name(clause: Clause, start: int, end: int) -> str:
    text = clause.text(start, end)
    for ending in ("’s", "'s", "’", "'"):
        text = text.removesuffix(ending)
    words = text.split()
    behind_title = next((at for at in range(len(words) - 1, 0, -1) if _is_title(words[at - 1])), 0)
    return " ".join(words[behind_title:])


@lru_cache(maxsize=4096)
def _is_title(word: str) -> bool:
    return word.casefold().rstrip(",").partition("-")[0] in _TITLED


_TITLED = PEOPLE.titles.union(*((word, word.removesuffix(".")) for word in PEOPLE.honorifics))


def _title(clause: Clause, phrase: Phrase) -> tuple[Span, ...]:
    """Return the descriptions of a phrase's head: the words before the name that make a title, and the apposition."""
    before = _title_before(clause, phrase)
    apposition = phrase.apposition
    if apposition is None or apposition == before or not _is_description(clause, phrase, apposition):
        return () if before is None else (clause.span(*before),)
    found = [place for place in (before, apposition) if place is not None]
    return tuple(clause.span(*place) for place in sorted(found))


def _is_description(clause: Clause, phrase: Phrase, apposition: tuple[int, int]) -> bool:
    """Whether an apposition says what a named person is, rather than where, when or doing what."""
    first = apposition[0]
    low = clause.low[first]
    if not any(clause.capital[slice(*phrase.head)]) or clause.low[phrase.head[0]].endswith("ly"):
        return False
    if all(word in PEOPLE.positions for word in clause.low[slice(*apposition)]):
        return False
    is_time = low in GRAMMAR.time_determiners and clause.at(first + 1) in GRAMMAR.time_nouns
    closed = low in GRAMMAR.prepositions or low in _NO_TITLE or low.isdigit() or low.endswith("ing")
    return not (is_time or closed)


_NO_TITLE = frozenset(("who", "whose", "which", "that", "including", "and", "but", "not", "like"))


def _describes(clause: Clause, at: int) -> bool:
    """Whether a word in small letters right before a name is its title, listed or not."""
    return clause.word[at] and not clause.capital[at] and clause.low[at] not in _CLOSED


_CLOSED = GRAMMAR.links.union(GRAMMAR.prepositions, GRAMMAR.determiners, GRAMMAR.clause_breaks, GRAMMAR.auxiliaries)


_OFFICES = PEOPLE.titles | PEOPLE.ranks


def _title_before(clause: Clause, phrase: Phrase) -> tuple[int, int] | None:
    start, end = phrase.head
    if not any(clause.capital[start:end]):
        return None
    before = range(end - 2, phrase.start - 1, -1)
    last = next((index for index in before if clause.low[index].partition("-")[0] in _OFFICES), None)
    if last is None and start > phrase.start and _describes(clause, start - 1):
        last = start - 1
    if last is None:
        return None
    first = phrase.start
    while first < last and clause.low[first] in GRAMMAR.articles:
        first += 1
    apposition = phrase.apposition
    return None if apposition is not None and first < apposition[1] and apposition[0] <= last else (first, last + 1)

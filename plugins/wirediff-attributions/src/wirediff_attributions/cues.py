"""Reporting verbs: the forms of each, its stance, and what it takes as its statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from wirediff.packaged import entries, table

Form: TypeAlias = Literal["base", "third", "past", "participle", "gerund"]
Stance: TypeAlias = Literal[
    "neutral",
    "distancing",
    "conceding",
    "insisting",
    "denying",
    "directive",
    "factive",
    "promising",
    "warning",
    "asking",
    "manner",
    "evaluating",
    "holding",
    "unknown",
]
"""What a reporting verb says about the statement; `unknown` for a verb that the table does not have."""


class Cue(NamedTuple):
    """One reporting verb; `particle` is the word that must follow it, if any."""

    lemma: str
    stance: Stance
    particle: str | None
    attitude: bool
    weak: bool
    hearer: bool
    frames: frozenset[str]

    passive: frozenset[str]

    def takes(self, kind: str) -> bool:
        """Whether a complement of this kind is its statement."""
        return kind in self.frames


class Table(NamedTuple):
    """All cues by each of their forms, and by lemma."""

    by_form: Mapping[str, Sequence[tuple[Form, Cue]]]
    by_lemma: Mapping[str, Cue]
    nouns: frozenset[str]
    """Forms that are seldom verbs."""


def _read() -> Table:
    """Return the table in `data/cues.toml`, with all forms."""
    data = table("wirediff_attributions", "cues")
    classes = _lists(data["classes"])
    frames = _VerbFrames(data)
    by_lemma: dict[str, Cue] = {}
    for stance, lemmas in data["stances"].items():
        for lemma in entries(lemmas):
            particle = lemma.partition(" ")[2] or None
            attitude, weak, hearer = (lemma in classes[name] for name in _CLASSES)
            taken = frames.active(lemma), frames.passive(lemma)
            by_lemma.setdefault(lemma, Cue(lemma, stance, particle, attitude, weak, hearer, *taken))
    return Table(_by_form(by_lemma.values(), data), by_lemma, frozenset(entries(data["nouns"]["forms"])))


def _by_form(cues: Iterable[Cue], data: Mapping[str, Mapping[str, str]]) -> Mapping[str, Sequence[tuple[Form, Cue]]]:
    irregular, doubled = data["irregular"], frozenset(entries(data["doubled"]["verbs"]))
    found: dict[str, list[tuple[Form, Cue]]] = {}
    # A verb with its particle goes before the bare verb, which would match as well.
    for cue in sorted(cues, key=lambda cue: not cue.particle):
        verb = cue.lemma.partition(" ")[0]
        for form, text in _forms(verb, irregular.get(verb), verb in doubled):
            found.setdefault(text, []).append((form, cue))
    return found


class _VerbFrames:
    """The complements that each verb takes as its statement."""

    def __init__(self, data: Mapping[str, Mapping[str, str]]) -> None:
        self._refused, self._prepositions = _lists(data["refused"]), _lists(data["prepositions"])
        self._passive = _lists(data["passive"])

    def active(self, lemma: str) -> frozenset[str]:
        """Return the complements of the verb."""
        usual = (kind for kind, lemmas in self._refused.items() if lemma not in lemmas)
        return frozenset(("quotation", *usual, *_with(lemma, self._prepositions)))

    def passive(self, lemma: str) -> frozenset[str]:
        """Return the complements of its passive without "by"."""
        return frozenset(_with(lemma, self._passive))


def _lists(section: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(entries(listed)) for name, listed in section.items()}


def _with(lemma: str, lists: Mapping[str, frozenset[str]]) -> Iterator[str]:
    return (kind for kind, lemmas in lists.items() if lemma in lemmas)


_CLASSES = ("attitude", "weak", "hearer")


def lemma_of(word: str) -> str | None:
    """Return the verb that `word` is a form of, or None."""
    found = TABLE.by_form.get(word.casefold())
    return found[-1][1].lemma.partition(" ")[0] if found else None


def stance_of(words: str) -> Stance:
    """Return the stance of the first reporting verb among `words`, else `unknown`."""
    parts = words.casefold().split()
    for at, part in enumerate(parts):
        for _, cue in TABLE.by_form.get(part, ()):
            if cue.particle is None or cue.particle == " ".join(parts[at + 1 : at + 2]):
                return cue.stance
    return "unknown"


def _forms(verb: str, irregular: str | None, doubles: bool) -> Iterator[tuple[Form, str]]:
    yield "base", verb
    yield "third", _third(verb)
    stems = [verb + verb[-1], *([verb] if verb.endswith("l") else ())] if doubles else [verb]
    yield from (("gerund", _gerund(stem)) for stem in stems)
    past, participle, *others = irregular.split() if irregular else [_past(stem) for stem in stems for _ in "12"]
    yield "past", past
    yield "participle", participle
    yield from (("past", other) for other in dict.fromkeys(others))


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "go", "do")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _gerund(stem: str) -> str:
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return stem + "ing"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return stem[:-1] + "ied"
    return stem + "ed"


TABLE = _read()

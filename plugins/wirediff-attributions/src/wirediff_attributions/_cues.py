"""Reporting verbs: the forms of each, its stance, and what it takes for a statement."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["base", "third", "past", "participle", "gerund"]
UNKNOWN = "unknown"
"""The stance of a verb that the table has not."""


class Cue(NamedTuple):
    """One reporting verb; `particle` is the word that has to follow it, if any."""

    lemma: str
    stance: str
    particle: str | None
    attitude: bool
    weak: bool
    hearer: bool
    transitive: bool


class Table(NamedTuple):
    """All cues by each of their forms, and by lemma."""

    by_form: Mapping[str, tuple[tuple[Form, Cue], ...]]
    by_lemma: Mapping[str, Cue]


@lru_cache(maxsize=1)
def table() -> Table:
    """The table in `data/cues.toml`, with all forms."""
    data = tomllib.loads(files("wirediff_attributions").joinpath("data", "cues.toml").read_text("utf-8"))
    frames = {name: frozenset(lemmas) for name, lemmas in data["frames"].items()}
    by_lemma: dict[str, Cue] = {}
    for stance, lemmas in data["stances"].items():
        for lemma in lemmas:
            particle = lemma.partition(" ")[2] or None
            by_lemma.setdefault(lemma, Cue(lemma, stance, particle, *(lemma in frames[name] for name in _FRAMES)))
    by_form: dict[str, list[tuple[Form, Cue]]] = {}
    for lemma, cue in by_lemma.items():
        verb = lemma.partition(" ")[0]
        for form, text in _forms(verb, data["irregular"].get(verb)):
            by_form.setdefault(text, []).append((form, cue))
    # A verb with its particle goes before the bare verb.
    ranked = {text: tuple(sorted(cues, key=lambda pair: not pair[1].particle)) for text, cues in by_form.items()}
    return Table(ranked, by_lemma)


_FRAMES = ("attitude", "weak", "hearer", "transitive")


def lemma_of(word: str) -> str | None:
    """The verb that `word` is a form of, or None."""
    found = table().by_form.get(word.casefold())
    return found[-1][1].lemma.partition(" ")[0] if found else None


def stance_of(words: str) -> str:
    """The stance of the first reporting verb among `words`, else `unknown`."""
    parts = words.casefold().split()
    for at, part in enumerate(parts):
        for _, cue in table().by_form.get(part, ()):
            if cue.particle is None or cue.particle == " ".join(parts[at + 1 : at + 2]):
                return cue.stance
    return UNKNOWN


def _forms(verb: str, irregular: str | None) -> Iterator[tuple[Form, str]]:
    yield "base", verb
    yield "third", _third(verb)
    yield "gerund", _gerund(verb, irregular)
    past, participle, *others = irregular.split() if irregular else [_past(verb)] * 2
    yield "past", past
    yield "participle", participle
    yield from (("past", other) for other in others)


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _gerund(verb: str, irregular: str | None) -> str:
    doubled = verb + verb[-1]
    if irregular and irregular.startswith(doubled):
        return doubled + "ing"
    if verb in ("put", "forget", "cast"):
        return verb + ("ting" if verb != "cast" else "ing")
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"

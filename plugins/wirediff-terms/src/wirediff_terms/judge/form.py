"""Tests of changes that keep the words: their place, their letters, their form."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff.segment import spelling
from wirediff_terms.judge import grounds
from wirediff_terms.judge.features import VALUES, Features
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.languages import are_respelled, notation
from wirediff_terms.lexicon.similarity import are_equivalent
from wirediff_terms.lexicon.spelling import are_spellings, unaccented
from wirediff_terms.lexicon.wordnet import lemmas
from wirediff_terms.lexicon.words import bare, differs_in_script, expanded, is_function


def exchanged(f: Features) -> Judgement | None:
    """Judge words that took each other's place: "Brazil beat Peru", "Peru beat Brazil"."""
    return grounds.EXCHANGED[f.exchange] if f.exchange else None


def moved(f: Features) -> Judgement | None:
    """Judge the same content words in another place."""
    same = sorted(word.casefold() for word in f.r) == sorted(word.casefold() for word in f.v)
    if f.r == f.v or (same and VALUES.isdisjoint(f.relations) and len(f.r) > 1):
        return grounds.MOVED
    return grounds.MOVED_CONTENT if f.relations == {"equal"} and _content(f.r) == _content(f.v) else None


def capitals(f: Features) -> Judgement | None:
    """Judge the same word with other capitals."""
    if len(f.r) != 1 or len(f.v) != 1 or f.r == f.v or not VALUES.isdisjoint(f.relations):
        return None
    return grounds.CAPITALS if f.r[0].casefold() == f.v[0].casefold() else None


def genitive(f: Features) -> Judgement | None:
    """Judge the same words with "of": "the museum's roof → the roof of the museum"."""
    if not f.relations <= {"equal", "inflection"}:
        return None
    folded = [tuple(map(str.casefold, side)) for side in (f.r, f.v)]
    short, long = sorted(folded, key=lambda side: "of" in side)
    if "of" in short or "of" not in long or not any(word.endswith(("'s", "s'")) for word in short):
        return None
    return grounds.GENITIVE if _content([*map(bare, short)]) == _content([*map(bare, long)]) else None


def _content(forms: Sequence[str]) -> list[str]:
    return sorted(form.casefold() for form in forms if not is_function(form))


def spaces(f: Features) -> Judgement | None:
    """Judge the same letters, divided into words differently."""
    reference, version = ("".join(side).casefold().replace("-", "") for side in (f.r, f.v))
    return grounds.SPACES if reference == version else None


def script(f: Features) -> Judgement | None:
    """Judge the same words with some letters from another script."""
    return grounds.SCRIPT if differs_in_script("".join(f.r), "".join(f.v)) else None


def contraction(f: Features) -> Judgement | None:
    """Judge "do not" and "don't"."""
    return grounds.CONTRACTION if expanded(f.r) == expanded(f.v) else None


def notations(f: Features) -> Judgement | None:
    """Judge the same words in short and in full, with other accents, or another form of a name, by tables."""
    reference, version = (tuple(map(str.casefold, side)) for side in (f.r, f.v))
    known = notation(reference, f.language)
    if known is not None and known == notation(version, f.language):
        return grounds.NOTATION
    if reference != version and [*map(unaccented, reference)] == [*map(unaccented, version)]:
        return grounds.ACCENTS
    if len(f.r) == len(f.v) == 1 and are_respelled(reference[0], version[0], f.language):
        return grounds.VARIANT_PART
    return grounds.SAME_NAME if are_equivalent(f.r, f.v) else None


def spelled(f: Features) -> Judgement | None:
    """Judge a regional spelling or variant."""
    same = spelling("".join(f.r)) == spelling("".join(f.v))
    if same or [*map(spelling, _parted(f.r))] == [*map(spelling, _parted(f.v))]:
        return grounds.VARIANT
    if f.relations == {"spelling"} or (len(f.r) == len(f.v) == 1 and are_spellings(f.r[0], f.v[0])):
        return grounds.VARIANT_PART
    return None


def _parted(forms: Sequence[str]) -> Sequence[str]:
    """Return all words, with compounds split at their hyphens."""
    return [part for form in forms for part in form.casefold().split("-")]


def inflected(f: Features) -> Judgement | None:
    """Judge another form of the same words, also with auxiliaries that keep their meaning."""
    if f.relations - {"inflection", "contraction", "equal"}:
        return None
    if len(f.r) == len(f.v):
        return grounds.INFLECTED
    return grounds.ASPECT if len(_without_aspect(f.r)) == len(_without_aspect(f.v)) == 1 else None


def _without_aspect(forms: Sequence[str]) -> Sequence[str]:
    """Return a verb without auxiliaries that keep its meaning: "has died", "did say", "is living", not "was seen"."""
    bases = {"have", "do", "be"} if forms[-1].casefold().endswith("ing") else {"have", "do"}
    while len(forms) > 1 and not bases.isdisjoint(lemmas(forms[0].casefold())):
        forms = forms[1:]
    return forms

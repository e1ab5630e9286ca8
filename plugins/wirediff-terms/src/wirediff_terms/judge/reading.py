"""Whether a changed mark may change how a sentence reads."""

from __future__ import annotations

from wirediff_terms.changes.marks import Mark
from wirediff_terms.judge import grounds
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.wordnet import lemmas, parts_of_speech
from wirediff_terms.lexicon.words import ENGLISH, is_listed

_FEW = 3
"""Maximum words between quotation marks that put a term at a distance; more are what somebody said. Chosen by hand."""


def judge_mark(mark: Mark, language: str) -> Judgement:
    """Return the judgement on a changed mark."""
    if mark.is_sign:
        return grounds.OTHER_SIGN
    if not mark.glyphs.isdisjoint("?？؟"):
        return grounds.QUESTION
    if mark.is_enclosed:
        return grounds.DISTANCE if len(mark.between.split()) <= _FEW else grounds.MARK
    if mark.glyphs == {","} and language in ENGLISH and _parts(mark):
        return grounds.COMMA
    return grounds.MARK


def _parts(mark: Mark) -> bool:
    """Whether a comma says who is meant or spoken to: "the crew, who left", "let us eat, grandma", "no, she will"."""
    before, after = mark.words_around()
    if after and is_listed(after[0].lower(), "relatives"):
        return True
    if len(before) == 1 and is_listed(before[0].lower(), "answers"):
        return True
    ends = len(after) == 1 and bool(before) and before[-1].islower()
    return ends and (after[0][0].isupper() or _is_noun(after[0]))


def _is_noun(word: str) -> bool:
    parts = parts_of_speech(lemmas(word))
    return "n" in parts and "r" not in parts

"""If the whole version looks machine-spun, count thesaurus-listed replacements as synonyms.

A version that puts one synonym after another for the reference's words has been rewritten with a thesaurus. A pair of
words that is merely listed in a thesaurus, for a rare sense or a loose likeness, says nothing by itself; in such a
version it is one more replacement of the same kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wirediff_terms.changes.change import Change
from wirediff_terms.judge.english import KNOWN, LISTED
from wirediff_terms.judge.features import Judgement
from wirediff_terms.lexicon.wordnet import are_listed, phrase_lemmas
from wirediff_terms.lexicon.words import bare
from wirediff_terms.match.passage import Passage

_ENOUGH = 5
"""Minimum synonyms of a version that looks spun, if they outnumber other replacements; chosen by hand."""


class Judged(NamedTuple):
    """A change of a passage, and its class."""

    change: Change
    passage: Passage
    judgement: Judgement
    forbidden: bool


def by_habit(judged: Sequence[Judged]) -> Sequence[Judged]:
    """Return the changes; if the version was rewritten with a thesaurus, replacements listed in one are synonyms."""
    synonyms = sum(_is_synonymous(each.judgement) for each in judged)
    others = sum(_is_unexplained(each.judgement) for each in judged)
    if synonyms < max(_ENOUGH, others):
        return judged
    return [
        each._replace(judgement=LISTED) if _is_unexplained(each.judgement) and _is_listed(each) else each
        for each in judged
    ]


def _is_synonymous(judgement: Judgement) -> bool:
    return judgement.rule == "synonym" or (judgement.rule == "broken-phrase" and judgement.relation in KNOWN)


def _is_unexplained(judgement: Judgement) -> bool:
    return judgement.rule == "replacement" and judgement.relation != "moved"


def _is_listed(judged: Judged) -> bool:
    reference = [judged.passage.reference.forms[i] for i in judged.change.reference]
    version = [judged.passage.version.forms[j] for j in judged.change.version]
    return are_listed(phrase_lemmas(tuple(map(bare, reference))), phrase_lemmas(tuple(map(bare, version))))

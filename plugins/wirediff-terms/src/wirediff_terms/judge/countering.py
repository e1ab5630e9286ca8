"""Reversals that cancel each other: "did not raise" became "lowered", "unknown" became "not fully known"."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff_terms.changes.change import OPPOSED, Change
from wirediff_terms.codes import negation
from wirediff_terms.judge.grounds import Judgement
from wirediff_terms.lexicon.negation import denials, negatives, unfavourable
from wirediff_terms.lexicon.words import ENGLISH, negations
from wirediff_terms.match.passage import Passage

_NEAR = 8
"""Maximum words between a negation that came or went and an opposite that makes up for it. Chosen by hand."""
_OPPOSITES = ("antonym", "opposite", "prefix")
"""Opposites that make up for a negation: "dead" says less than "not rescued", though it laments what that praises."""
Placed = tuple[Change, Passage, Judgement]


def denies_oddly(forms: tuple[str, ...], language: str) -> bool:
    """Whether words deny something, also by a prefix: an odd number of times, as twice is none."""
    count = denials(forms) if language in ENGLISH else negations(forms, language)
    return count % 2 == 1


def is_evened(change: Change, passage: Passage, negates: tuple[bool, bool], denies: tuple[bool, bool]) -> bool:
    """Whether the words of one side deny, and the other side's sentence denies as often as this side's."""
    by_word = negates[0] != negates[1]
    if not by_word and denies[0] == denies[1]:
        return False
    sides = passage.reference, passage.version
    if sides[0].language not in ENGLISH:
        return sides[0].negations == sides[1].negations
    count = denials if change.is_opposed else negatives if by_word else unfavourable
    reference, version = (count(tuple(side.forms)) for side in sides)
    return version >= reference if (negates if by_word else denies)[0] else reference >= version


def countered(judged: Sequence[Placed]) -> set[int]:
    """Return the places in `judged` of negations and opposites that cancel each other in pairs."""
    reversals = [n for n, (*_, found) in enumerate(judged) if found.rule is negation.RULE]
    opposites = [n for n in reversals if judged[n][2].relation in _OPPOSITES]
    gone: set[int] = set()
    for n in reversals:
        if judged[n][2].relation not in OPPOSED:
            partner = next((m for m in opposites if m not in gone and _are_near(judged[n], judged[m])), None)
            if partner is not None:
                gone |= {n, partner}
    return gone


def _are_near(one: Placed, other: Placed) -> bool:
    """Whether two changes are in one passage, and near each other on either side."""
    if one[1] is not other[1]:
        return False
    sides = (one[0].reference, other[0].reference), (one[0].version, other[0].version)
    return any(a and b and max(b[0] - a[-1], a[0] - b[-1]) <= _NEAR for a, b in sides)

"""Names that changed places around a verb: who did what to whom."""

from __future__ import annotations

from collections.abc import Mapping

from wirediff_terms.changes.change import Change
from wirediff_terms.changes.names import looks_like_name
from wirediff_terms.lexicon.wordnet import parts_of_speech
from wirediff_terms.lexicon.words import is_symmetric
from wirediff_terms.match.passage import Passage, Words

_REACH = 8
"""Maximum words from one name to the other; beyond them both are rarely of one clause. Chosen by hand."""
_AGENT = "by"


def are_exchanged(change: Change, passage: Passage) -> bool:
    """Whether a name in a moved phrase changed places around a kept verb with another name: "Brazil beat Peru", "Peru
    beat Brazil"; not if "by" says who acts."""
    partner = dict(passage.matched)
    for link in change.links:
        partner.update(zip(link.reference, link.version, strict=False))
    reference, version = passage.reference, passage.version
    for i in change.reference:
        if i in partner and looks_like_name(reference, [i]):
            near = range(max(i - _REACH, 0), min(i + _REACH + 1, len(reference)))
            others = (k for k in near if k in partner and (i < k) != (partner[i] < partner[k]))
            if any(
                looks_like_name(reference, [k]) and _around_a_verb(reference, version, (i, k), partner) for k in others
            ):
                return True
    return False


def _around_a_verb(reference: Words, version: Words, names: tuple[int, int], partner: Mapping[int, int]) -> bool:
    first, last = sorted(names)
    low, high = sorted(partner[name] for name in names)
    if _AGENT in reference.folded[first:last] or _AGENT in version.folded[low:high]:
        return False
    return any(_is_verb(reference, place) and low < partner.get(place, -1) < high for place in range(first + 1, last))


def _is_verb(words: Words, place: int) -> bool:
    known = words.lemmas(place)
    return not words.function[place] and "v" in parts_of_speech(known) and not any(map(is_symmetric, known))

"""Names: whether there is one, and whether two are one."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from wirediff_attributions._grammar import GRAMMAR
from wirediff_attributions._wording import WORD
from wirediff_attributions._words import PEOPLE

_NO_NAMES = PEOPLE.pronouns | PEOPLE.titles | PEOPLE.honorifics | GRAMMAR.articles
"""Words of a speaker that may have capitals and are no name."""


def one_slip(one: str, other: str) -> bool:
    """Whether a letter was added, left out, replaced, or changed places with its neighbour."""
    return OSA.distance(one, other, score_cutoff=1) <= 1


def has_name(text: str) -> bool:
    """Whether a word of `text` may be a name."""
    return any(word[0].isupper() and word.casefold() not in _NO_NAMES for word in WORD.findall(text))


def surname(name: str | None) -> str | None:
    """The last word of a name that has capitals, in lower case."""
    words = [word for word in (name or "").split() if word[0].isupper()]
    return words[-1].casefold().removesuffix("’s").removesuffix("'s") if words else None

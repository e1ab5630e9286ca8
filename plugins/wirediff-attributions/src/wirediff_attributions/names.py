"""Names: whether a text has one, and whether two are the same."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.lookup import WORD
from wirediff_attributions.model import Statement
from wirediff_attributions.words import PEOPLE

_NO_NAMES = PEOPLE.pronouns.union(
    PEOPLE.titles, PEOPLE.honorifics, PEOPLE.bodies, (f"{title}s" for title in PEOPLE.titles), GRAMMAR.articles
)
"""Words of a speaker that may have capitals without being a name."""

SHORTEST_SLIP = 6
"""Minimum letters of a word of which one may be wrong: shorter words become other words too often. Chosen by hand."""


def one_slip(first: str, second: str) -> bool:
    """Whether a letter was added, left out, replaced, or changed places with its neighbour."""
    return OSA.distance(first, second, score_cutoff=1) <= 1


@lru_cache(maxsize=4096)
def has_name(text: str) -> bool:
    """Whether a word of `text` may be a name."""
    return any(word[0].isupper() and word.casefold() not in _NO_NAMES for word in WORD.findall(text))


@lru_cache(maxsize=4096)
def surname(name: str | None) -> str | None:
    """Return the last capitalised word of a name, in lower case."""
    words = [word for word in (name or "").split() if word[0].isupper()]
    return words[-1].casefold().removesuffix("’s").removesuffix("'s") if words else None


def family_name(statement: Statement) -> str | None:
    """Return the surname of a statement's speaker, or None if they are only described: "A senior official"."""
    return surname(statement.name) if has_name(statement.name or "") else None

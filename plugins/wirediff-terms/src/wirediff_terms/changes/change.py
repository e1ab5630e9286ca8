"""A change of a phrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.match.links import WordLink

Exchange: TypeAlias = Literal["", "name", "value", "word"]
"""What took each other's place: names, values, other words; the empty string for nothing."""
OPPOSED: frozenset[WordRelation] = frozenset(
    ("antonym", "opposite", "indirect antonym", "prefix", "contrast", "polarity")
)
_WORDS_KEPT: tuple[WordRelation, ...] = ("equal", "contraction", "spelling", "equal value", "other value")


@dataclass
class Change:
    """A phrase of the reference and its counterpart in the version; either may be empty.

    `links` are the matched words it is made of. `unit` is the fixed expression of the reference that it breaks.
    """

    reference: list[int]
    version: list[int]
    links: list[WordLink] = field(default_factory=list)
    unit: str = ""
    whole: WordRelation | None = None
    """Relation of the whole phrases, if the lexicon has one."""
    exchange: Exchange = ""
    is_rewritten: bool = False
    """Whether it is a sentence that was written anew."""

    @property
    def is_wording(self) -> bool:
        """Whether it replaces words, rather than moving them or changing their form."""
        return all(link.relation not in _WORDS_KEPT for link in self.links)

    @property
    def is_opposed(self) -> bool:
        """Whether one of its words became its opposite."""
        return any(link.relation in OPPOSED for link in self.links)

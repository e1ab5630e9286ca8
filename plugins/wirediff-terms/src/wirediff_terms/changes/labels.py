"""The labels of credits: "Photo:", "Picture by", "Montage:"."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from wirediff.model import Token
from wirediff.newsroom import credit_label
from wirediff_terms.changes.change import Change
from wirediff_terms.match.passage import Passage

Label: TypeAlias = Literal["", "any", "plain"]
PLAIN: Label = "plain"
"""A label such as "Photo:" or "Picture by"."""
ANY: Label = "any"
"""A label that says more: "Montage:", "File photo:"."""
_NEXT_MAKER = re.compile(r"[,;/|·•]\s*")
"""Before a further maker in the line of a credit."""


def label_of(change: Change, passage: Passage) -> Label:
    """Return whether all words of a change belong to labels of credits, and to plain ones, which all mean the same."""
    sides = (passage.reference, change.reference), (passage.version, change.version)
    if any(words.blocks[i].kind != "credit" for words, indices in sides for i in indices):
        return ""
    places = [(words.tokens[i], words.blocks[i]) for words, indices in sides for i in indices]
    for label in (PLAIN, ANY):
        if all(_is_in_label(word, block.text, label == PLAIN) for word, block in places):
            return label
    return ""


def _is_in_label(word: Token, credit: str, plain: bool) -> bool:
    """Whether a word belongs to a label, also to one before a further maker: "Montage: Ana Brill, Fotos: dpa"."""
    part = max((found.end() for found in _NEXT_MAKER.finditer(credit, 0, word.start)), default=0)
    return word.end <= part + credit_label(credit[part:], plain=plain)

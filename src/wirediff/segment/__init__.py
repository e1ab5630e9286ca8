"""Words and sentences of a block's raw text, by Unicode rules."""

from __future__ import annotations

from wirediff.segment._abbreviations import keeps_its_stop, written_out
from wirediff.segment._glyphs import APOSTROPHES, CLOSING_QUOTES, DASHES, OPENING_QUOTES, QUOTES, SENTENCE_ENDS
from wirediff.segment._language import detected
from wirediff.segment._sentences import sentences
from wirediff.segment._spelling import expand, same_spelling, spelling
from wirediff.segment._tokens import normal, tokenize, uses_fallback

__all__ = [
    "APOSTROPHES",
    "CLOSING_QUOTES",
    "DASHES",
    "OPENING_QUOTES",
    "QUOTES",
    "SENTENCE_ENDS",
    "detected",
    "expand",
    "keeps_its_stop",
    "normal",
    "same_spelling",
    "sentences",
    "spelling",
    "tokenize",
    "uses_fallback",
    "written_out",
]

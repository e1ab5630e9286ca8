"""Punctuation marks by what they do, in all scripts."""

from __future__ import annotations

SENTENCE_ENDS = frozenset(".!?…‽。．！？｡؟۔।॥།።։")
"""Marks that end a sentence, from the Unicode Character Database (Sentence_Terminal and "…")."""
APOSTROPHES = frozenset("'’ʼ＇")
OPENING_QUOTES = frozenset('"“„‟«»「『〝＂')
CLOSING_QUOTES = frozenset('"“”»«」』〞〟＂')
"""Quotation marks that may open and close: languages disagree on “, « and ». Single ones are not among them, since they
are apostrophes as well."""
QUOTES = OPENING_QUOTES | CLOSING_QUOTES | frozenset("‹›'‘’‚‛`´′″＇")
"""All quotation marks, and what is typed in place of them."""
DASHES = frozenset("-‐‑‒–—―−﹘﹣－")
"""Hyphens, dashes and minus signs."""

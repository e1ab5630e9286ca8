"""What follows a verb or noun."""

from __future__ import annotations

from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.words import Clause

_CLAUSE_BEGINNINGS = GRAMMAR.complements | (GRAMMAR.clause_beginnings - GRAMMAR.determiners)


def complement(clause: Clause, at: int) -> str:
    """Return what begins at `at` after a verb or noun: "quotation", "that", "infinitive", "gerund", "object", or else
    the word itself, mostly a preposition."""
    low = clause.at(at)
    if at in clause.quoted or (low in (",", ":") and at + 1 in clause.quoted):
        return "quotation"
    if low in _CLAUSE_BEGINNINGS:
        return "that"
    if low == "to":
        after = clause.at(at + 1)
        nominal = after in GRAMMAR.determiners or after.endswith("ing") or clause.capital[min(at + 1, len(clause) - 1)]
        return "to" if nominal else "infinitive"
    if low in GRAMMAR.prepositions or not low or not clause.word[at]:
        return low
    return "gerund" if low.endswith("ing") and len(low) > 5 and low not in GRAMMAR.determiners else "object"

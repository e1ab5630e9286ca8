"""Statements whose cue is a noun, an adjective, or a verb in the passive."""

from __future__ import annotations

from wirediff_attributions.complements import complement
from wirediff_attributions.content import clause_end, trimmed
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.phrases import Phrase, leading, phrase_after, phrase_before
from wirediff_attributions.token_statement import TokenStatement
from wirediff_attributions.verbs import passive_at
from wirediff_attributions.words import Clause

_OF_NOUNS = frozenset(("that", "infinitive", "about", "for", "on", "over", "against"))
"""Complements after a noun, with or without an owner before it."""
_OF_ADJECTIVES = frozenset(("that", "infinitive", "about", "of", "with", "on", "for", "by", "at", "to"))
"""Complements after an adjective."""


def noun(clause: Clause, at: int) -> TokenStatement | None:
    """Return the statement of "X's claim that CONTENT" or "the claim that CONTENT"."""
    low = clause.low[at]
    if low not in GRAMMAR.statement_nouns or at == 0 or clause.capital[at]:
        return None
    kind = complement(clause, at + 1)
    owner = _owner(clause, at) or _subject(clause, at)
    if kind not in _OF_NOUNS and (owner is None or kind not in ("of", "to")):
        return None
    if kind == "that" and clause.at(at + 1) not in ("that", "whether"):
        return None
    begin = at + 1 + (kind not in ("that", "infinitive"))
    content = trimmed(clause, begin, clause_end(clause, begin, kind))
    if content is None or clause.low[begin] in GRAMMAR.days or clause.low[begin][0].isdigit():
        return None
    return TokenStatement(
        (at, at + 1), None, owner, (content,), finite=_owner(clause, at) is not None and kind == "that"
    )


def _owner(clause: Clause, at: int) -> Phrase | None:
    """Return the owner of a claim."""
    for owner in range(at - 1, max(-1, at - 4), -1):
        if owner in clause.quoted or not clause.word[owner]:
            return None
        if clause.low[owner] in GRAMMAR.possessives:
            return Phrase(owner, owner + 1, (owner, owner + 1))
        if clause.low[owner].endswith(("'s", "s'")):
            start = owner
            while start > 0 and clause.capital[start - 1] and clause.capital[start]:
                start -= 1
            return Phrase(start, owner + 1, (start, owner + 1))
    return None


def _subject(clause: Clause, at: int) -> Phrase | None:
    """Return who makes a claim that has no owner: "X repeated the claim that"."""
    subject = leading(clause, at)
    return subject if subject is not None and subject.end < at else None


def adjective(clause: Clause, at: int) -> TokenStatement | None:
    """Return the statement of "X is confident that CONTENT"."""
    if clause.low[at] not in GRAMMAR.attitude_adjectives or at == 0:
        return None
    verb = at - 1
    while verb > 0 and (clause.low[verb].endswith("ly") or clause.low[verb] in GRAMMAR.degrees):
        verb -= 1
    if clause.low[verb] not in GRAMMAR.copulas:
        return None
    kind = complement(clause, at + 1)
    if kind not in _OF_ADJECTIVES:
        return None
    source = phrase_before(clause, verb - 1)
    if source is None:
        return None
    begin = at + 1 + (kind not in ("that", "infinitive"))
    content = trimmed(clause, begin, clause_end(clause, begin, kind))
    return (
        TokenStatement((source.end, at + 1), None, source, (content,), attitude=True, finite=False) if content else None
    )


def passive(clause: Clause, at: int, low: int) -> TokenStatement | None:
    """Return the statement of "CONTENT was criticised by X" or "CONTENT is expected to …"."""
    cue = passive_at(clause, at)
    if cue is None:
        return None
    subject = phrase_before(clause, at - 1)
    if subject is None or subject.start < low:
        return None
    patient = (subject.relative, subject.relative + 1) if subject.relative else (subject.start, subject.end)
    verb = (patient[1], at + 1)
    by = next((index for index in range(at + 1, min(at + 5, len(clause))) if clause.low[index] == "by"), None)
    if by is not None and by not in clause.quoted and not cue.weak:
        source = phrase_after(clause, by + 1)
        return TokenStatement(verb, cue, source, (patient,), attitude=cue.attitude, finite=False) if source else None
    kind = complement(clause, at + 1)
    if kind not in cue.passive:
        return None
    rest = trimmed(clause, at + 1, clause_end(clause, at + 1, kind))
    return TokenStatement(verb, cue, None, (patient, rest), attitude=cue.attitude, finite=False) if rest else None

"""What is said: the stretches of a sentence before and after a cue and its source."""

from __future__ import annotations

from wirediff_attributions.complements import complement
from wirediff_attributions.cues import TABLE, Cue
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.phrases import Phrase, after_circumstance, phrase_after
from wirediff_attributions.words import Clause


def contents(
    clause: Clause, cue_and_source: tuple[int, int], source: Phrase, cue: Cue, low: int, *, inverted: bool
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of content before and after the cue and its source."""
    first, stop = cue_and_source
    begin = first if inverted else min(source.start, first)
    before = _before(clause, low, begin, inverted=inverted)
    after = _after(clause, stop, cue)
    if before and after:
        # Only a quotation continues after its source; otherwise it is "On Tuesday, X said CONTENT".
        if clause.at(stop) == "," and not inverted and before[1] - 1 not in clause.quoted:
            pass  # "CONTENT, X said, CONTENT"
        elif before[1] - 1 in clause.quoted or inverted:
            after = after if after[0] in clause.quoted and not _has_cue(clause, stop, after[0]) else None
        else:
            before = None
    return tuple(each for each in (before, after) if each)


def _has_cue(clause: Clause, start: int, end: int) -> bool:
    """Whether something between source and quotation introduces it: "X said before adding: “…”"."""
    return any(clause.low[at] in TABLE.by_form for at in range(start, end))


_FEWEST = 4
"""Minimum words of a statement before its cue, unless it is a quotation; chosen by hand on the fixtures."""
_CIRCUMSTANCES = GRAMMAR.subordinators | GRAMMAR.prepositions | {"speaking", "asked"}
"""Words that begin a circumstance, "On Tuesday, X said …", unless a comma is among the words before the source too."""


def _before(clause: Clause, low: int, end: int, *, inverted: bool) -> tuple[int, int] | None:
    """Return the content before "X said", up to the comma or mark that closes it."""
    if end <= low:
        return None
    last = clause.at(end - 1)
    if not (inverted or last in (",", "—", "–", "?", "!", '"', "'") or end - 1 in clause.quoted):
        return None
    content = trimmed(clause, _quotation_start(clause, low, end), end)
    if content is None:
        return None
    start, stop = content
    quoted = any(index in clause.quoted for index in range(start, stop))
    first = start + (clause.low[start] in ("but", "and"))
    circumstance = clause.at(first) in _CIRCUMSTANCES and "," not in clause.low[start:stop]
    if not quoted and (stop - start < _FEWEST or circumstance):
        return None
    return content


def _quotation_start(clause: Clause, low: int, end: int) -> int:
    """Return where a quotation before the cue begins if a colon or dash sets it off from the rest, else `low`."""
    at = end - 1
    while at > low and at not in clause.quoted and not clause.word[at]:
        at -= 1
    while at > low and at - 1 in clause.quoted:
        at -= 1
    return at if at in clause.quoted and clause.at(at - 1) in (":", "-", "—", "–", "--") else low


def _after(clause: Clause, at: int, cue: Cue) -> tuple[int, int] | None:
    """Return the content after the verb, if the verb takes it as its statement."""
    begin = _content_start(clause, at, cue)
    if begin is None:
        return None
    kind = complement(clause, begin)
    if not cue.takes(kind):
        return None
    if kind in _LEFT_OUT:
        begin += 1
    content = trimmed(clause, begin, clause_end(clause, begin, kind))
    if content is None or (content[1] - content[0] == 1 and not _may_stand_alone(clause, content[0], kind, cue)):
        return None
    return content


def _may_stand_alone(clause: Clause, at: int, kind: str, cue: Cue) -> bool:
    """Whether one word is a statement: "endorsed Finch", "opposes it", "called for calm"."""
    named = clause.capital[at] or clause.low[at] in GRAMMAR.objects
    return kind != "object" or cue.particle is not None or named


_LEFT_OUT = frozenset(("about", "on", "of", "over", "with", "at", "in"))
"""Prepositions that do not belong to what is said: "spoke about CONTENT"."""


def _content_start(clause: Clause, at: int, cue: Cue) -> int | None:
    """Return the index after the verb and any adverbs, days, places and hearer."""
    begin = at
    limit = len(clause)
    while begin < limit and begin not in clause.quoted:
        low = clause.low[begin]
        if (
            low in (",", ":", ";")
            or (low.endswith("ly") and len(low) > 4)
            or low in GRAMMAR.days
            or low in GRAMMAR.statement_adverbs
        ):
            begin += 1
        elif low in GRAMMAR.prepositions and not cue.takes(complement(clause, begin)):
            stop = _circumstance(clause, begin)
            if stop is None:
                return None
            begin = stop
        else:
            break
    if cue.hearer and begin < limit and begin not in clause.quoted and clause.low[begin] not in GRAMMAR.complements:
        begin = _past_hearer(clause, begin)
    return begin if begin < limit and clause.low[begin] not in (".", "!", "?") else None


_NEW_CLAUSES = GRAMMAR.clause_breaks | {"and", "or", "according"}


def _circumstance(clause: Clause, at: int) -> int | None:
    """Return where "in a statement on Tuesday" ends: at a comma, colon, "that" or quotation mark; None if at a stop."""
    for index in range(at + 1, min(at + 22, len(clause))):
        if index in clause.quoted or clause.low[index] in GRAMMAR.statement_openers:
            # "A survey published in May found that …": the second verb is the cue.
            return None if clause.low[index - 1] in TABLE.by_form and index - at > 1 else index
        if clause.low[index] in (",", ":"):
            # In ", and officials warned …" another statement begins.
            return None if clause.at(index + 1) in _NEW_CLAUSES else index + 1
        if clause.low[index] in (".", ";"):
            return None
    return None


def _past_hearer(clause: Clause, at: int) -> int:
    """Return where the statement begins in "told reporters in Brussels that …": at the word or mark that opens it, or
    else after the hearer."""
    if clause.low[at] in GRAMMAR.hearers:
        after = at + 1
        if clause.at(after) not in GRAMMAR.after_hearers:
            return after + (clause.at(after) in (",", ":"))
    for index in range(at, min(at + 16, len(clause))):
        if index in clause.quoted or clause.low[index] in GRAMMAR.hearer_openers:
            return index
        if clause.low[index] in (",", ":"):
            return index + 1
        if clause.low[index] == "to" and index > at:
            return index
    phrase = phrase_after(clause, at)
    return phrase.end if phrase and phrase.end - at < 5 else min(at + 1, len(clause))


def clause_end(clause: Clause, begin: int, kind: str = "that") -> int:
    """Return where a statement that begins at `begin` ends: before the next statement's source, or with the sentence.

    One that is not a clause ends with its phrase: at a comma and a relative pronoun, conjunction or participle.
    """
    main = after_circumstance(clause)
    for at in range(begin + 1, len(clause) - 1):
        if at + 1 == main:
            return at
        if at in clause.quoted:
            if _ends_statement(clause, at) and not (clause.at(at + 1) in (",", "—", "and") and at + 2 in clause.quoted):
                return at + 1
            continue
        if clause.low[at] in _ENDS and _ends_at(clause, at, kind):
            return at
    return len(clause)


def _is_claimed(clause: Clause, at: int) -> bool:
    """Whether a cue follows the quotation that begins at `at`."""
    while at in clause.quoted:
        at += 1
    return _cue_follows(clause, at + (clause.at(at) == ","), 6)


_ENDS = frozenset(("and", "but", ",", "—", "--", "–", ";", ":", "-"))


def _ends_at(clause: Clause, at: int, kind: str) -> bool:
    """Whether the unquoted word or mark at `at` ends a statement."""
    low = clause.low[at]
    if low in ("and", "but"):
        return _verb_follows(clause, at + 1)
    if low in (",", "—", "--", "–"):
        return _ends_at_comma(clause, at, kind)
    return low == ";" or (low in (":", "-") and at + 1 in clause.quoted and _is_claimed(clause, at + 1))


def _ends_at_comma(clause: Clause, at: int, kind: str) -> bool:
    after = clause.low[at + 1]
    if after in GRAMMAR.second_clauses:
        return after == "according" or _cue_follows(clause, at + 2, 10) or _verb_follows(clause, at + 2)
    if (
        _verb_follows(clause, at + 1)
        or _goes_on(clause, at + 1)
        or (at - 1 in clause.quoted and _cue_follows(clause, at + 1, 4))
    ):
        return True
    return kind not in ("that", "quotation") and (after in GRAMMAR.afterthoughts or after.endswith("ing"))


def _verb_follows(clause: Clause, at: int) -> bool:
    """Whether a second verb of the same subject follows, with a statement of its own: "… and called for …"."""
    while clause.at(at).endswith("ly") or clause.at(at) in GRAMMAR.before_second_verbs:
        at += 1
    if at >= len(clause) or at in clause.quoted:
        return False
    return any(
        (form in ("past", "participle", "third") or (form == "gerund" and clause.at(at - 1) == "and"))
        and cue.takes(complement(clause, at + 1 + bool(cue.particle)))
        for form, cue in TABLE.by_form.get(clause.low[at], ())
        if cue.particle in (None, clause.at(at + 1))
    )


def _ends_statement(clause: Clause, at: int) -> bool:
    """Whether the quoted token at `at` is the mark that ends a quotation with its own comma or full stop."""
    is_mark = clause.low[at] in ('"', "'") and clause.at(at - 1) in (",", ".", "!", "?", "...")
    return is_mark and clause.quoted[at] != clause.quoted.get(at + 1)


def _goes_on(clause: Clause, at: int) -> bool:
    """Whether a participle with a statement of its own follows: ", adding that …"."""
    if not clause.low[at].endswith("ing"):
        return False
    marked = clause.at(at + 1) in GRAMMAR.complements or at + 1 in clause.quoted
    return any(form == "gerund" and (marked or not cue.weak) for form, cue in TABLE.by_form.get(clause.low[at], ()))


def _cue_follows(clause: Clause, at: int, within: int) -> bool:
    """Whether a strong cue follows within this many words, none of them quoted."""
    for index in range(at, min(at + within, len(clause))):
        if index in clause.quoted or not clause.word[index]:
            return False
        if any(
            not cue.weak and not cue.attitude
            for form, cue in TABLE.by_form.get(clause.low[index], ())
            if form != "base"
        ):
            return True
    return False


def trimmed(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch without punctuation at its edges; quotation marks stay."""
    while start < end and not clause.word[start] and start not in clause.quoted:
        start += 1
    while end > start and not clause.word[end - 1] and end - 1 not in clause.quoted:
        end -= 1
    return (start, end) if end > start else None

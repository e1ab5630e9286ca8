"""Quotations without a cue: they continue the statement before them, or float next to the person spoken about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

from wirediff.model import Span
from wirediff.segment import CLOSING_QUOTES, SENTENCE_ENDS
from wirediff_attributions.model import Statement, StatementKind
from wirediff_attributions.phrases import Phrase, leading, phrase_after
from wirediff_attributions.quotations import Quotation
from wirediff_attributions.speakers import Speakers, names, places
from wirediff_attributions.words import Clause

_BEFORE_SENTENCE = frozenset(["", ":", "’"]) | SENTENCE_ENDS | CLOSING_QUOTES
FEW_WORDS = 2
"""Minimum quoted words of a statement without a cue near it: fewer are a term set off. Chosen by hand."""


def with_floating(
    clauses: Sequence[Clause], own: Sequence[Statement], quotes: Sequence[Quotation], speakers: Speakers
) -> list[Statement]:
    """Return a block's statements in order, together with the quotations that belong to none of them."""
    result = sorted(own, key=_start)
    if not quotes:
        return result
    claimed = sorted((span.start, span.end) for each in own for span in each.content)
    reach = list(accumulate((end for _, end in claimed), max))
    sequels: dict[int, list[Span]] = defaultdict(list)
    for quote in quotes:
        earlier_claims = bisect_left(claimed, (quote.outer.end, 0))
        if earlier_claims and reach[earlier_claims - 1] > quote.outer.start:
            continue
        clause = _clause_of(clauses, quote)
        whole = clause is None or _is_whole(clause, quote)
        if len(quote.inner.text.split()) < FEW_WORDS and not whole:
            continue
        at = bisect_right(result, quote.outer.start, key=_start)
        earlier = _gone_on_from(result[max(0, at - _BACK) : at], quote, sequels) if whole else None
        if earlier is not None:
            sequels[id(earlier)].append(quote.outer)
            continue
        kind: StatementKind = "direct" if whole or quote.inner.text[-1:] in tuple(".,?!…") else "mixed"
        if kind == "direct" or not _is_title(quote.inner.text):
            nearest = result[at - 1] if at else (result[0] if result else None)
            result.insert(at, _floating(kind, clause, quote, nearest, speakers))
    return [
        each._replace(content=(*each.content, *sequels[id(each)])) if id(each) in sequels else each for each in result
    ]


_BACK = 5
"""Number of statements before a quotation among which the one that it continues is looked for; chosen by hand."""


def _start(statement: Statement) -> int:
    return statement.content[0].start


def by_proximity(clauses: Sequence[Clause], quotes: Sequence[Quotation]) -> list[Statement]:
    """Return quotations of several words, each with the nearest name of two words or more in its sentence."""
    found = []
    for quote in quotes:
        if len(quote.inner.text.split()) < FEW_WORDS:
            continue
        clause = _clause_of(clauses, quote)
        name = None if clause is None else _nearest_name(clause, quote)
        whole = clause is None or _is_whole(clause, quote)
        kind: StatementKind = "direct" if whole or quote.inner.text[-1:] in tuple(".,?!…") else "mixed"
        speaker = () if name is None else (name,)
        found.append(Statement(kind, (quote.outer,), speaker, name=name.text if name else None))
    return found


def _nearest_name(clause: Clause, quote: Quotation) -> Span | None:
    spans = [clause.span(start, stop) for start, stop in names(clause) if stop - start > 1]
    return min(spans, key=lambda span: max(quote.outer.start - span.end, span.start - quote.outer.end), default=None)


def touch(first: Span, second: Span) -> bool:
    """Whether two spans share a character."""
    return first.block == second.block and first.start < second.end and second.start < first.end


def _gone_on_from(
    before: Sequence[Statement], quote: Quotation, sequels: Mapping[int, Sequence[Span]]
) -> Statement | None:
    """Return the statement before, if its speaker continues: "“…,” said X, speaking of Y. “…”".

    `sequels` are the quotations that have continued a statement so far, by its `id`.
    """
    nearest = before[-1] if before else None
    if nearest is None:
        return None
    said = chain(nearest.content, sequels.get(id(nearest), ()))
    if not any(size >= len(quote.inner.text) for size in accumulate(len(span.text) for span in said)):
        return None  # A sequel longer than the statement it follows is one of its own: so PolNeAR annotates it.
    quoted = [each for each in before if each.kind in ("direct", "mixed") and each.name == nearest.name]
    last = quoted[-1] if quoted else None
    return last if nearest in quoted or (last is not None and last.speaker == nearest.speaker) else None


def _floating(
    kind: StatementKind, clause: Clause | None, quote: Quotation, nearest: Statement | None, speakers: Speakers
) -> Statement:
    beside = None if clause is None else _beside(clause, quote)
    if clause is not None and beside is not None:
        source, cue = beside
        identity = speakers.identify(clause, source)
        speakers.spans = places(clause, source)
        spans = () if cue is None else (clause.span(cue, cue + 1),)
        return Statement(kind, (quote.outer,), speakers.spans, spans, identity.title, identity.name)
    if clause is not None and _is_heading(clause, quote):
        return Statement(kind, (quote.outer,))
    if nearest is not None:
        return Statement(kind, (quote.outer,), nearest.speaker, (), (), nearest.name)
    return Statement(kind, (quote.outer,), speakers.spans, (), (), speakers.last_name)


def _is_heading(clause: Clause, quote: Quotation) -> bool:
    """Whether a quotation introduces what follows and continues nothing: a heading, or a line without a full stop."""
    text = clause.block.text.strip()
    alone = text == quote.outer.text.strip() and quote.inner.text.rstrip()[-1:] not in tuple(",.?!…—-")
    return clause.block.kind in ("headline", "subheading") or alone


def _beside(clause: Clause, quote: Quotation) -> tuple[Phrase, int | None] | None:
    """Return the subject of an unlisted verb after a quotation, "“…!” beamed X", or else the subject before it."""
    first = bisect_left(clause.starts, quote.outer.start)
    after = bisect_left(clause.starts, quote.outer.end, first)
    if quote.inner.text[-1:] in tuple(",?!…") and after < len(clause):
        found = _unlisted(clause, after)
        if found is not None:
            return found
    source = leading(clause, first) if first > 0 else None
    return None if source is None or source.start >= first else (source, None)


def _unlisted(clause: Clause, at: int) -> tuple[Phrase, int] | None:
    """Return X of "beamed X" or "X beamed" right after a quotation."""
    if clause.word[at] and clause.low[at].endswith(("ed", "es", "s")) and not clause.capital[at]:
        source = phrase_after(clause, at + 1)
        return None if source is None else (source, at)
    source = phrase_after(clause, at)
    end = 0 if source is None else source.end
    verb = clause.at(end)
    return (source, end) if source is not None and verb.endswith(("ed", "es", "s")) and clause.word[end] else None


def _clause_of(clauses: Sequence[Clause], quote: Quotation) -> Clause | None:
    at = bisect_right(clauses, quote.outer.start, key=lambda clause: clause.sentence.span.start)
    within = at > 0 and quote.outer.start < clauses[at - 1].sentence.span.end
    return clauses[at - 1] if within else None


def _is_whole(clause: Clause, quote: Quotation) -> bool:
    """Whether the quotation is a paragraph, or a sentence, by itself."""
    ends = quote.inner.text.rstrip()[-1:] in SENTENCE_ENDS or not quote.closed
    return ends and _before(clause.block.text, quote.outer.start) in _BEFORE_SENTENCE


def _before(text: str, place: int) -> str:
    """Return the last character before a place that is not white space; the empty string at the beginning."""
    while place and text[place - 1].isspace():
        place -= 1
    return text[place - 1 : place] if place else ""


def _is_title(text: str) -> bool:
    """Whether all longer words have capitals, as in titles of works."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[:1].isupper() for word in words)

"""Statements that lost or gained their source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wirediff.model import Finding, Span
from wirediff_attributions.codes.added import RULE as ADDED
from wirediff_attributions.codes.dropped import RULE as DROPPED
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.matched import KEPT, Matched, Statements, common
from wirediff_attributions.model import Statement, slots, text_of
from wirediff_attributions.names import surname
from wirediff_attributions.wording import words_of


def dropped(both: Matched, statement: Statement) -> Iterator[Finding]:
    """Yield a finding if the version has a statement of the reference without its source."""
    places = _bare(both, statement, both.version)
    if places:
        yield DROPPED.finding(
            DROPPED.message.format(reference=text_of(statement.speaker)),
            [*statement.speaker, *statement.cue],
            places,
            confidence=0.8,
            reference=slots(statement, statement.content_text),
            version=slots(None, text_of(places)),
        )


def added(both: Matched, statement: Statement) -> Iterator[Finding]:
    """Yield a finding if the reference has a statement of the version without a source."""
    places = _bare(both, statement, both.reference)
    if places:
        yield ADDED.finding(
            ADDED.message.format(version=text_of(statement.speaker)),
            places,
            [*statement.speaker, *statement.cue],
            confidence=0.8,
            reference=slots(None, text_of(places)),
            version=slots(statement, statement.content_text),
        )


def _bare(both: Matched, statement: Statement, article: Statements) -> Sequence[Span]:
    """Return where `article` has the content of a statement of the other one, if it has no source there."""
    if statement.nested or statement.kind == "attitude" or not statement.finite or not _is_gone(both, statement):
        return ()
    places, counterpart = both.opposite(statement, article)
    if counterpart is None:
        return places
    if _is_one_source(statement, counterpart):
        return ()
    return places if not counterpart.cue or _was_within(both, counterpart, statement) else ()


def _is_one_source(statement: Statement, counterpart: Statement) -> bool:
    """Whether the same person makes two statements, as when a quotation became reported speech, or two became one."""
    if counterpart.kind == "attitude":
        return False
    name = surname(statement.name)
    if name is not None:
        return name == surname(counterpart.name)
    return bool(statement.speaker and counterpart.speaker) and _described(statement) == _described(counterpart)


def _described(statement: Statement) -> Sequence[str]:
    """Return the words that describe a speaker who has no name, without articles: "general" for "the general"."""
    return [word for word in words_of(statement.speaker[0]) if word not in GRAMMAR.articles]


def _was_within(both: Matched, inner: Statement, outer: Statement) -> bool:
    """Whether the counterpart of the cue of `inner` is within what `outer` says on the other side."""
    places = (place for cue in inner.cue for place in both.words.counterpart(cue))
    return any(common(place, span) for place in places for span in outer.content)


def _is_gone(both: Matched, statement: Statement) -> bool:
    """Whether speaker and cue of a statement have no counterpart although their sentence has one."""
    if not statement.cue or not statement.speaker or not all(map(both.words.is_gone, statement.cue)):
        return False
    first = statement.content[0].text.split(maxsplit=1)[:1]
    if first and statement.speaker[0].text.casefold() == first[0].casefold():
        return True  # Of "He said he …" one "he" is left, which is aligned with either.
    places = [span for span in statement.speaker if span.block == statement.cue[0].block]
    return bool(places) and max(both.words.kept(span) for span in places) < KEPT

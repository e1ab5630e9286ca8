"""The quotations of both articles compared: words altered, quotation marks removed and added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wirediff.model import Finding, Note, Span
from wirediff.segment import OPENING_QUOTES
from wirediff_attributions.codes.quote_altered import RULE as QUOTE_ALTERED
from wirediff_attributions.codes.quoted import RULE as QUOTED
from wirediff_attributions.codes.unquoted import RULE as UNQUOTED
from wirediff_attributions.lookup import LONGEST
from wirediff_attributions.matched import KEPT, Matched, Statements, common
from wirediff_attributions.model import Statement, slots, text_of
from wirediff_attributions.quotations import Quotation
from wirediff_attributions.wording import SEVERITY, Rewording, changes, kind_of, quotation_message, texts


def compared(both: Matched) -> Iterator[Finding]:
    """Yield findings on each quotation of the reference and on those that only the version has."""
    matched: set[tuple[str, int]] = set()
    for quote in both.reference.all_quotations():
        opposite = _opposite(both, quote)
        if opposite:
            matched.update((each.outer.block, each.outer.start) for each in opposite)
            yield from _altered(both, quote, opposite)
        else:
            yield from _unquoted(both, quote)
    for quote in both.version.all_quotations():
        if (quote.outer.block, quote.outer.start) not in matched:
            yield from _newly_quoted(both, quote)


def uncompared(both: Matched) -> Iterator[Note]:
    """Yield a note if there are quotations in passages rewritten at length."""
    alignment = both.words.alignment
    if all(len(block.text) <= LONGEST for block in (*alignment.reference.blocks, *alignment.version.blocks)):
        return
    quotes = (quote.inner for side in (both.reference, both.version) for quote in side.all_quotations())
    count = sum(map(both.words.is_rewritten_at_length, quotes))
    if count:
        yield Note("long-passage", _UNCOMPARED.format(count=count, longest=LONGEST))


_UNCOMPARED = "Quotations in passages rewritten over more than {longest:,} characters were not compared: {count:,}."


def _opposite(both: Matched, quote: Quotation) -> list[Quotation]:
    """Return the quotations of the version that contain the counterpart of `quote`."""
    found: dict[tuple[str, int], Quotation] = {}
    for span in both.words.counterpart(quote.inner):
        for version in both.version.overlapping(span):
            shared = common(version.inner, span)
            if shared and 3 * shared > min(span.end - span.start, version.inner.end - version.inner.start):
                found[version.outer.block, version.outer.start] = version
    return list(found.values())


def _altered(both: Matched, quote: Quotation, opposite: Sequence[Quotation]) -> Iterator[Finding]:
    found = [each for each in changes(both.words.edits(quote.inner)) if _is_inside(each, quote, opposite)]
    if not found:
        return
    kind, ellipsis = kind_of(found, opposite, both.words.alignment.reference.language)
    reference = both.reference.covering(quote.inner)
    version = both.version.covering(opposite[0].inner)
    name = (reference.name if reference else None) or (version.name if version else None)
    yield QUOTE_ALTERED.finding(
        quotation_message(kind, name, *texts(found)),
        [each.reference for each in found if each.old],
        [each.version for each in found if each.new] or [opposite[0].inner],
        severity="note" if ellipsis else SEVERITY[kind],
        confidence=0.95 if reference or version else 0.8,
        change=kind,
        **({"ellipsis": ellipsis} if kind == "trimmed" else {}),
        reference=slots(reference, quote.inner.text),
        version=slots(version, " … ".join(each.inner.text for each in opposite)),
    )


def _is_inside(change: Rewording, quote: Quotation, opposite: Sequence[Quotation]) -> bool:
    """Whether both sides of a change are between quotation marks."""
    quoted, old, new = quote.inner, change.edit.reference, change.edit.version
    if old.block == quoted.block and old.start != old.end:
        if not quoted.start <= change.reference.start < quoted.end:
            return False
    elif not quoted.start < old.start < quoted.end:
        return False
    place = change.version
    return new.start == new.end or any(
        each.inner.block == place.block and each.inner.start <= place.start < each.inner.end for each in opposite
    )


def _unquoted(both: Matched, quote: Quotation) -> Iterator[Finding]:
    statement = both.reference.covering(quote.inner)
    places = _plain(both, quote, statement, both.version)
    if places:
        yield UNQUOTED.finding(
            _marks_removed(both, quote),
            [quote.inner],
            places,
            reference=slots(statement, quote.inner.text),
            version=slots(both.version.covering(places[0]), text_of(places)),
        )


def _newly_quoted(both: Matched, quote: Quotation) -> Iterator[Finding]:
    statement = both.version.covering(quote.inner)
    places = _plain(both, quote, statement, both.reference)
    if places:
        yield QUOTED.finding(
            _marks_added(both, quote),
            places,
            [quote.inner],
            reference=slots(both.reference.covering(places[0]), text_of(places)),
            version=slots(statement, quote.inner.text),
        )


def _marks_removed(both: Matched, quote: Quotation) -> str:
    if both.words.kept(quote.inner) < _SAME_WORDS:
        return f"The quotation “{quote.inner.text}” was paraphrased."
    return f"Quotation marks removed: “{quote.inner.text}” is not in quotation marks in the version."


def _marks_added(both: Matched, quote: Quotation) -> str:
    if both.words.kept(quote.inner) < _SAME_WORDS:
        return f"Paraphrase turned into a quotation: the reference has “{quote.inner.text}” in other words."
    return f"Paraphrase turned into a quotation: “{quote.inner.text}” is not in quotation marks in the reference."


_SAME_WORDS = 0.9
"""Minimum share of kept words of a quotation that counts as the same; chosen by hand on the fixtures."""


def _plain(both: Matched, quote: Quotation, statement: Statement | None, article: Statements) -> tuple[Span, ...]:
    """Return the places where `article` has a quotation's words without quotation marks."""
    if not _is_speech(quote, statement) or both.words.kept(quote.inner) < KEPT:
        return ()
    places = both.words.counterpart(quote.inner)
    return () if any(article.quoted(span) or _opens(both, span) for span in places) else places


def _opens(both: Matched, span: Span) -> bool:
    """Whether an opening mark is right before `span`, even if nothing closes it."""
    return both.words.alignment.block(span.block).text[: span.start].endswith((*OPENING_QUOTES, "‘", "'"))


def _is_speech(quote: Quotation, statement: Statement | None) -> bool:
    """Whether a quotation is what someone said, rather than a title or a term."""
    words = quote.inner.text.split()
    if statement is not None and statement.cue:
        return len(words) > 1
    return len(words) > 3 and not all(word[:1].isupper() for word in words if len(word) > 3)

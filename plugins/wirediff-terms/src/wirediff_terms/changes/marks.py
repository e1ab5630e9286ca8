"""Marks between words that changed, while the words are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from wirediff.model import Alignment, Edit, SentencePair, Span
from wirediff.segment import DASHES, QUOTES, SENTENCE_ENDS

_MARKS = SENTENCE_ENDS | QUOTES | DASHES | frozenset(",;:()[]{}/¿¡、،，；：（）")
_RELATIONS = frozenset("<>=≤≥≠±+−")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NO_PROSE = ("widget", "credit", "byline", "dateline", "date")
"""Kinds of blocks whose marks only part the names and dates in them."""
_ENCLOSING = {"(": ")", "[": "]", "{": "}", "“": "”", "„": "“", "«": "»", "»": "«", "‘": "’", "‚": "‘"}


@dataclass(frozen=True)
class Mark:
    """A changed mark, or two that enclose the same words: `reference` became `version`; either may be empty."""

    reference: str
    version: str
    spans_r: tuple[Span, ...]
    spans_v: tuple[Span, ...]
    before: str
    """The text of the block before the (first) mark, on the side that has it."""
    after: str
    between: str = ""
    """What two marks enclose."""

    @cached_property
    def glyphs(self) -> frozenset[str]:
        """The marks that only one side has."""
        return frozenset(self.reference) ^ frozenset(self.version)

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign of a number or of a relation: "−12 degrees", "p < 0.05"."""
        if not self.glyphs.isdisjoint(_RELATIONS - DASHES):
            return True
        follows = self.before[-1:].isalnum() or self.before.rstrip()[-1:].isdigit()
        return not self.glyphs.isdisjoint(DASHES) and self.after[:1].isdigit() and not follows

    @property
    def is_enclosed(self) -> bool:
        """Whether quotation marks were put around words, or taken away."""
        return bool(self.between) and self.glyphs <= QUOTES

    def words_around(self) -> tuple[list[str], list[str]]:
        """Return the words before and after the mark up to the next mark of any kind."""
        before = re.split(r"[^\w\s'’-]", self.before)[-1]
        after = re.split(r"[^\w\s'’-]", self.after)[0]
        return _WORD.findall(before), _WORD.findall(after)


def marks(alignment: Alignment, pairs: Iterable[SentencePair]) -> Iterator[Mark]:
    """Yield the changed marks of pairs of sentences, in order."""
    for pair in pairs:
        if pair.reference and pair.version and not pair.moved:
            yield from _joined(_marks(alignment, pair))


def _marks(alignment: Alignment, pair: SentencePair) -> Iterator[Mark]:
    if alignment.block(pair.reference[0].span.block).kind in _NO_PROSE:
        return
    for edit in pair.edits:
        if edit.is_change and (mark := _mark(alignment, edit)):
            yield mark


def _mark(alignment: Alignment, edit: Edit) -> Mark | None:
    """Return the mark that an edit changes; None if words change too, or if it begins an item of a list."""
    if edit.reference.text[-1:].isalnum() or edit.version.text[-1:].isalnum():
        return None
    glyphs = "".join((edit.reference.text + edit.version.text).split())
    if not glyphs or not all(glyph in _MARKS or glyph in _RELATIONS for glyph in glyphs):
        return None
    spans = [_trimmed(alignment, side) for side in (edit.reference, edit.version)]
    at = next(span for span in reversed(spans) if span.text)
    text = alignment.block(at.block).text
    if not text[: at.start].strip() and text[at.end : at.end + 1].isspace():
        return None
    spans_r, spans_v = ((span,) if span.text else () for span in spans)
    return Mark(spans[0].text, spans[1].text, spans_r, spans_v, text[: at.start], text[at.end :])


def _trimmed(alignment: Alignment, span: Span) -> Span:
    """Return a span without the white space around its text."""
    if not span.text.strip():
        return Span(span.block, span.start, span.start, "")
    start = span.start + len(span.text) - len(span.text.lstrip())
    return alignment.block(span.block).span(start, start + len(span.text.strip()))


def _joined(found: Iterator[Mark]) -> Iterator[Mark]:
    """Yield marks, with two that enclose the same words as one."""
    last: Mark | None = None
    for mark in found:
        if last is not None and _enclose(last, mark):
            spans_r, spans_v = last.spans_r + mark.spans_r, last.spans_v + mark.spans_v
            between = last.after[: len(mark.before) - len(last.before) - 1]
            reference, version = last.reference + mark.reference, last.version + mark.version
            yield Mark(reference, version, spans_r, spans_v, last.before, mark.after, between)
            last = None
        else:
            if last is not None:
                yield last
            last = mark
    if last is not None:
        yield last


def _enclose(first: Mark, second: Mark) -> bool:
    """Whether two marks are a pair, such as brackets; the same mark twice is one, except a comma."""
    if not any(((first.spans_r and second.spans_r), (first.spans_v and second.spans_v))):
        return False
    pairs = ((first.reference, second.reference), (first.version, second.version))
    same = [a == b for a, b in pairs]
    return all(b == _ENCLOSING.get(a, a) for a, b in pairs) and (not all(same) or first.glyphs != {","})

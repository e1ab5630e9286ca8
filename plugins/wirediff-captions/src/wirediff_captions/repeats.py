"""A caption or credit that is printed several times within one line, and what is printed between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from wirediff.model import Block, Kind, Pair, Span, Token
from wirediff_captions.layout import WordKey
from wirediff_captions.review import Review

_CLOSING = re.compile(r"[.!?…。»”’\"')\]]*")
"""What belongs to the words before it."""
FEW_WORDS: Mapping[Kind, int] = {"caption": 4, "credit": 2}
"""Words from which a text that is in a line twice is no coincidence: shorter ones have to be all of the line. Chosen by
hand: “Harbour” is twice in “Harbour, the old harbour”."""
_MOST = 20
"""Repeats of one text in a line that are found: a line may be nothing else."""
_BETWEEN = "\0"
"""What no word holds, between words that are looked for as one string: that takes linear time, whatever they repeat."""


class Repeat(NamedTuple):
    """A print too many within a line; all prints of the line, and how many of them the reference's line has."""

    span: Span
    prints: Sequence[Span]
    original: Block
    reference_count: int


def repeats(review: Review, kind: Kind) -> Iterator[Repeat]:
    """Yield the prints beyond the reference's number of each text of a kind, inside lines that correspond to it."""
    for pair in review.alignment.pairs:
        if pair.reference and pair.version and any(edit.is_change for edit in pair.edits):
            lines = (*pair.reference, *pair.version)
            if all(block.kind == kind for block in lines) and not any(map(review.is_explained, pair.version)):
                yield from _in_lines(review, pair)


def _in_lines(review: Review, pair: Pair) -> Iterator[Repeat]:
    """Yield the repeats of a whole text, and of its single sentences where these are repeated alone."""
    original, line = pair.reference[0], pair.version[0]
    told: list[Span] = []
    for key in _texts(review, original):
        known = sum(len(_places(key, _key(_words(review, block)))) for block in pair.reference)
        prints = list(_prints(review, line, key))
        if len(key) < FEW_WORDS[line.kind] and len(prints) * len(key) < len(_words(review, line)):
            continue  # a short text among other words
        beyond = sorted(prints, key=lambda span: _is_new(review, span))[max(known, 1) :][:_MOST]
        for span in sorted(beyond, key=attrgetter("start")):
            if not any(span.start < each.end and each.start < span.end for each in told):
                told.append(span)
                yield Repeat(span, prints, original, known)


def _texts(review: Review, original: Block) -> Iterator[WordKey]:
    sentences = review.reference.sentences(original)
    yield _key(_words(review, original))
    if len(sentences) > 1:
        yield from (key for sentence in sentences if len(key := _key(sentence.words)) >= FEW_WORDS[original.kind])


def _is_new(review: Review, span: Span) -> bool:
    """Whether nothing of the reference corresponds to a print: one of a text that has words added before it does."""
    return not review.alignment.counterpart(span)


def _prints(review: Review, block: Block, key: WordKey) -> Iterator[Span]:
    """Yield where a line has these words, with the marks that close them."""
    tokens = _words(review, block)
    for start in _places(key, _key(tokens)):
        end = tokens[start + len(key) - 1].end
        closed = _CLOSING.match(block.text, end)
        yield block.span(tokens[start].start, closed.end() if closed else end)


def _places(key: WordKey, line: WordKey) -> list[int]:
    """Return where some words begin in a line; prints do not overlap."""
    if not key or len(key) > len(line):
        return []
    wanted, text = (f"{_BETWEEN}{_BETWEEN.join(words)}{_BETWEEN}" for words in (key, line))
    found: list[int] = []
    words = at = 0
    while (place := text.find(wanted, at)) >= 0:
        words += text.count(_BETWEEN, at, place)
        found.append(words)
        words += len(key)
        at = place + len(wanted) - 1  # the mark after the last word is also the one before the next
    return found


def _words(review: Review, block: Block) -> Sequence[Token]:
    return [token for sentence in review.layout_of(block).sentences(block) for token in sentence.words]


def _key(tokens: Sequence[Token]) -> WordKey:
    return tuple(token.norm.casefold() for token in tokens)

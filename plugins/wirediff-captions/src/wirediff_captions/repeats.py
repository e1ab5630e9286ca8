"""A caption or credit that is printed several times within one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple
from unicodedata import category

from wirediff.model import Block, Kind, Pair, Span
from wirediff_captions.review import Review

FEW_WORDS: Mapping[Kind, int] = {"caption": 4, "credit": 2}
"""Words from which a text that is in a line twice is no coincidence: shorter ones have to be all of the line, or follow
each other. Chosen by hand: “Harbour” is twice in “Harbour, the old harbour”."""
PART = 6
"""Words from which a part of a caption is its repeat, though it is no sentence. Chosen by hand: names are shorter."""
_MOST = 20
"""Repeats of one text in a line that are found: a line may be nothing else."""
_CLOSING = re.compile(r"[.!?…。»”’\"')\]]*")
"""What belongs to the words before it."""


class Repeat(NamedTuple):
    """A print too many within a line; all prints of the line, and how often each side has the text."""

    span: Span
    prints: Sequence[Span]
    original: Block
    number: int
    reference_count: int


class _Letters:
    """A text without spaces, marks and capitals, as elements without a space between them glue words together."""

    def __init__(self, text: str) -> None:
        self._places = [
            (letter, place)
            for place, char in enumerate(text)
            if char.isalnum() or category(char)[0] == "M"
            for letter in char.casefold()
        ]
        self.text = "".join(letter for letter, _ in self._places)

    def prints(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where in the raw text these letters begin and end; prints do not overlap."""
        at = self.text.find(text) if text else -1
        while at >= 0:
            yield self._places[at][1], self._places[at + len(text) - 1][1] + 1
            at = self.text.find(text, at + len(text))


def repeats(review: Review, kind: Kind) -> Iterator[Repeat]:
    """Yield the prints beyond the reference's number of each text of a kind, inside lines that correspond to it.

    A caption may also be repeated behind its credit, in the credit's line.
    """
    for pair in review.alignment.pairs:
        if not pair.reference or not pair.version or not any(edit.is_change for edit in pair.edits):
            continue
        if any(map(review.is_explained, pair.version)):
            continue
        kinds = {block.kind for block in (*pair.reference, *pair.version)}
        if kinds == {kind}:
            yield from _in_line(review, pair, pair.reference[0])
        elif kind == "caption" and kinds == {"credit"}:
            caption = review.reference.captions_of_credits.get(pair.reference[0].id)
            if caption and len(review.reference.key(caption)) >= FEW_WORDS[kind]:
                yield from _in_line(review, pair, caption)


def _in_line(review: Review, pair: Pair, original: Block) -> Iterator[Repeat]:
    """Yield the repeats of a whole text, and of parts of it that are repeated alone."""
    line = pair.version[0]
    letters, known_in = _Letters(line.text), [_Letters(block.text) for block in pair.reference]
    elsewhere = 0 if original in pair.reference else 1
    told: list[Span] = []
    for text in _texts(review, pair, original):
        known = sum(len(list(each.prints(text.letters))) for each in known_in)
        prints = [_closed(line, start, end) for start, end in letters.prints(text.letters)]
        rest = len(letters.text) - text.around - _labels(review, line) - len(prints) * len(text.letters)
        if text.words < FEW_WORDS[original.kind] and rest > 0 and not (text.words > 1 and _adjoin(line, prints)):
            continue  # a short text among other words
        beyond = sorted(prints, key=lambda span: _is_new(review, span))[max(known, 1 - elsewhere) :][:_MOST]
        for span in sorted(beyond, key=attrgetter("start")):
            if not any(span.start < each.end and each.start < span.end for each in told):
                told.append(span)
                yield Repeat(span, prints, original, len(prints) + elsewhere, known + elsewhere)


class _Text(NamedTuple):
    """The letters of what may be repeated, how many words they are, and the letters of a label that may be before."""

    letters: str
    words: int
    around: int = 0


def _texts(review: Review, pair: Pair, original: Block) -> Iterator[_Text]:
    """Yield a text, that of a credit without its label, its longer sentences, and longer parts that are added."""
    sentences = review.reference.sentences(original)
    whole = _Text(_Letters(original.text).text, sum(len(sentence.words) for sentence in sentences))
    yield whole
    if original.kind == "credit":
        label = len(_Letters(_label(original)).text)
        yield _Text(whole.letters[label:], whole.words - 1, label)
    elif len(sentences) > 1:
        for sentence in sentences:
            if len(sentence.words) > 1:
                yield _Text(_Letters(sentence.span.text).text, len(sentence.words))
    for edit in pair.edits:
        for part in review.outside_labels(edit.version) if edit.op == "insert" else ():
            letters, words = _Letters(part.text).text, len(part.text.split())
            if words >= PART and letters in whole.letters:
                yield _Text(letters, words)


def _label(credit: Block) -> str:
    from wirediff.newsroom import parse_credit

    label = parse_credit(credit.text).label
    return label if _Letters(credit.text).text.startswith(_Letters(label).text) else ""


def _closed(line: Block, start: int, end: int) -> Span:
    """Return the span of a print with the marks that close it."""
    closing = _CLOSING.match(line.text, end)
    return line.span(start, closing.end() if closing else end)


def _adjoin(line: Block, prints: Sequence[Span]) -> bool:
    """Whether there is nothing but marks between prints, as in "The quay. The quay. At dawn"."""
    return not any(char.isalnum() for one, other in pairwise(prints) for char in line.text[one.end : other.start])


def _labels(review: Review, line: Block) -> int:
    """Return how many letters of a line are labels of controls by what a finding says."""
    return sum(len(_Letters(label.text).text) for label in review.labels(line))


def _is_new(review: Review, span: Span) -> bool:
    """Whether nothing of the reference corresponds to a print: one of a text that has words added before it does."""
    return not review.alignment.counterpart(span)

"""The statements and quotations of both articles, found by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from wirediff.model import Alignment, Span
from wirediff_attributions.extraction import statements
from wirediff_attributions.language import is_english
from wirediff_attributions.lookup import Lookup
from wirediff_attributions.model import Statement
from wirediff_attributions.quotations import Quotation, quotations

KEPT = 0.35
"""Minimum share of a statement that the other side must have for its slots to be compared: with less, the speaker and
cue there may belong to another statement. Chosen by hand on the fixtures."""


class _Contents(NamedTuple):
    """The contents of a block's statements by where they begin; `reach` is the furthest end up to each."""

    starts: list[int]
    reach: list[int]
    held: list[tuple[Span, Statement]]


class Statements:
    """The statements and quotations of one article."""

    def __init__(self, found: Sequence[Statement], quotes: Mapping[str, Sequence[Quotation]]) -> None:
        self.statements = found
        self.quotations = quotes
        self._outer = _by_block([each for each in found if not each.nested])
        self._nested = _by_block([each for each in found if each.nested])

    def covering(self, span: Span, *, nested: bool = False) -> Statement | None:
        """Return the statement whose content overlaps most with `span`, among nested statements if `nested`."""
        held = _held_in(self._nested if nested else self._outer, span)
        overlap: dict[int, int] = defaultdict(int)
        for place, statement in held:
            overlap[id(statement)] += common(place, span)
        best = max((statement for _, statement in held), key=lambda each: overlap[id(each)], default=None)
        return best if overlap[id(best)] > 0 else None

    def overlapping(self, span: Span) -> Sequence[Quotation]:
        """Return the quotations that share a character with `span`, in order."""
        quotes = self.quotations.get(span.block, ())
        first = bisect_right(quotes, span.start, key=lambda quote: quote.outer.end)
        return quotes[first : bisect_left(quotes, span.end, key=lambda quote: quote.outer.start)]

    def quoted(self, span: Span) -> int:
        """Return how many characters of `span` are in quotations."""
        return sum(common(quote.outer, span) for quote in self.overlapping(span))

    def all_quotations(self) -> Iterator[Quotation]:
        """Yield every quotation in order."""
        for found in self.quotations.values():
            yield from found


def _held_in(places: Mapping[str, _Contents], span: Span) -> Sequence[tuple[Span, Statement]]:
    held = places.get(span.block)
    if held is None:
        return ()
    return held.held[bisect_right(held.reach, span.start) : bisect_left(held.starts, span.end)]


def _by_block(found: Sequence[Statement]) -> Mapping[str, _Contents]:
    held: dict[str, list[tuple[Span, Statement]]] = defaultdict(list)
    for statement in found:
        for span in statement.content:
            held[span.block].append((span, statement))
    return {block: _sorted(places) for block, places in held.items()}


def _sorted(places: list[tuple[Span, Statement]]) -> _Contents:
    ordered = sorted(places, key=lambda pair: (pair[0].start, pair[0].end))
    return _Contents(
        [span.start for span, _ in ordered], list(accumulate((span.end for span, _ in ordered), max)), ordered
    )


class Matched(NamedTuple):
    """The statements of both articles, and what corresponds to what."""

    words: Lookup
    reference: Statements
    version: Statements

    def opposite(self, statement: Statement, article: Statements) -> tuple[Sequence[Span], Statement | None]:
        """Return where `article` has the content of a statement of the other side, and the statement there.

        There are no places if the article has less than `KEPT` of the content.
        """
        if max((self.words.kept(span) for span in statement.content), default=0.0) < KEPT:
            return (), None
        places = [place for span in statement.content for place in self.words.counterpart(span)]
        found = (article.covering(place, nested=statement.nested) for place in places)
        return places, next((each for each in found if each), None)


def matched(alignment: Alignment) -> Matched:
    """Both articles' statements and quotations."""
    found = []
    for article in (alignment.reference, alignment.version):
        quotes = quotations([block for block in article.blocks if block.kind != "widget"])
        # In a language of which only quotation marks are read, no statement has a speaker.
        said = statements(article.blocks, alignment.sentences, quotes) if is_english(article.language) else []
        found.append(Statements(said, quotes))
    return Matched(Lookup(alignment), *found)


def common(first: Span, second: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(first.end, second.end) - max(first.start, second.start)) if first.block == second.block else 0

"""The words of one sentence, with what extraction needs to know about them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress
from operator import ne
from typing import NamedTuple

from wirediff.model import Block, Sentence, Span
from wirediff.packaged import entries, table
from wirediff_attributions.quotations import Quotation


class People(NamedTuple):
    """The word lists of `data/people.toml`, and those who have a title or are a body of several."""

    titles: frozenset[str]
    honorifics: frozenset[str]
    ranks: frozenset[str]
    bodies: frozenset[str]
    pronouns: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    positions: frozenset[str]
    described: frozenset[str]


def _read() -> People:
    data = table("wirediff_attributions", "people")
    lists = {name: frozenset(entries(data[name])) for name in People._fields if name in data}
    return People(**lists, described=lists["titles"] | lists["bodies"])


PEOPLE = _read()


class Clause:
    """One sentence as parallel lists, indexed by token.

    `quoted` maps the tokens in a quotation, including its marks, to the number of that quotation, in order.
    """

    def __init__(self, block: Block, sentence: Sentence, quotations: Sequence[Quotation]) -> None:
        self.block = block
        self.quotations = quotations
        self.sentence = sentence
        self.starts, self.ends, self.texts, norms, kinds = zip(*sentence.tokens, strict=True)
        self.low = list(map(str.casefold, norms))
        self.word: list[bool] = [kind != "punctuation" for kind in kinds]
        self.capital: list[bool] = list(map(ne, self.low, norms))
        for at in compress(range(len(kinds)), self.capital):
            self.capital[at] = kinds[at] == "word" and self.texts[at][0].isupper()
        self.quoted = _quoted(self.starts, quotations)
        self.skipped: dict[int, int] = {}
        """What `skip_auxiliaries` found for a token; it is asked several times for each verb."""

    def __len__(self) -> int:
        return len(self.low)

    @property
    def is_headline(self) -> bool:
        """Whether most words have capitals, which then do not show names."""
        return 2 * sum(self.capital) > sum(self.word)

    def span(self, start: int, end: int) -> Span:
        """Return the place of the tokens from `start` up to, not including, `end`."""
        return self.block.span(self.starts[start], self.ends[end - 1])

    def text(self, start: int, end: int) -> str:
        """Return the text of these tokens."""
        return self.block.text[self.starts[start] : self.ends[end - 1]]

    def at(self, index: int) -> str:
        """Return the token in lower case; the empty string outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""


def _quoted(starts: Sequence[int], quotations: Sequence[Quotation]) -> dict[int, int]:
    found: dict[int, int] = {}
    for number, quote in enumerate(quotations):
        inside = range(bisect_left(starts, quote.outer.start), bisect_left(starts, quote.outer.end))
        found.update(dict.fromkeys(inside, number))
    return found


def clauses_of(block: Block, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[Clause]:
    """Return the sentences of a block, each with the quotations in it and the one before it."""
    found = []
    first, count = 0, len(quotations)
    for sentence in sentences:
        while first < count and quotations[first].outer.end <= sentence.span.start:
            first += 1
        stop = first
        while stop < count and quotations[stop].outer.start < sentence.span.end:
            stop += 1
        found.append(Clause(block, sentence, quotations[max(0, first - 1) : stop]))
    return found

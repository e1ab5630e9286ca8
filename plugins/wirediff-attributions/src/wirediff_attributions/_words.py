"""The words of one sentence with what extraction asks of them."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from importlib.resources import files
from typing import NamedTuple

from wirediff.model import Block, Sentence, Span
from wirediff_attributions._quotations import Quotation


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
    data = tomllib.loads(files("wirediff_attributions").joinpath("data", "people.toml").read_text("utf-8"))
    lists = {name: frozenset(data[name]) for name in People._fields if name in data}
    return People(**lists, described=lists["titles"] | lists["bodies"])


PEOPLE = _read()


class Clause:
    """One sentence as parallel lists, indexed by token; `quoted` names the quotation that a token stands in."""

    def __init__(self, block: Block, sentence: Sentence, quotations: Sequence[Quotation]) -> None:
        self.block = block
        self.quotations = quotations
        self.sentence = sentence
        self.starts, self.ends, self.texts, norms, kinds = zip(*sentence.tokens, strict=True)
        self.low = [norm.casefold() for norm in norms]
        self.word = [kind != "punctuation" for kind in kinds]
        self.capital = [kind == "word" and text[0].isupper() for kind, text in zip(kinds, self.texts, strict=True)]
        self.is_headline = 2 * sum(self.capital) > sum(self.word)
        self.quoted = _quoted(self.starts, quotations)
        self.inside = [number >= 0 for number in self.quoted]

    def __len__(self) -> int:
        return len(self.low)

    def span(self, start: int, end: int) -> Span:
        """The text of the tokens from `start` up to, not including, `end`."""
        return self.block.span(self.starts[start], self.ends[end - 1])

    def at(self, index: int) -> str:
        """The token in lower case; the empty string outside the sentence."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def is_quoted(self, index: int) -> bool:
        """Whether the token stands in a quotation, its marks included."""
        return 0 <= index < len(self.inside) and self.inside[index]


def _quoted(starts: Sequence[int], quotations: Sequence[Quotation]) -> list[int]:
    if not quotations:
        return [-1] * len(starts)
    found = []
    at = 0
    for start in starts:
        while at < len(quotations) and quotations[at].outer.end <= start:
            at += 1
        inside = at < len(quotations) and quotations[at].outer.start <= start
        found.append(at if inside else -1)
    return found


def clauses_of(block: Block, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[Clause]:
    """The sentences of a block, each with the quotations in it and the one before it."""
    found = []
    for sentence in sentences:
        first = bisect_right(quotations, sentence.span.start, key=lambda quote: quote.outer.end)
        stop = bisect_left(quotations, sentence.span.end, key=lambda quote: quote.outer.start)
        found.append(Clause(block, sentence, quotations[max(0, first - 1) : stop]))
    return found

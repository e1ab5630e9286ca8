"""The words of both articles as dense integers, with how telling each of them is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wirediff.model import Sentence, Token

_PRIOR_WEIGHT = 200
"""Tokens that the prior counts as: it decides in a short item and fades in a long article."""

_PRIOR = (0.05, 0.02, 0.015, 0.01, 0.003)
"""Expected share of a token among all tokens by its length: punctuation, then words of 1, 2, 3 and 4 letters."""

_PRIOR_LONG = 0.0003
"""The same for longer words. Frequent words are short in every language (Zipf, The Psychobiology of Language, 1935)."""


def key(token: Token) -> str:
    """What tokens are matched by: the normal form without case."""
    return token.norm.casefold()


@dataclass(frozen=True)
class Vocabulary:
    """Dense integers for token keys; `bits[n]` is the self-information of number n, `words[n]` whether it is a word.

    `weights[n]` is its weight in a common subsequence: 1 to 3 for words, the more telling the heavier, and 0 for
    punctuation, which never competes with words.
    """

    numbers: dict[str, int]
    bits: list[float]
    words: list[bool]
    weights: list[int]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Vocabulary:
        """The vocabulary of all tokens of `sentences`."""
        counts: Counter[str] = Counter()
        words: dict[str, bool] = {}
        for sentence in sentences:
            for token in sentence.tokens:
                folded = key(token)
                counts[folded] += 1
                words[folded] = token.kind != "punctuation"
        total = sum(counts.values()) + _PRIOR_WEIGHT
        bits = [
            -math.log2((count + _PRIOR_WEIGHT * _expected(folded, words[folded])) / total)
            for folded, count in counts.items()
        ]
        weights = [
            min(max(round(amount / 4), 1), 3) if words[folded] else 0
            for folded, amount in zip(counts, bits, strict=True)
        ]
        return cls({folded: n for n, folded in enumerate(counts)}, bits, [words[folded] for folded in counts], weights)

    def number(self, tokens: Iterable[Token]) -> list[int]:
        """The numbers of `tokens`."""
        return [self.numbers[key(token)] for token in tokens]

    def telling(self, numbers: Iterable[int]) -> list[int]:
        """The words among `numbers`; all of them where there is no word."""
        every = list(numbers)
        return [number for number in every if self.words[number]] or every


def _expected(folded: str, is_word: bool) -> float:
    if not is_word:
        return _PRIOR[0]
    return _PRIOR[len(folded)] if 0 < len(folded) < len(_PRIOR) else _PRIOR_LONG

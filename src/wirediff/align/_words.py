"""The words of both articles as dense integers, with how telling each of them is.

Tokens are matched by their normal form without case.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from wirediff.model import Sentence

_PRIOR_WEIGHT = 200
"""Tokens that the prior counts as: it decides in a short item and fades in a long article."""

_PRIOR = (0.05, 0.02, 0.015, 0.01, 0.003)
"""Expected share of a token among all tokens by its length: punctuation, then words of 1, 2, 3 and 4 letters."""

_PRIOR_LONG = 0.0003
"""The same for longer words. Frequent words are short in every language (Zipf, The Psychobiology of Language, 1935)."""

_TELLING, _RARE = 6.0, 10.0
"""Bits of a word that weighs 2, and beyond which it weighs 3."""
_ALIKE = 0.33
"""Share of the information of both that two sentences have in common which are surely one (Jaccard's index)."""
_STRETCH = 32.0
"""Bits of some words that are not told apart: more than any word has."""
_NONE: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True)
class Vocabulary:
    """Dense integers for token keys, as `number` gives them.

    `numbers[block_id]` holds one list of numbers for each sentence of the block. `bits[n]` is the self-information of
    number n, `is_word[n]` tells words from punctuation, and `weights[n]` is its weight in a common subsequence: 1 to 3
    for words, the more telling the heavier, and 0 for punctuation, which never competes with words. Of blocks
    that are not cut into words, each stretch is a number, in `stretches[block_id]`.
    """

    number: Mapping[str, int]
    numbers: Mapping[str, list[list[int]]]
    bits: list[float]
    is_word: list[bool]
    weights: list[int]
    stretches: Mapping[str, list[int]]

    @classmethod
    def of(
        cls, sentences: Mapping[str, tuple[Sentence, ...]], stretches: Mapping[str, Sequence[str]] = _NONE
    ) -> Vocabulary:
        """The vocabulary of the blocks whose sentences, or else whose stretches, are given by block id."""
        kinds = {token.norm: token.kind for group in sentences.values() for own in group for token in own.tokens}
        folded = {norm: norm.casefold() for norm in kinds}
        is_a_word = {folded[norm]: kind != "punctuation" for norm, kind in kinds.items()}
        found = {key: number for number, key in enumerate(is_a_word)}
        number_of = {norm: found[key] for norm, key in folded.items()}
        numbers = {
            block_id: [[number_of[token.norm] for token in own.tokens] for own in group]
            for block_id, group in sentences.items()
        }
        is_word = list(is_a_word.values())
        counts = Counter(chain.from_iterable(chain.from_iterable(numbers.values())))
        total = counts.total() + _PRIOR_WEIGHT
        bits = [
            -math.log2((counts[number] + _PRIOR_WEIGHT * _expected(folded, is_word[number])) / total)
            for folded, number in found.items()
        ]
        weights = [
            1 + (amount >= _TELLING) + (amount > _RARE) if word else 0
            for amount, word in zip(bits, is_word, strict=True)
        ]
        whole = {
            text: len(bits) + number
            for number, text in enumerate(dict.fromkeys(chain.from_iterable(stretches.values())))
        }
        bits += [_STRETCH] * len(whole)
        is_word += [True] * len(whole)
        weights += [1] * len(whole)
        others = {block_id: [whole[text] for text in texts] for block_id, texts in stretches.items()}
        return cls(found, numbers, bits, is_word, weights, others)

    @cached_property
    def bits_by_number(self) -> Mapping[int, float]:
        """The bits as a mapping."""
        return dict(enumerate(self.bits))

    @cached_property
    def word_bits(self) -> list[float]:
        """The bits of words, and 0 for punctuation."""
        return [amount if word else 0.0 for amount, word in zip(self.bits, self.is_word, strict=True)]

    def block(self, block_id: str) -> list[int]:
        """The numbers of all tokens, or stretches, of a block."""
        if block_id in self.stretches:
            return self.stretches[block_id]
        return [number for own in self.numbers[block_id] for number in own]

    def tokens(self, sentence: Sentence) -> list[int]:
        """The numbers of the tokens of a sentence."""
        return [self.number[token.norm.casefold()] for token in sentence.tokens]

    def sentence(self, sentence: Sentence) -> Sequence[int]:
        """The numbers of the words of a sentence."""
        return self.telling(self.tokens(sentence))

    def telling(self, numbers: Sequence[int]) -> Sequence[int]:
        """The words among `numbers`; all of them where there is no word."""
        is_word = self.is_word
        return [number for number in numbers if is_word[number]] or numbers

    def are_alike(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether two stretches of text have so much in common that neither can belong to another one."""
        if ours == theirs:
            return True
        mine, others, bits = set(ours), set(theirs), self.bits
        shared = sum([bits[number] for number in mine & others])
        return shared >= _ALIKE * sum([bits[number] for number in mine | others])


def _expected(folded: str, is_word: bool) -> float:
    if not is_word:
        return _PRIOR[0]
    return _PRIOR[len(folded)] if 0 < len(folded) < len(_PRIOR) else _PRIOR_LONG

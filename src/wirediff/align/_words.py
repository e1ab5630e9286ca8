"""The words of both articles as dense integers, and how much information each of them carries.

Tokens are matched by their normal form without case, accents and hyphens, so that "café" meets "cafe" and "co-operate"
"cooperate": whether such a difference is one of spelling or of the word is judged once they have met.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from wirediff.model import Sentence

_PRIOR_WEIGHT = 200
"""Tokens that the prior counts as: it decides in a short item, whose own counts say little, and fades in a long
article. Chosen by hand."""

_PRIOR = (0.05, 0.02, 0.015, 0.01, 0.003)
"""Expected share of a token among all tokens by its length: punctuation, then words of 1, 2, 3 and 4 letters."""

_PRIOR_LONG = 0.0003
"""The same for longer words. Frequent words are short in every language (Zipf, The Psychobiology of Language, 1935)."""

# Weights of words in a common subsequence, 1 to 3: whole numbers, as a kernel is given an item as often as it weighs,
# and few, as its cost grows with them. In two articles of 800 words "the" has about 4 bits, a longer word that each of
# them has five times 8, and one that each has once 10.
_TELLING = 6.0
"""Bits from which a word weighs 2."""
_RARE = 10.0
"""Bits beyond which a word weighs 3."""
_ALIKE = 0.33
"""Jaccard's index from which sentences correspond one by one, without a search, if both sides have equally many: a
third of all their information is half of what each has on average (Dice's coefficient 0.5)."""
_STRETCH = 32.0
"""Bits of a stretch beyond the caps, which is compared as a whole: more than any word has."""
_SHORT = 3
"""Maximum letters of nearly all articles, prepositions and conjunctions of the languages of news; chosen by hand."""
_BRACKETS = {**dict.fromkeys("([{", 1), **dict.fromkeys(")]}", -1)}
_LIGATURES = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_NONE: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True)
class Vocabulary:
    """Dense integers for tokens: `number` gives that of what is alike in their normal forms.

    `numbers[block_id]` holds one list of numbers for each sentence of the block. `bits[n]` is the self-information of
    number n, `is_word[n]` says whether it is a word or punctuation, and `weights[n]` is its weight in a common
    subsequence: 1 to 3 for words, more for rare ones, and 0 for punctuation, which never competes with words. In
    `stretches[block_id]`, each stretch of a block that is not divided into words has a number.
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
        """Number the words of blocks whose sentences, or else whose stretches, are given by block id."""
        # Equal blocks of both sides share their tokens, which are numbered once.
        distinct = {id(own.tokens): own.tokens for group in sentences.values() for own in group}
        kinds = {token.norm: token.kind for tokens in distinct.values() for token in tokens}
        folded = {norm: _key(norm) for norm in kinds}
        is_a_word = {folded[norm]: kind != "punctuation" for norm, kind in kinds.items()}
        found = {key: number for number, key in enumerate(is_a_word)}
        number_of = {norm: found[key] for norm, key in folded.items()}
        numbered = {key: [number_of[token.norm] for token in tokens] for key, tokens in distinct.items()}
        numbers = {block_id: [numbered[id(own.tokens)] for own in group] for block_id, group in sentences.items()}
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
        by_block = {block_id: [whole[text] for text in texts] for block_id, texts in stretches.items()}
        return cls(found, numbers, bits, is_word, weights, by_block)

    @cached_property
    def bits_by_number(self) -> Mapping[int, float]:
        """The bits as a mapping."""
        return dict(enumerate(self.bits))

    @cached_property
    def word_bits(self) -> list[float]:
        """The bits of words, and 0 for punctuation."""
        return [amount if word else 0.0 for amount, word in zip(self.bits, self.is_word, strict=True)]

    @cached_property
    def depth(self) -> Mapping[int, int]:
        """Of each bracket, 1 if it opens and -1 if it closes."""
        return {self.number[mark]: step for mark, step in _BRACKETS.items() if mark in self.number}

    @cached_property
    def short(self) -> frozenset[int]:
        """The words of at most `_SHORT` letters."""
        return frozenset(number for key, number in self.number.items() if len(key) <= _SHORT and self.is_word[number])

    def block(self, block_id: str) -> list[int]:
        """The numbers of all tokens, or stretches, of a block."""
        if block_id in self.stretches:
            return self.stretches[block_id]
        return [number for own in self.numbers[block_id] for number in own]

    def tokens(self, sentence: Sentence) -> list[int]:
        """The numbers of the tokens of a sentence."""
        return [self.number[_key(token.norm)] for token in sentence.tokens]

    def sentence(self, sentence: Sentence) -> Sequence[int]:
        """The numbers of the words of a sentence."""
        return self.telling(self.tokens(sentence))

    def telling(self, numbers: Sequence[int]) -> Sequence[int]:
        """The words among `numbers`; all of them where there is no word."""
        is_word = self.is_word
        return [number for number in numbers if is_word[number]] or numbers

    def are_alike(self, reference: Sequence[int], version: Sequence[int]) -> bool:
        """Whether two sentences have so much in common that neither can correspond to another one."""
        if reference == version:
            return True
        words_r, words_v, bits = set(reference), set(version), self.bits
        shared = sum([bits[number] for number in words_r & words_v])
        return shared >= _ALIKE * sum([bits[number] for number in words_r | words_v])


def _key(norm: str) -> str:
    """What a word has in common with its other spellings: small letters without accents and hyphens.

    In figures ("2-1") a hyphen counts, and only Latin letters are what they are without their marks.
    """
    folded = norm.casefold()
    if not folded.isascii():
        folded = "".join(map(_plain, folded))
    if "-" not in folded or any(map(str.isdigit, folded)):
        return folded
    return folded.replace("-", "") or folded


@cache
def _plain(letter: str) -> str:
    """A Latin letter without its accent, or else any character itself."""
    first = unicodedata.normalize("NFKD", letter)[0]
    return _LIGATURES.get(letter, first if first.isascii() else letter)


def _expected(folded: str, is_word: bool) -> float:
    if not is_word:
        return _PRIOR[0]
    return _PRIOR[len(folded)] if 0 < len(folded) < len(_PRIOR) else _PRIOR_LONG

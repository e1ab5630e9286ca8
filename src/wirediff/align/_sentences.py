"""Which sentences of a pair correspond, and how their words differ."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from difflib_ext import Opcode, diff, from_matches, slide
from difflib_ext import align as align_documents
from wirediff.align._strip import Strip
from wirediff.align._words import Vocabulary
from wirediff.model import Sentence

_RATIO = 3
"""Left-over sentences between aligned ones correspond unless one side is more than this many times as long: a rewording
has about the length of what it replaces. Chosen by hand on the fixtures."""


class Group(NamedTuple):
    """Sentences `r1:r2` of the reference's side and `v1:v2` of the version's; one range may be empty."""

    r1: int
    r2: int
    v1: int
    v2: int


def align_sentences(reference: Strip, version: Strip, vocabulary: Vocabulary) -> list[Group]:
    """Group corresponding sentences; the groups tile both sides in order."""
    if len(reference.sentences) == 1 == len(version.sentences):
        return [Group(0, 1, 0, 1)]
    words_r = [vocabulary.telling(own) for own in reference.numbers]
    words_v = [vocabulary.telling(own) for own in version.numbers]
    if len(words_r) == len(words_v) and all(map(vocabulary.are_alike, words_r, words_v)):
        return [Group(k, k + 1, k, k + 1) for k in range(len(words_r))]
    found = align_documents(words_r, words_v, bits=vocabulary.bits_by_number, move_threshold=None)
    groups: list[Group] = []
    r = v = 0
    for match in found.correspondences:
        groups += _between(r, match.a[0], v, match.b[0], reference.sentences, version.sentences)
        r, v = match.a[-1] + 1, match.b[-1] + 1
        groups.append(Group(match.a[0], r, match.b[0], v))
    return groups + _between(r, len(words_r), v, len(words_v), reference.sentences, version.sentences)


def _between(
    r1: int, r2: int, v1: int, v2: int, reference: Sequence[Sentence], version: Sequence[Sentence]
) -> list[Group]:
    """Group left-over sentences: one by one if both sides have equally many, else all together; each side apart if
    their lengths differ too much."""
    if r1 == r2 or v1 == v2:
        return [Group(r1, r2, v1, v2)] if r1 < r2 or v1 < v2 else []
    if r2 - r1 == v2 - v1 > 1:
        return [
            group
            for k in range(r2 - r1)
            for group in _between(r1 + k, r1 + k + 1, v1 + k, v1 + k + 1, reference, version)
        ]
    length_r, length_v = (sum(len(s.tokens) for s in side) for side in (reference[r1:r2], version[v1:v2]))
    if max(length_r, length_v) > _RATIO * min(length_r, length_v):
        return [Group(r1, r2, v1, v1), Group(r2, r2, v1, v2)]
    return [Group(r1, r2, v1, v2)]


class WordDiff(NamedTuple):
    """Token opcodes of a pair; `coarse` if a cap forced a coarser method."""

    opcodes: list[Opcode]
    coarse: bool


def diff_words(groups: Sequence[Group], reference: Strip, version: Strip, vocabulary: Vocabulary) -> WordDiff:
    """The opcodes of both sides' tokens, found group by group."""
    opcodes: list[Opcode] = []
    coarse = False
    i = j = 0
    for group in groups:
        a = [number for own in reference.numbers[group.r1 : group.r2] for number in own]
        b = [number for own in version.numbers[group.v1 : group.v2] for number in own]
        if a == b:
            opcodes.append(Opcode("equal", i, i + len(a), j, j + len(b)))
        else:
            found = diff(a, b, weights=[vocabulary.weights[n] for n in a], bits=[vocabulary.bits[n] for n in a])
            coarse = coarse or found.coarse
            settled = slide(found.opcodes, a, b, _Awkwardness(a, b, vocabulary))
            opcodes += [Opcode(tag, i + i1, i + i2, j + j1, j + j2) for tag, i1, i2, j1, j2 in settled]
        i, j = i + len(a), j + len(b)
    return WordDiff(opcodes, coarse)


class _Awkwardness:
    """How badly words read as an addition or a removal: first if they hold half a pair of brackets, then the less the
    text breaks where they begin and end, then if they end with a short word: a preposition or an article begins a
    phrase."""

    def __init__(self, a: list[int], b: list[int], vocabulary: Vocabulary) -> None:
        self._sides = (a, b)
        self._vocabulary = vocabulary

    def __call__(self, side: Literal[0, 1], start: int, end: int) -> tuple[bool, int, bool]:
        """A value that is lower the better words `start:end` of a side read."""
        numbers = self._sides[side]
        breaks = self._break(numbers, start) + self._break(numbers, end)
        return self._has_half(numbers[start:end]), -breaks, numbers[end - 1] in self._vocabulary.short

    def _has_half(self, numbers: list[int]) -> bool:
        """Whether a bracket is closed that was not opened before, or the reverse."""
        steps = self._vocabulary.depth
        depths = [0, *accumulate(steps[number] for number in numbers if number in steps)]
        return min(depths) < 0 or depths[-1] > 0

    def _break(self, numbers: list[int], place: int) -> int:
        if place in (0, len(numbers)):
            return 1
        return int(self._is_mark(numbers[place - 1]) or self._is_mark(numbers[place]))

    def _is_mark(self, number: int) -> bool:
        return not self._vocabulary.is_word[number] and number not in self._vocabulary.depth


def replace_words(reference: Strip, version: Strip) -> WordDiff:
    """Replace all tokens by all tokens, unless they are the same: what is left to do when the time is up."""
    a, b = (sum(len(own) for own in side.numbers) for side in (reference, version))
    if reference.numbers == version.numbers:
        return WordDiff([Opcode("equal", 0, a, 0, b)] if a else [], False)
    return WordDiff(from_matches([], a, b), False)

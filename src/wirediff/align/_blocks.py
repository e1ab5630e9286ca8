"""Which blocks of the reference became which blocks of the version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import eq
from typing import NamedTuple

from difflib_ext import Correspondence, heaviest_chain
from difflib_ext import align as align_documents
from wirediff.align._words import Vocabulary
from wirediff.model import Block, Kind

_LIKE: Mapping[Kind, str] = {
    "headline": "headline",
    "byline": "byline",
    "dateline": "date",
    "date": "date",
    "caption": "caption",
    "credit": "credit",
    "widget": "widget",
}
"""Roles that align only with their like; all others are body text."""

# How similar two blocks must be to correspond. Similarity is Dice's coefficient over the telling words of both, from 0
# to 1; all of these were chosen by hand on the fixtures. Blocks of like roles in one order need 0.2 and moved ones
# 0.35, the defaults of `difflib_ext.align`: there, order and neighbours speak for a pair too.

_UNMISTAKABLE = 0.8
"""Minimum similarity of left-over blocks of unlike roles. A loader may call a line a caption on one page and a
paragraph on the other; that it was the same line, only nearly equal words can show."""

_IN_PLACE = 0.15
"""Minimum similarity of two blocks that are the only ones left over between the same matched neighbours: less than
anywhere else, as their place says that one was written for the other."""

_RELATED = 0.1
"""Minimum share of the shorter article's words in matched blocks. With less the articles are about different things,
and a weak match between them is chance."""

_CERTAIN = 0.5
"""Minimum similarity of matches that count even between such articles: a paragraph that one took from the other."""

_SHIFTED_BITS = 24.0
"""Minimum information that crossed from one match into the next for both to become one match, inside which the
paragraph break moved: what a moved block must share too (`difflib_ext._documents`), about three rare words. With less,
two paragraphs that merely repeat a name would be joined."""


class Match(NamedTuple):
    """Indices of corresponding blocks, ascending; `moved` if they are out of order."""

    reference: tuple[int, ...]
    version: tuple[int, ...]
    moved: bool


class BlockAlignment(NamedTuple):
    """All matches in the reference's order; `coarse` if a cap kept the aligner from looking at everything."""

    matches: tuple[Match, ...]
    coarse: bool


def align_blocks(
    reference: Sequence[Block],
    version: Sequence[Block],
    vocabulary: Vocabulary,
) -> BlockAlignment:
    """Match blocks of like roles by the telling words they share, then what is left over, whatever its role."""
    words_r, words_v = (
        [vocabulary.telling(vocabulary.block(block.id)) for block in side] for side in (reference, version)
    )
    bits = vocabulary.bits_by_number
    groups = _groups(reference, words_r, version, words_v), _groups(version, words_v, reference, words_r)
    alike = align_documents(words_r, words_v, bits=bits, groups=groups)
    found = list(alike.correspondences)
    left_r = _left_over(reference, (i for match in found for i in match.a))
    left_v = _left_over(version, (j for match in found for j in match.b))
    rest = align_documents(
        [words_r[i] for i in left_r],
        [words_v[j] for j in left_v],
        bits=bits,
        threshold=_UNMISTAKABLE,
        move_threshold=_UNMISTAKABLE,
    )
    found += [
        Correspondence(tuple(left_r[i] for i in match.a), tuple(left_v[j] for j in match.b), match.similarity)
        for match in rest.correspondences
    ]
    found += _in_place(found, words_r, words_v, groups, bits)
    if not _related(found, words_r, words_v):
        found = [match for match in found if match.similarity >= _CERTAIN]
    matches = _join_shifted(_in_order(found, words_r, vocabulary), words_r, words_v, vocabulary)
    return BlockAlignment(tuple(matches), alike.coarse or rest.coarse)


def _groups(
    blocks: Sequence[Block],
    words: Sequence[Sequence[int]],
    opposite: Sequence[Block],
    opposite_words: Sequence[Sequence[int]],
) -> list[str]:
    """The group of each block, within which it may correspond: its role.

    Body text that is word for word a caption on the other side is not a rewording of any paragraph there. It is a group
    of its own, and is matched as a left-over block.
    """
    captions = {tuple(own) for block, own in zip(opposite, opposite_words, strict=True) if block.kind == "caption"}
    body = {tuple(own) for block, own in zip(opposite, opposite_words, strict=True) if block.kind not in _LIKE}
    repeated = captions - body
    found = [_LIKE.get(block.kind, "body") for block in blocks]
    return [
        "repeated" if repeated and group == "body" and tuple(own) in repeated else group
        for group, own in zip(found, words, strict=True)
    ]


def _in_place(
    found: Iterable[Correspondence],
    words_r: Sequence[Sequence[int]],
    words_v: Sequence[Sequence[int]],
    groups: tuple[Sequence[str], Sequence[str]],
    bits: Mapping[int, float],
) -> list[Correspondence]:
    """Blocks rewritten in their places: each the only one of its side between two matches that follow each other."""
    ends = [(-1, -1), *sorted((match.a[-1], match.b[-1]) for match in found)]
    starts = [*sorted((match.a[0], match.b[0]) for match in found), (len(words_r), len(words_v))]
    matched_v = {j for match in found for j in match.b}
    alone = [
        (i + 1, j + 1)
        for (i, j), (next_i, next_j) in zip(ends, starts, strict=True)
        if next_i - i == next_j - j == 2 and j + 1 not in matched_v and groups[0][i + 1] == groups[1][j + 1]
    ]
    similarities = [(i, j, _similarity(words_r[i], words_v[j], bits)) for i, j in alone]
    return [
        Correspondence((i,), (j,), similarity)
        for i, j, similarity in similarities
        if similarity >= _IN_PLACE or _are_exchanged(words_r[i], words_v[j])
    ]


def _similarity(reference: Sequence[int], version: Sequence[int], bits: Mapping[int, float]) -> float:
    """Dice's coefficient of two blocks' words, from 0 to 1."""
    found = align_documents([reference], [version], bits=bits, threshold=_IN_PLACE, move_threshold=None)
    return next((match.similarity for match in found.correspondences), 0.0)


def _are_exchanged(reference: Sequence[int], version: Sequence[int]) -> bool:
    """Whether two blocks have as many words, and one of them in the same place, as if the others were exchanged."""
    return len(reference) == len(version) and any(map(eq, reference, version))


def _related(
    found: Iterable[Correspondence], words_r: Sequence[Sequence[int]], words_v: Sequence[Sequence[int]]
) -> bool:
    """Whether the matches cover enough of the shorter article for the weak ones among them to count."""
    matched = sum(
        match.similarity * min(sum(len(words_r[i]) for i in match.a), sum(len(words_v[j]) for j in match.b))
        for match in found
    )
    return matched >= _RELATED * min(sum(map(len, words_r)), sum(map(len, words_v)))


def _left_over(blocks: Sequence[Block], matched: Iterable[int]) -> list[int]:
    taken = set(matched)
    return [k for k, block in enumerate(blocks) if k not in taken and block.kind != "widget"]


def _in_order(found: Iterable[Correspondence], words: Sequence[Sequence[int]], vocabulary: Vocabulary) -> list[Match]:
    """Mark the moved ones: those outside the chain of matches in one order that holds most information."""
    ordered = sorted(found)
    weighed = [
        (match.a[0], match.b[0], 1.0 + sum(vocabulary.bits[n] for i in match.a for n in words[i])) for match in ordered
    ]
    in_order = set(heaviest_chain(weighed))
    return [Match(match.a, match.b, k not in in_order) for k, match in enumerate(ordered)]


def _join_shifted(
    matches: Sequence[Match], words_r: Sequence[Sequence[int]], words_v: Sequence[Sequence[int]], vocabulary: Vocabulary
) -> list[Match]:
    """Join neighbouring matches where a passage crossed from one into the other, as when a paragraph break moved."""
    joined: list[Match] = []
    for match in matches:
        if joined and _neighbours(joined[-1], match) and _crossed(joined[-1], match, words_r, words_v, vocabulary):
            last = joined.pop()
            match = Match(last.reference + match.reference, last.version + match.version, last.moved)
        joined.append(match)
    return joined


def _neighbours(first: Match, second: Match) -> bool:
    return (
        first.reference[-1] + 1 == second.reference[0]
        and first.version[-1] + 1 == second.version[0]
        and first.moved == second.moved
    )


def _crossed(
    first: Match,
    second: Match,
    words_r: Sequence[Sequence[int]],
    words_v: Sequence[Sequence[int]],
    vocabulary: Vocabulary,
) -> bool:
    """Whether the end of the first match's text became the start of the second one's, in either direction."""
    before_r, before_v = _run(first.reference, words_r), _run(first.version, words_v)
    after_r, after_v = _run(second.reference, words_r), _run(second.version, words_v)
    return (
        _carried(before_r, before_v, after_r, after_v, vocabulary) >= _SHIFTED_BITS
        or _carried(before_v, before_r, after_v, after_r, vocabulary) >= _SHIFTED_BITS
    )


def _run(blocks: Iterable[int], words: Sequence[Sequence[int]]) -> list[int]:
    return [number for k in blocks for number in words[k]]


def _carried(whole: list[int], kept: list[int], later: list[int], received: list[int], vocabulary: Vocabulary) -> float:
    """Bits that left the end of `whole` for the start of `received`.

    The first match had `whole` and has `kept`, which is shorter; the second had `later` and has `received`, which is
    longer. What they lost and gained is compared as bags of words, as the words that crossed may be edited.
    """
    if len(whole) <= len(kept) or len(received) <= len(later):
        return 0.0
    end = Counter(whole[len(kept) - len(whole) :])
    start = Counter(received[: len(received) - len(later)])
    return sum(vocabulary.bits[number] * count for number, count in (end & start).items())

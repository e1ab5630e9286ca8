"""Sentences that left their place: deleted in one block, inserted in another or elsewhere in the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from difflib_ext import Correspondence
from difflib_ext import align as align_documents
from wirediff.align._edits import tile
from wirediff.align._sentences import Group, diff_words
from wirediff.align._strip import Strip
from wirediff.align._words import Vocabulary
from wirediff.model import Block, Sentence, SentencePair, Span

# What shows that a sentence moved: the same as for a block (`difflib_ext.align`). Measured by `rearrangements.py`: of
# sentences that went elsewhere with four words in ten replaced it finds 99 of 100 (a minimum of 0.6 found 69); of those
# that only one side has, 1 in 100 is paired, mostly with another report of the same remark.
_SIMILAR = 0.35
"""Minimum similarity of two left-over sentences of which one became the other."""

_TELLING = 24.0
"""Minimum bits that both have in common: short sentences share fewer, and recur by chance."""


def pair_moved(
    pairs: Sequence[SentencePair],
    deleted: Iterable[Sentence],
    inserted: Iterable[Sentence],
    blocks: Mapping[str, Block],
    vocabulary: Vocabulary,
) -> tuple[list[SentencePair], bool]:
    """Return `pairs` with those of one side brought together where one sentence became the other.

    `deleted` and `inserted` are the sentences of blocks without counterpart; only the moved ones of these are added.
    The second value says whether the words of a moved one were compared by a coarser method.
    """
    free_r = [s for pair in pairs if not pair.version for s in pair.reference] + list(deleted)
    free_v = [s for pair in pairs if not pair.reference for s in pair.version] + list(inserted)
    if not free_r or not free_v:
        return list(pairs), False
    moved: list[SentencePair] = []
    coarse = False
    for match in _matches(free_r, free_v, vocabulary):
        reference, version = tuple(free_r[i] for i in match.a), tuple(free_v[j] for j in match.b)
        strip_r, strip_v = (Strip.of_sentences(side, blocks, vocabulary) for side in (reference, version))
        words = diff_words([Group(0, len(reference), 0, len(version))], strip_r, strip_v, vocabulary)
        coarse = coarse or words.coarse
        moved.append(SentencePair(reference, version, moved=True, basis=tile(words.opcodes, strip_r, strip_v)))
    taken = {sentence.span for pair in moved for sentence in (*pair.reference, *pair.version)}
    return [*_without(pairs, taken), *moved], coarse


def _matches(
    reference: Sequence[Sentence], version: Sequence[Sentence], vocabulary: Vocabulary
) -> list[Correspondence]:
    """The sentences of both sides that are one, with enough words to show it."""
    words_r, words_v = ([vocabulary.sentence(sentence) for sentence in side] for side in (reference, version))
    found = align_documents(
        words_r, words_v, bits=vocabulary.bits_by_number, threshold=_SIMILAR, move_threshold=_SIMILAR
    )
    bits = vocabulary.bits

    def shared(match: Correspondence) -> float:
        """The information that both sides of a match have (Dice's coefficient is twice that share of both)."""
        whole = (words_r[i] for i in match.a), (words_v[j] for j in match.b)
        return match.similarity * sum(bits[number] for side in whole for own in side for number in own) / 2

    return [match for match in found.correspondences if shared(match) >= _TELLING]


def _without(pairs: Iterable[SentencePair], taken: set[Span]) -> Iterable[SentencePair]:
    """`pairs` less the one-sided ones' sentences that are `taken`."""
    for pair in pairs:
        if pair.reference and pair.version:
            yield pair
            continue
        reference = tuple(sentence for sentence in pair.reference if sentence.span not in taken)
        version = tuple(sentence for sentence in pair.version if sentence.span not in taken)
        if reference or version:
            yield SentencePair(reference, version, basis=pair.basis)

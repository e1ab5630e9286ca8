"""Sentences that left their place: deleted in one block, inserted in another or elsewhere in the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from difflib_ext import align as align_documents
from wirediff.align._words import Vocabulary
from wirediff.model import Sentence, SentencePair, Span

_SIMILAR = 0.6
"""Similarity from which two left-over sentences are one that moved."""

_TELLING = 24.0
"""Bits such a sentence has to hold: shorter ones recur by chance."""


def pair_moved(
    pairs: Sequence[SentencePair], deleted: Iterable[Sentence], inserted: Iterable[Sentence], vocabulary: Vocabulary
) -> list[SentencePair]:
    """`pairs` with those of one side brought together where one sentence became the other.

    `deleted` and `inserted` are the sentences of blocks without counterpart; of these only the moved ones come in.
    """
    free_r = [s for pair in pairs if not pair.version for s in pair.reference] + list(deleted)
    free_v = [s for pair in pairs if not pair.reference for s in pair.version] + list(inserted)
    if not free_r or not free_v:
        return list(pairs)
    found = align_documents(
        [vocabulary.sentence(sentence) for sentence in free_r],
        [vocabulary.sentence(sentence) for sentence in free_v],
        bits=vocabulary.bits_by_number,
        threshold=_SIMILAR,
        move_threshold=_SIMILAR,
    )
    moved = [
        SentencePair(tuple(free_r[i] for i in match.a), tuple(free_v[j] for j in match.b), moved=True)
        for match in found.correspondences
        if sum(vocabulary.bits[n] for i in match.a for n in vocabulary.sentence(free_r[i])) >= _TELLING
    ]
    taken = {sentence.span for pair in moved for sentence in (*pair.reference, *pair.version)}
    return [*_without(pairs, taken), *moved]


def _without(pairs: Iterable[SentencePair], taken: set[Span]) -> Iterable[SentencePair]:
    """`pairs` less the one-sided ones' sentences that are `taken`."""
    for pair in pairs:
        if pair.reference and pair.version:
            yield pair
            continue
        reference = tuple(sentence for sentence in pair.reference if sentence.span not in taken)
        version = tuple(sentence for sentence in pair.version if sentence.span not in taken)
        if reference or version:
            yield SentencePair(reference, version)

"""The alignment of two articles."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from difflib_ext import Opcode
from wirediff.align._blocks import Match, align_blocks
from wirediff.align._edits import tile
from wirediff.align._moved import pair_moved
from wirediff.align._segmented import MOST_IN_ARTICLE, MOST_IN_BLOCK, Segmented, segmented
from wirediff.align._sentences import Group, WordDiff, align_sentences, diff_words, is_like, replace_words
from wirediff.align._settled import settled
from wirediff.align._stretches import stretches
from wirediff.align._strip import Strip
from wirediff.align._words import Vocabulary
from wirediff.model import Alignment, Article, Block, Edit, Kind, Note, Pair, Relation, Sentence, SentencePair, Span
from wirediff.segment import normal, uses_fallback

LONG = Note(
    "long-text",
    f"Beyond {MOST_IN_BLOCK:,} words of a paragraph, or {MOST_IN_ARTICLE:,} of a text, whole sentences were compared "
    "instead of words; the words there are not counted.",
)
COARSE = Note(
    "coarse-alignment",
    "Parts of the texts are too long or too repetitive to be compared word by word; a coarser method was used there.",
)
UNSEGMENTED = Note(
    "unsegmented-script",
    "The text uses a script without spaces between words; it was compared character by character.",
)
HURRIED = Note(
    "time-budget",
    "The time budget ran out; the rest of the paragraphs were compared as wholes, not word by word.",
)
_TOGETHER = 64
"""Pairs that take each step together, which is faster than one pair after the other; with more, only memory grows."""
Compared: TypeAlias = tuple[Pair, list[SentencePair]]
NOWHERE = Span("", 0, 0, "")
"""The missing side of a block without counterpart."""


def align(reference: Article, version: Article, budget: float = math.inf) -> Alignment:
    """Align the blocks, sentences and words of `version` with those of `reference`.

    Block ids must differ between the two (`r1`, … and `v1`, …), as the core numbers them. Once `budget` seconds have
    passed since the call, each paragraph that differs becomes one replacement, and a note says so.
    """
    deadline = time.monotonic() + budget
    reference, version, outside = settled(reference, version)
    divided = segmented((reference, version), deadline)
    sentences = divided.sentences
    wholes = {
        name: list(map(normal, stretches(block.text))) for name, block in divided.partial.items() if not sentences[name]
    }
    vocabulary = Vocabulary.of(sentences, wholes)
    blocks = align_blocks(reference.blocks, version.blocks, vocabulary)
    compared = _compared(blocks.matches, reference, version, divided, vocabulary, deadline)
    pairs = tuple(_reading_order([pair for pair, _ in compared.results], reference.blocks, version.blocks))
    found, coarse = [each for _, of_sentences in compared.results for each in of_sentences], False
    if not compared.hurried:
        deleted, inserted = (_left_over(pairs, relation, sentences) for relation in ("deleted", "inserted"))
        every = {block.id: block for block in (*reference.blocks, *version.blocks)}
        found, coarse = pair_moved(found, deleted, inserted, every, vocabulary)
    disclosed = (
        (LONG, divided.cut),
        (COARSE, blocks.coarse or compared.coarse or coarse),
        (HURRIED, compared.hurried),
        (UNSEGMENTED, _is_unsegmented(vocabulary, divided.partial.values())),
    )
    notes = tuple(note for note, applies in disclosed if applies)
    return Alignment(reference, version, pairs, sentences, tuple(found), notes, outside)


class _Comparisons(NamedTuple):
    """Matched blocks and their sentences, compared; whether by a coarser method, or as wholes for want of time."""

    results: list[Compared]
    coarse: bool
    hurried: bool


def _compared(
    matches: Sequence[Match],
    reference: Article,
    version: Article,
    divided: Segmented,
    vocabulary: Vocabulary,
    deadline: float,
) -> _Comparisons:
    """Compare the sentences and words of matched blocks, in the matches' order."""

    def strip(article: Article, numbers: Sequence[int]) -> Strip:
        return Strip.of_blocks([article.blocks[number] for number in numbers], divided.sentences, vocabulary)

    coarse, hurried = False, divided.hurried
    lone = _lone_kinds(reference) & _lone_kinds(version)
    found = {k: _unchanged(match, reference, version, divided.sentences) for k, match in enumerate(matches)}
    changed = [k for k, result in found.items() if result is None]
    for first in range(0, len(changed), _TOGETHER):
        places = changed[first : first + _TOGETHER]
        strips = [(strip(reference, matches[k].reference), strip(version, matches[k].version)) for k in places]
        groups = [align_sentences(*both, vocabulary) for both in strips]
        words: list[WordDiff] = []
        for own, both in zip(groups, strips, strict=True):
            hurried = hurried or time.monotonic() > deadline
            words.append(replace_words(own, *both) if hurried else diff_words(own, *both, vocabulary))
        coarse = coarse or any(own.coarse for own in words)
        for k, both, in_words in zip(places, strips, words, strict=True):
            pair = _pair(matches[k], *both, in_words.opcodes, vocabulary)
            by_place = len(pair.reference) == 1 == len(pair.version) and pair.version[0].kind in lone
            if hurried or by_place or is_like(pair.similarity, in_words.opcodes):
                found[k] = pair, list(_sentence_pairs(in_words.groups, *both, pair))
    return _Comparisons([result for result in found.values() if result is not None], coarse, hurried)


def _lone_kinds(article: Article) -> frozenset[Kind]:
    """The kinds of which an article has one block, so that only one place is open to it."""
    counts = Counter(block.kind for block in article.blocks)
    return frozenset(kind for kind, count in counts.items() if count == 1)


def _is_unsegmented(vocabulary: Vocabulary, partial: Iterable[Block]) -> bool:
    """Whether a script without spaces between words is used, in words or in text that was not divided into words."""
    return uses_fallback("".join((*vocabulary.number, *(block.text for block in partial))))


def _left_over(
    pairs: Iterable[Pair], relation: Relation, sentences: Mapping[str, tuple[Sentence, ...]]
) -> Iterator[Sentence]:
    """The sentences of inserted or of deleted blocks, widgets excepted."""
    for pair in pairs:
        if pair.relation == relation:
            yield from _sentences(pair, sentences)


def _sentences(pair: Pair, sentences: Mapping[str, tuple[Sentence, ...]]) -> Iterator[Sentence]:
    """The sentences of a pair's blocks, widgets excepted."""
    for block in (*pair.reference, *pair.version):
        if block.kind != "widget":
            yield from sentences[block.id]


def _unchanged(
    match: Match, reference: Article, version: Article, sentences: Mapping[str, tuple[Sentence, ...]]
) -> Compared | None:
    """The result for two blocks of the same text, without comparing their words; None for any others."""
    if len(match.reference) != 1 or len(match.version) != 1:
        return None
    old, new = reference.blocks[match.reference[0]], version.blocks[match.version[0]]
    # Two languages may divide one text into different sentences.
    if old.text != new.text or len(sentences[old.id]) != len(sentences[new.id]):
        return None
    edit = Edit("equal", old.whole, new.whole)
    pair = Pair((old,), (new,), "moved" if match.moved else "same", 1.0, (edit,))
    both = zip(sentences[old.id], sentences[new.id], strict=True)
    return pair, [SentencePair((sentence_r,), (sentence_v,), basis=pair) for sentence_r, sentence_v in both]


def _sentence_pairs(groups: Iterable[Group], reference: Strip, version: Strip, pair: Pair) -> Iterator[SentencePair]:
    for r1, r2, v1, v2 in groups:
        yield SentencePair(tuple(reference.sentences[r1:r2]), tuple(version.sentences[v1:v2]), basis=pair)


def _pair(match: Match, reference: Strip, version: Strip, opcodes: Sequence[Opcode], vocabulary: Vocabulary) -> Pair:
    edits = tile(opcodes, reference, version)
    similarity = _similarity(opcodes, reference, version, vocabulary)
    return Pair(reference.blocks, version.blocks, _relation(match, edits), similarity, edits)


def _relation(match: Match, edits: Sequence[Edit]) -> Relation:
    if match.moved:
        return "moved"
    if len(match.reference) == 1 < len(match.version):
        return "split"
    if len(match.version) == 1 < len(match.reference):
        return "merged"
    return "edited" if any(edit.is_change for edit in edits) else "same"


def _similarity(opcodes: Sequence[Opcode], reference: Strip, version: Strip, vocabulary: Vocabulary) -> float:
    """Dice's coefficient of the words that both strips have in one order."""
    a, b = ([number for own in side.numbers for number in own] for side in (reference, version))
    return vocabulary.similarity(opcodes, a, b)


def _reading_order(pairs: Sequence[Pair], reference: Sequence[Block], version: Sequence[Block]) -> Iterator[Pair]:
    """All pairs in the version's reading order; a deleted block follows the pair of the block before it."""
    by_block: Mapping[str, Pair] = {b.id: pair for pair in pairs for b in (*pair.reference, *pair.version)}
    following = _deleted_after(reference, by_block)
    yield from following.get("", ())
    for block in version:
        pair = by_block.get(block.id)
        if pair is None:
            edit = Edit("insert", NOWHERE, block.whole)
            yield Pair((), (block,), "inserted", 0.0, (edit,))
        elif block is pair.version[0]:
            yield pair
            for own in pair.reference:
                yield from following.get(own.id, ())


def _deleted_after(reference: Sequence[Block], by_block: Mapping[str, Pair]) -> dict[str, list[Pair]]:
    """Pairs of deleted blocks by the id of the nearest kept block before them (`""` at the start)."""
    found: dict[str, list[Pair]] = {}
    kept = ""
    for block in reference:
        if block.id in by_block:
            kept = block.id
        else:
            edit = Edit("delete", block.whole, NOWHERE)
            found.setdefault(kept, []).append(Pair((block,), (), "deleted", 0.0, (edit,)))
    return found

"""The alignment of two articles."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from difflib_ext import Opcode
from wirediff.align._blocks import Match, align_blocks
from wirediff.align._edits import tile
from wirediff.align._moved import pair_moved
from wirediff.align._segmented import MOST_IN_ARTICLE, MOST_IN_BLOCK, segmented
from wirediff.align._sentences import Group, WordDiff, align_sentences, diff_words, replace_words
from wirediff.align._side import Side
from wirediff.align._stretches import stretches
from wirediff.align._words import Vocabulary
from wirediff.model import Alignment, Article, Block, Edit, Note, Pair, Relation, Sentence, SentencePair, Span
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
"""Pairs that take each step together, which is faster than one pair after the other; more would only hold memory."""
Compared: TypeAlias = tuple[Pair, list[SentencePair]]
NOWHERE = Span("", 0, 0, "")
"""The side that a block without counterpart does not have."""


def align(reference: Article, version: Article, budget: float = math.inf) -> Alignment:
    """Align the blocks, sentences and words of `version` with those of `reference`.

    Block ids have to differ between the two (`r1`, … and `v1`, …), as the core numbers them. After `budget` seconds,
    counted from the call, paragraphs that differ become one replacement each, and a note says so.
    """
    deadline = time.monotonic() + budget
    sentences, partial, cut, hurried = segmented((reference, version), deadline)
    wholes = {name: list(map(normal, stretches(block.text))) for name, block in partial.items() if not sentences[name]}
    vocabulary = Vocabulary.of(sentences, wholes)
    blocks = align_blocks(reference.blocks, version.blocks, vocabulary)

    def side_of(article: Article, numbers: Sequence[int]) -> Side:
        return Side([article.blocks[number] for number in numbers], sentences, vocabulary)

    coarse = blocks.coarse
    found = {k: _unchanged(match, reference, version, sentences) for k, match in enumerate(blocks.matches)}
    changed = [k for k, result in found.items() if result is None]
    for first in range(0, len(changed), _TOGETHER):
        places = changed[first : first + _TOGETHER]
        matches = [blocks.matches[k] for k in places]
        sides = [(side_of(reference, match.reference), side_of(version, match.version)) for match in matches]
        groups = [align_sentences(ours, theirs, vocabulary) for ours, theirs in sides]
        words: list[WordDiff] = []
        for own, (ours, theirs) in zip(groups, sides, strict=True):
            hurried = hurried or time.monotonic() > deadline
            words.append(replace_words(ours, theirs) if hurried else diff_words(own, ours, theirs, vocabulary))
        coarse = coarse or any(own.coarse for own in words)
        for k, match, own, both, in_words in zip(places, matches, groups, sides, words, strict=True):
            found[k] = _pair(match, *both, in_words.opcodes, vocabulary), list(_sentence_pairs(own, *both))
    compared = [result for result in found.values() if result is not None]
    sentence_pairs = [each for _, of_sentences in compared for each in of_sentences]
    ordered = tuple(_reading_order([pair for pair, _ in compared], reference.blocks, version.blocks))
    deleted = [s for pair in ordered if pair.relation == "deleted" for s in _sentences(pair, sentences)]
    inserted = [s for pair in ordered if pair.relation == "inserted" for s in _sentences(pair, sentences)]
    paired = sentence_pairs if hurried else pair_moved(sentence_pairs, deleted, inserted, vocabulary)
    disclosed = [note for note, applies in ((LONG, cut), (COARSE, coarse), (HURRIED, hurried)) if applies]
    if uses_fallback("".join((*vocabulary.number, *(block.text for block in partial.values())))):
        disclosed.append(UNSEGMENTED)
    return Alignment(reference, version, ordered, sentences, tuple(paired), tuple(disclosed))


def _sentences(pair: Pair, sentences: Mapping[str, tuple[Sentence, ...]]) -> Iterator[Sentence]:
    """The sentences of a pair's blocks, widgets excepted."""
    for block in (*pair.reference, *pair.version):
        if block.kind != "widget":
            yield from sentences[block.id]


def _unchanged(
    match: Match, reference: Article, version: Article, sentences: Mapping[str, tuple[Sentence, ...]]
) -> Compared | None:
    """What comes of two blocks of the same text, without comparing their words; None for any others."""
    if len(match.reference) != 1 or len(match.version) != 1:
        return None
    ours, theirs = reference.blocks[match.reference[0]], version.blocks[match.version[0]]
    if ours.text != theirs.text or len(sentences[ours.id]) != len(sentences[theirs.id]):
        return None
    edit = Edit("equal", ours.whole, theirs.whole)
    pair = Pair((ours,), (theirs,), "moved" if match.moved else "same", 1.0, (edit,))
    both = zip(sentences[ours.id], sentences[theirs.id], strict=True)
    return pair, [SentencePair((one,), (other,)) for one, other in both]


def _sentence_pairs(groups: Iterable[Group], reference: Side, version: Side) -> Iterator[SentencePair]:
    for group in groups:
        yield SentencePair(
            tuple(reference.sentences[group.r1 : group.r2]), tuple(version.sentences[group.v1 : group.v2])
        )


def _pair(match: Match, reference: Side, version: Side, opcodes: Sequence[Opcode], vocabulary: Vocabulary) -> Pair:
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


def _similarity(opcodes: Sequence[Opcode], reference: Side, version: Side, vocabulary: Vocabulary) -> float:
    """Dice's coefficient of the matched words, each weighing its self-information."""
    numbers = [number for own in reference.numbers for number in own]
    kept = sum(
        vocabulary.word_bits[number]
        for opcode in opcodes
        if opcode.tag == "equal"
        for number in numbers[opcode.i1 : opcode.i2]
    )
    whole = sum(vocabulary.word_bits[number] for own in (*reference.numbers, *version.numbers) for number in own)
    return min(2 * kept / whole, 1.0) if whole else 1.0


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

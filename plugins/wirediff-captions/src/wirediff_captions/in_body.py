"""Captions that stand in the text as paragraphs, or within one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from wirediff.model import Block, Finding, Sentence, Span
from wirediff_captions.blocks import BODY, PICTORIAL, Key, Side, words
from wirediff_captions.comparison import Comparison
from wirediff_captions.copies import BELOW, copy_of, is_overlaid, reworded_copy
from wirediff_captions.likeness import Index
from wirediff_captions.rules import RULES

ALIKE = 0.65
"""Likeness from which a paragraph repeats a caption, as it may well tell what a caption tells."""
FEW_WORDS = 4
"""Shorter captions are no evidence when paragraphs say the same."""
SENTENCES = 5
"""Sentences that a caption has at most if it is looked for inside paragraphs."""


class _Print(NamedTuple):
    """A place in the body where a caption stands; `key` are the caption's words, as in the reference if it has it."""

    key: Key
    caption: Block
    block: Block
    span: Span


def captions_in_body(comparison: Comparison) -> Iterator[Finding]:
    """Captions printed in the version's body more often than in the reference's."""
    captions = _captions(comparison, comparison.reference) | _captions(comparison, comparison.version)
    if not captions:
        return
    known = Counter(found.key for found in _prints(comparison, comparison.reference, captions))
    prints = list(_prints(comparison, comparison.version, captions))
    prints.sort(key=lambda found: _is_new(comparison, found))
    for found in sorted(_beyond(prints, known), key=lambda found: comparison.version.position[found.block.id]):
        if not _serves_as_caption(comparison, found):
            comparison.tell_as_caption(found.block, found.span)
            if found.span == found.block.whole and _is_copy(comparison, found.block):
                yield from _copy(comparison, found)
            else:
                yield _finding(comparison, found.span, found.caption, 1.0)
    yield from _moved_into_body(comparison)
    yield from _reworded(comparison)


def _captions(comparison: Comparison, side: Side) -> dict[Key, Block]:
    captions = {side.key(block): block for block in reversed(comparison.captions(side))}
    return {key: block for key, block in captions.items() if len(key) >= FEW_WORDS}


def _prints(comparison: Comparison, side: Side, captions: Mapping[Key, Block]) -> Iterator[_Print]:
    """Runs of whole sentences of body blocks that are a caption, the longest first, without overlap."""
    longest = max(map(len, captions))
    # One word of each, its longest: asking a block for every caption would cost their product.
    telling = {max(caption, key=len) for caption in captions}
    for block in side.of_kind(*BODY):
        if telling.isdisjoint(side.key(block)):
            continue
        sentences = side.alignment.sentences.get(block.id, ())
        keys = [words(sentence) for sentence in sentences]
        at = 0
        while at < len(keys):
            end = _end_of_caption(keys, at, captions, longest)
            if end > at:
                caption = captions[sum(keys[at:end], ())]
                span = block.span(sentences[at].span.start, sentences[end - 1].span.end)
                yield _Print(_key_in_reference(comparison, caption), caption, block, span)
            at = max(end, at + 1)


def _key_in_reference(comparison: Comparison, caption: Block) -> Key:
    """The words of a caption, or of its counterpart in the reference."""
    if caption.id.startswith("v"):
        originals = [block for block in comparison.opposite(caption) if block.kind == "caption"]
        return comparison.reference.key(originals[0]) if originals else comparison.version.key(caption)
    return comparison.reference.key(caption)


def _end_of_caption(keys: list[Key], at: int, captions: Mapping[Key, Block], longest: int) -> int:
    """Behind the last sentence of the longest caption that begins with sentence `at`; `at` if none does."""
    run: Key = ()
    found = at
    for end in range(at + 1, min(at + SENTENCES, len(keys)) + 1):
        run += keys[end - 1]
        if len(run) > longest:
            break
        if run in captions:
            found = end
    return found


def _beyond(prints: list[_Print], known: Counter[Key]) -> Iterator[_Print]:
    """The prints beyond the reference's own number."""
    left = Counter(known)
    for found in prints:
        left[found.key] -= 1
        if left[found.key] < 0:
            yield found


def _is_new(comparison: Comparison, found: _Print) -> bool:
    """Whether nothing of the reference's body stands opposite a print."""
    there = comparison.alignment.counterpart(found.span)
    return all(comparison.alignment.block(span.block).kind in PICTORIAL for span in there)


def _serves_as_caption(comparison: Comparison, found: _Print) -> bool:
    """Whether the version has this caption there only, as a line of its own beside a picture's credit or control."""
    version = comparison.version
    if found.span != found.block.whole:
        return False
    if _is_unmarked(comparison, found.block):
        return True
    single = not version.same("caption", version.key(found.block))
    return single and _stands_beside_picture(comparison, found.block)


def _is_unmarked(comparison: Comparison, block: Block) -> bool:
    """Whether a line of plain text stands where a page with mark-up has the caption."""
    pair = comparison.alignment.pair(block.id)
    return (
        block.path is None
        and block.line is not None
        and pair.relation != "moved"
        and any(each.kind == "caption" and each.path is not None for each in pair.reference)
    )


def _is_copy(comparison: Comparison, block: Block) -> bool:
    """Whether a body block is no part of the text: shown on demand only, or among the lines of a picture."""
    return is_overlaid(block) or comparison.version.stands_with_picture(block)


def _copy(comparison: Comparison, found: _Print) -> Iterator[Finding]:
    """The finding that a line is a further print, if there are more of them than in the reference."""
    version = comparison.version
    same = version.of_words(version.key(found.block))
    copies = [block for block in same if block.kind == "caption" or _is_copy(comparison, block)]
    originals = comparison.reference.same("caption", found.key)
    if len(copies) > max(len(originals), 1):
        yield copy_of(comparison, "duplicate", found.block, copies, originals)


def _stands_beside_picture(comparison: Comparison, block: Block) -> bool:
    """Whether a line stands right beside a credit or control."""
    beside = comparison.version.around(block, 1)
    return any(each.kind in ("credit", "widget") or comparison.explained(each) for each in beside)


def _moved_into_body(comparison: Comparison) -> Iterator[Finding]:
    """Captions of the reference whose sentences the aligner found again in the version's body."""
    for caption in comparison.captions(comparison.reference):
        if comparison.opposite(caption) or comparison.explained(caption):
            continue
        for block, spans in _places_of(comparison, caption).items():
            if block.kind in BODY and not comparison.explained(block):
                yield _in_place(comparison, block, block.span(spans[0].start, spans[-1].end), caption, 0.8)
                break


def _places_of(comparison: Comparison, caption: Block) -> dict[Block, list[Span]]:
    """Where the sentences of a caption stand in the version, in order, by their blocks."""
    found: dict[Block, list[Span]] = {}
    for sentence in comparison.alignment.sentences.get(caption.id, ()):
        pair = comparison.alignment.sentence_pair(sentence)
        for other in pair.version if pair else ():
            found.setdefault(comparison.alignment.block(other.span.block), []).append(other.span)
    return {block: sorted(spans, key=lambda span: span.start) for block, spans in found.items()}


def _reworded(comparison: Comparison) -> Iterator[Finding]:
    """Paragraphs, or sentences of one, without a counterpart that are a caption in other words."""
    sides = comparison.version, comparison.reference
    indices = [Index(comparison.captions(side), side, comparison.likeness) for side in sides]
    for block in comparison.version.of_kind(*BODY):
        if comparison.explained(block):
            continue
        for run in _new_sentences(comparison, block):
            text = comparison.version.text_of(run)
            if len(text.key) < FEW_WORDS:
                continue
            likeness, caption = max((index.most_like(text) for index in indices), key=lambda pair: pair[0])
            if caption is not None and (found := _told(comparison, block, run, caption, likeness)):
                yield found
                break


def _new_sentences(comparison: Comparison, block: Block) -> Iterator[Sequence[Sentence]]:
    """The sentences of a block without counterpart, else the runs of sentences that it has more than the reference."""
    sentences = comparison.alignment.sentences.get(block.id, ())
    if not comparison.opposite(block):
        yield sentences
        return
    for new, run in groupby(sentences, lambda sentence: _is_new_sentence(comparison, sentence)):
        if new:
            yield list(run)


def _is_new_sentence(comparison: Comparison, sentence: Sentence) -> bool:
    pair = comparison.alignment.sentence_pair(sentence)
    return pair is not None and not pair.reference


def _told(
    comparison: Comparison, block: Block, run: Sequence[Sentence], caption: Block, likeness: float
) -> Finding | None:
    """The finding that sentences of a block are a caption in other words, if they are like enough."""
    if comparison.version.stands_with_picture(block) and caption.id[0] == "v":
        if likeness < BELOW:
            return None
        comparison.explain(block)
        return reworded_copy(comparison, block, caption, likeness)
    if likeness < ALIKE:
        return None
    span = block.span(run[0].span.start, run[-1].span.end) if comparison.opposite(block) else block.whole
    return _in_place(comparison, block, span, caption, round(min(likeness, 0.9), 2))


def _in_place(comparison: Comparison, block: Block, span: Span, caption: Block, confidence: float) -> Finding:
    """A reworded caption: where it stands beside its picture still, it is a changed one."""
    comparison.tell_as_caption(block, span)
    if caption.id.startswith("r") and span == block.whole and _stands_beside_picture(comparison, block):
        comparison.explain(caption)
        return RULES["changed"].finding(
            f"The caption differs: “{caption.text}” became “{block.text}”.",
            [caption.whole],
            [span],
            confidence=confidence,
        )
    return _finding(comparison, span, caption, confidence)


def _finding(comparison: Comparison, span: Span, caption: Block, confidence: float) -> Finding:
    """The caption is the version's where it has it as such, else the reference's, which is then not missing."""
    if caption.id.startswith("v"):
        originals = [block for block in comparison.opposite(caption) if block.kind == "caption"]
        message = "This passage repeats a caption."
    else:
        originals = [caption]
        message = "This passage is a caption in the reference."
        if not comparison.opposite(caption):
            comparison.explain(caption)
    return RULES["in-body"].finding(
        message, (each.whole for each in originals[:1]), [span], confidence=confidence, caption=caption.text
    )

"""A caption printed in the text, as a paragraph or within one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from wirediff.model import Block, Example, Finding, Rule, Sentence, Span
from wirediff.wording import excerpt
from wirediff_captions.codes import changed, duplicate, near_duplicate
from wirediff_captions.copies import Extra, copy_finding
from wirediff_captions.layout import BODY, PICTORIAL, Layout, WordKey, is_beyond, words
from wirediff_captions.review import Review

_PICTURE = "<figure><img src='pier.jpg'><figcaption>Passengers wait on the pier at dawn.</figcaption></figure>"
_TEXT = "<p>The council of Port Salter met on Tuesday.</p>"
RULE = Rule(
    "captions/in-body",
    "caption printed in the text",
    "A paragraph of the version, or whole sentences of one, are a caption: the version's own, or one of the reference "
    "that is only a caption there. Reworded paragraphs without a counterpart count as well: “Passengers wait on the "
    "pier” is below the picture and again as a paragraph. `data.caption` is the caption.",
    "warning",
    nature="form",
    message="Caption {how} in the body: “{text}”.",
    examples=(
        Example(
            f"<main>{_PICTURE}{_TEXT}<p>Nobody spoke.</p></main>",
            f"<main>{_PICTURE}{_TEXT}<p>Passengers wait on the pier at dawn.</p><p>Nobody spoke.</p></main>",
            (("Passengers wait on the pier at dawn.", "Passengers wait on the pier at dawn."),),
            "text/html",
        ),
        Example(
            f"<main>{_PICTURE}{_TEXT}<p>Passengers wait on the pier at dawn.</p></main>",
            f"<main>{_PICTURE}{_TEXT}<p>Passengers wait on the pier at dawn.</p></main>",
            (),
            "text/html",
        ),
    ),
)
ALIKE = 0.65
"""Likeness from which a paragraph repeats a caption: more than for captions, as a paragraph may well say what a caption
says. Chosen by hand on the fixtures."""
FEW_WORDS = 4
"""Shorter captions are no evidence when paragraphs say the same."""
SENTENCES = 5
"""Sentences that a caption has at most if it is looked for inside paragraphs: longer ones are texts of their own."""
_SAME_SENTENCES = 0.8
"""Confidence where the aligner found the caption's sentences again, which it does for slightly reworded ones too."""
_MOST_CERTAIN = 0.9
"""The confidence of a reworded one at most: words alone never prove a copy."""


class _Print(NamedTuple):
    """A place in the body that is a caption; `key` are the caption's words, as the reference has them if it does."""

    key: WordKey
    caption: Block
    block: Block
    span: Span


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each caption in the version's body: word for word, moved there, or reworded."""
    captions = _captions(review, review.reference) | _captions(review, review.version)
    if captions:
        yield from _repeated(review, captions)
        yield from _moved_into_body(review)
        yield from _reworded(review)


def _captions(review: Review, layout: Layout) -> dict[WordKey, Block]:
    captions = {layout.key(block): block for block in reversed(review.captions(layout))}
    return {key: block for key, block in captions.items() if len(key) >= FEW_WORDS}


# ── word for word ────────────────────────────────────────────────────────────────────────────────────────────────────


def _repeated(review: Review, captions: Mapping[WordKey, Block]) -> Iterator[Finding]:
    """Yield captions printed in the version's body more often than in the reference's."""
    left = Counter(found.key for found in _prints(review, review.reference, captions))
    prints = sorted(_prints(review, review.version, captions), key=lambda found: _is_new(review, found))
    position = review.version.position
    beyond = [found for found in prints if is_beyond(left, found.key)]
    for found in sorted(beyond, key=lambda found: position[found.block.id]):
        if _serves_as_caption(review, found):
            continue
        _explain(review, found.block, found.span)
        if found.span == found.block.whole and _is_outside_text(review, found.block):
            yield from _copy(review, found)
        else:
            yield _finding(review, found.span, found.caption, 1.0)


def _prints(review: Review, layout: Layout, captions: Mapping[WordKey, Block]) -> Iterator[_Print]:
    """Yield runs of whole sentences of body blocks that are a caption, the longest first, without overlap."""
    # One word of each, its longest: asking a block for every caption would cost their product.
    telling = {max(caption, key=len) for caption in captions}
    for block in layout.of_kind(*BODY):
        if telling.isdisjoint(layout.key(block)):
            continue
        sentences = layout.sentences(block)
        taken = 0
        for start, end in _runs(len(sentences)):
            caption = captions.get(words(*sentences[start:end])) if start >= taken else None
            if caption is not None:
                taken = end
                span = block.span(sentences[start].span.start, sentences[end - 1].span.end)
                yield _Print(_key_in_reference(review, caption), caption, block, span)


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Yield the first number of each run of sentences and that after its last, longer runs from a sentence first."""
    for start in range(count):
        for end in range(min(start + SENTENCES, count), start, -1):
            yield start, end


def _key_in_reference(review: Review, caption: Block) -> WordKey:
    """Return the words of a caption, or of its counterpart in the reference."""
    originals = _originals(review, caption)
    return review.reference.key(originals[0]) if originals else review.version.key(caption)


def _originals(review: Review, caption: Block) -> list[Block]:
    """Return the captions of the reference that a caption of either side is, or is the counterpart of."""
    if review.is_of_reference(caption):
        return [caption]
    return [block for block in review.counterparts(caption) if block.kind == "caption"]


def _is_new(review: Review, found: _Print) -> bool:
    """Whether a print has no counterpart in the reference's body."""
    counterparts = review.alignment.counterpart(found.span)
    return all(review.alignment.block(span.block).kind in PICTORIAL for span in counterparts)


def _serves_as_caption(review: Review, found: _Print) -> bool:
    """Whether the version has this caption only there, as a line of its own next to a picture's credit or control."""
    version = review.version
    if found.span != found.block.whole:
        return False
    if _is_unmarked(review, found.block):
        return True
    single = not version.same("caption", version.key(found.block))
    return single and _is_next_to_picture(review, found.block)


def _is_unmarked(review: Review, block: Block) -> bool:
    """Whether a line of plain text is where a page with mark-up has the caption."""
    pair = review.alignment.pair(block.id)
    return (
        block.path is None
        and block.line is not None
        and pair.relation != "moved"
        and any(each.kind == "caption" and each.path is not None for each in pair.reference)
    )


def _is_next_to_picture(review: Review, block: Block) -> bool:
    """Whether a line is right next to a credit or control."""
    neighbours = review.version.around(block, 1)
    return any(each.kind in ("credit", "widget") or review.is_explained(each) for each in neighbours)


def _is_outside_text(review: Review, block: Block) -> bool:
    """Whether a body block isn't part of the text: shown on demand only, or among the lines of a picture."""
    return block.on_demand or review.version.article.bond(block) is not None


def _copy(review: Review, found: _Print) -> Iterator[Finding]:
    """Yield the finding that a line is a further print, if there are more of them than in the reference."""
    same = review.version.of_words(review.version.key(found.block))
    prints = [block for block in same if block.kind == "caption" or _is_outside_text(review, block)]
    originals = review.reference.same("caption", found.key)
    if len(prints) > max(len(originals), 1):
        yield copy_finding(review, duplicate.RULE, Extra(found.block, prints, originals, ()))


# ── moved or reworded ────────────────────────────────────────────────────────────────────────────────────────────────


def _moved_into_body(review: Review) -> Iterator[Finding]:
    """Yield captions of the reference whose sentences the aligner found again in the version's body."""
    for caption in review.captions(review.reference):
        if review.counterparts(caption) or review.is_explained(caption):
            continue
        for span in review.alignment.counterpart(caption.whole):
            block = review.alignment.block(span.block)
            if block.kind in BODY and not review.is_explained(block):
                yield _in_place(review, block, span, caption, _SAME_SENTENCES)
                break


def _reworded(review: Review) -> Iterator[Finding]:
    """Yield paragraphs, or sentences of one, without a counterpart that are a caption in other words."""
    layouts = review.version, review.reference
    indices = [near_duplicate.index(review.captions(layout), layout) for layout in layouts]
    for block in review.version.of_kind(*BODY):
        if review.is_explained(block):
            continue
        for run in _new_sentences(review, block):
            wording = review.version.wording_of(run)
            if len(wording.key) < FEW_WORDS:
                continue
            found = (near_duplicate.most_like(review, captions, wording) for captions in indices)
            likeness, caption = max(found, key=itemgetter(0))
            if caption is not None and (told := _reworded_finding(review, block, run, caption, likeness)):
                yield told
                break


def _new_sentences(review: Review, block: Block) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences of a block without counterpart, else the runs of sentences that the reference lacks."""
    sentences = review.version.sentences(block)
    if not review.counterparts(block):
        yield sentences
        return
    for new, run in groupby(sentences, lambda sentence: _is_new_sentence(review, sentence)):
        if new:
            yield list(run)


def _is_new_sentence(review: Review, sentence: Sentence) -> bool:
    pair = review.alignment.sentence_pair(sentence)
    return pair is not None and not pair.reference


def _reworded_finding(
    review: Review, block: Block, run: Sequence[Sentence], caption: Block, likeness: float
) -> Finding | None:
    """Return the finding that sentences of a block are a caption in other words, if they are like enough."""
    if review.version.article.bond(block) and not review.is_of_reference(caption):
        if likeness < near_duplicate.ALIKE_AT_PICTURE:
            return None
        review.explain(block)
        return near_duplicate.finding(review, block, caption, likeness)
    if likeness < ALIKE:
        return None
    span = block.span(run[0].span.start, run[-1].span.end) if review.counterparts(block) else block.whole
    return _in_place(review, block, span, caption, round(min(likeness, _MOST_CERTAIN), 2))


def _in_place(review: Review, block: Block, span: Span, caption: Block, confidence: float) -> Finding:
    """Return the finding on a reworded caption: where it is next to its picture still, it is a changed one."""
    _explain(review, block, span)
    if review.is_of_reference(caption) and span == block.whole and _is_next_to_picture(review, block):
        review.explain(caption)
        return changed.finding([caption.whole], [span], confidence=confidence)
    return _finding(review, span, caption, confidence)


def _explain(review: Review, block: Block, span: Span) -> None:
    review.explain(block)
    review.captions_in_body[block.id] = span


def _finding(review: Review, span: Span, caption: Block, confidence: float) -> Finding:
    """Return the finding; a caption that only the reference has as such is then not missing."""
    if review.is_of_reference(caption) and not review.counterparts(caption):
        review.explain(caption)
    how = "of the reference printed" if review.is_of_reference(caption) else "repeated"
    return RULE.finding(
        RULE.message.format(how=how, text=excerpt(span.text)),
        (each.whole for each in _originals(review, caption)[:1]),
        [span],
        confidence=confidence,
        caption=caption.text,
    )

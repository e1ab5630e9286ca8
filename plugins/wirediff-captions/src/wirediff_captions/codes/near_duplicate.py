"""A caption printed again in other words, with all the numbers that decide what is alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from wirediff.model import Block, Example, Finding, Rule, Span
from wirediff.wording import excerpt
from wirediff_captions.layout import Layout, Wording, WordKey
from wirediff_captions.likeness import WordIndex
from wirediff_captions.review import Review

ALIKE = 0.6
"""Likeness from which a further caption is a reworded copy. Captions of one event share its names and places, so that
half is not enough. Chosen by hand on the fixtures."""
ALIKE_AT_PICTURE = 0.4
"""The same for a caption at the picture whose caption it may be: there is hardly another reason to be there."""
FEW_WORDS = 4
"""Captions with fewer words are no evidence when others resemble them: "Orla Finch" and "Orla Finch, mayor"."""
FEWEST = 0.25
"""Share of words below which two texts are not alike, whatever names they have in common: prose about the people in a
caption repeats their names."""
COMMON = 40
"""Captions with a word in common from which that word leads to none of them, so that many of one pattern do not cost
their square."""
BEST = 8
"""Captions that are compared with a text, those with most words in common first: it bounds the cost."""
MOST_CERTAIN = 0.95
"""The confidence of a copy at most: words alone never prove one."""

_FIRST, _SECOND = "Passengers wait on the pier at Port Salter.", "Travellers wait on the jetty at Port Salter."


def _page(*captions: str) -> str:
    figures = (
        f"<figure><img src='{n}.jpg'><figcaption>{text}</figcaption></figure>" for n, text in enumerate(captions)
    )
    return f"<main>{'<p>The council met on Tuesday.</p>'.join(figures)}<p>Forty pupils cross the sound.</p></main>"


RULE = Rule(
    "captions/near-duplicate",
    "caption printed again in other words",
    "The version has a further caption that is a reworded copy of one that is already there: “Rescuers search the "
    "quay” and, below the same picture, “Rescuers comb the quay”. Names and numbers have to agree, and words that the "
    "version replaces elsewhere count as their originals. `data.copy_of` is the caption that it repeats.",
    "warning",
    nature="form",
    message="Caption repeated in other words: “{text}”.",
    examples=(
        Example(_page(_FIRST), _page(_FIRST, _SECOND), ((_FIRST, _SECOND),), "text/html"),
        Example(_page(_FIRST), _page(_FIRST, "Passengers wait on the pier at Brennock."), (), "text/html"),
    ),
)


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each caption without a counterpart that is a reworded copy of one that has its own."""
    version, reference = review.version, review.reference
    settled = [block for block in review.captions(version) if not review.is_explained(block)]
    paired = [block for block in settled if review.counterparts(block)]
    if len(paired) == len(settled):
        return
    own, originals = index(paired, version), index(review.captions(reference), reference)
    for block in settled:
        wording = version.wording(block)
        if review.counterparts(block) or len(wording.key) < FEW_WORDS:
            continue
        found = (most_like(review, captions, wording) for captions in (own, originals))
        likeness, copied = max(found, key=itemgetter(0))
        # A caption that the version no longer has may only have been reworded, not repeated.
        if copied is not None and review.counterparts(copied) and likeness >= _enough(review, block, copied):
            review.explain(block)
            yield finding(review, block, copied, likeness)


def find_in_lines(review: Review) -> Iterator[Finding]:
    """Yield a finding for each passage that a caption has beyond its counterpart and that rewords it."""
    for pair in review.alignment.pairs:
        lines = (*pair.reference, *pair.version)
        if not pair.reference or any(block.kind != "caption" or review.is_explained(block) for block in lines):
            continue
        original = pair.reference[0]
        added = (edit.version for edit in pair.edits if edit.op == "insert")
        for passage in [piece for span in added for piece in review.outside_labels(span)]:
            wording = review.version.wording_at(passage)
            likeness = likeness_of(review, wording, review.reference.wording(original))
            if len(wording.key) >= FEW_WORDS and likeness >= ALIKE:
                review.explain_label(passage)
                yield _finding(passage, [original], original, likeness)


def finding(review: Review, block: Block, copied: Block, likeness: float) -> Finding:
    """Return the finding that `block` repeats a caption of either side in other words."""
    originals = [copied] if review.is_of_reference(copied) else review.counterparts(copied)
    return _finding(block.whole, originals, copied, likeness)


def _finding(passage: Span, originals: Iterable[Block], copied: Block, likeness: float) -> Finding:
    return RULE.finding(
        RULE.message.format(text=excerpt(passage.text)),
        [each.whole for each in originals],
        [passage],
        confidence=round(min(likeness, MOST_CERTAIN), 2),
        copy_of=copied.text,
    )


def index(captions: Iterable[Block], layout: Layout) -> WordIndex:
    """Return the index by which captions that resemble a text are found."""
    return WordIndex(captions, layout, COMMON, BEST)


def most_like(review: Review, captions: WordIndex, text: Wording) -> tuple[float, Block | None]:
    """Return how alike the caption most like `text` is, from 0 to 1, and that caption, the first of several."""
    best: tuple[float, Block | None] = 0.0, None
    for block in captions.candidates(text.key):
        likeness = likeness_of(review, text, captions.layout.wording(block))
        if likeness > best[0]:
            best = likeness, block
    return best


def likeness_of(review: Review, text: Wording, caption: Wording) -> float:
    """Return how alike two texts are, 0 to 1; 0 if their numbers differ.

    The mean of two shares: of their information and of their names that they have in common. Who rewords a caption
    keeps its names; captions of one pattern about different people or places differ in them.
    """
    if _numbers(text.key) != _numbers(caption.key):
        return 0.0
    shares = review.likeness.shares(text, caption)
    if shares.words < FEWEST:
        return 0.0
    return shares.words if shares.names is None else (shares.words + shares.names) / 2


def _numbers(key: WordKey) -> list[str]:
    return sorted(word for word in key if word[:1].isdecimal())


def _enough(review: Review, block: Block, copied: Block) -> float:
    """Return how alike a caption has to be to another one to be its copy."""
    if review.is_of_reference(copied):
        return ALIKE
    run = review.spots[block.id].run
    at_picture = block.figure == copied.figure if block.figure else run == review.spots[copied.id].run
    return ALIKE_AT_PICTURE if at_picture else ALIKE

"""The sentences of both articles, within caps on their words and on time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import NamedTuple

from wirediff.align._stretches import has_words
from wirediff.model import Article, Block, Sentence
from wirediff.segment import sentences as split_sentences

MOST_IN_BLOCK = 100_000
"""Words, numbers and marks that are told apart in one block: no paragraph is as long as a novel."""
MOST_IN_ARTICLE = 1_000_000
"""The same for all blocks of an article."""


class Segmented(NamedTuple):
    """Sentences by block id, and those blocks whose sentences are not all of their text.

    `cut` says that the caps are the reason, `hurried` that the time was up.
    """

    sentences: dict[str, tuple[Sentence, ...]]
    partial: dict[str, Block]
    cut: bool
    hurried: bool


def segmented(articles: Iterable[Article], deadline: float) -> Segmented:
    """The sentences of all blocks; none of the blocks that are left at `deadline`, a time of `time.monotonic`."""
    found: dict[str, tuple[Sentence, ...]] = {}
    partial: dict[str, Block] = {}
    known: dict[tuple[str, str], tuple[Sentence, ...]] = {}
    cut = hurried = False
    for article in articles:
        left = MOST_IN_ARTICLE
        for block in article.blocks:
            hurried = hurried or time.monotonic() > deadline
            key = (block.text, article.language)
            if key in known:
                own = tuple(sentence.in_block(block) for sentence in known[key])
            else:
                own = split_sentences(block, article.language, 0 if hurried else min(left, MOST_IN_BLOCK))
            left -= sum(len(sentence.tokens) for sentence in own)
            if has_words(block.text[own[-1].span.end :] if own else block.text):
                partial[block.id] = block
                cut = cut or not hurried
            else:
                known[key] = own
            found[block.id] = own
    return Segmented(found, partial, cut, hurried)

"""The sentences of both articles, within caps on their words and on time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import NamedTuple

from wirediff.align._stretches import has_words
from wirediff.model import Article, Block, Sentence
from wirediff.segment import sentences as split_sentences

MOST_IN_BLOCK = 100_000
"""Tokens of one block that are compared one by one: no paragraph is as long as a novel. Without a cap, a line of 5 MB
took 13 seconds and a gigabyte to align, and neither could be interrupted."""
MOST_IN_ARTICLE = 1_000_000
"""The same for all blocks of an article."""


class Segmented(NamedTuple):
    """Sentences by block id, and the blocks whose sentences are not all of their text (`partial`).

    `cut` says that the caps are the reason, `hurried` that the time was up.
    """

    sentences: dict[str, tuple[Sentence, ...]]
    partial: dict[str, Block]
    cut: bool
    hurried: bool


def segmented(articles: Iterable[Article], deadline: float) -> Segmented:
    """Divide all blocks into sentences, except those that are left at `deadline`, a time of `time.monotonic`.

    A text that occurs again, on either side, is divided once: most blocks of a version are the reference's.
    """
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

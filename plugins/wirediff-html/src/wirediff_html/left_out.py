"""What is no part of an article: folded where it was in the article's own page, in short on a report's cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from wirediff.model import Article, Omission
from wirediff.wording import REASONS, by_reason, counting, total_words

SHOWN = 5
"""Passages of one reason that a report's cover shows: more would make most of the file, and `wirediff load` has all."""


@dataclass(frozen=True)
class Group:
    """Passages that were left out for one reason."""

    label: str
    passages: Sequence[Omission]

    @property
    def counts(self) -> str:
        """Return how many passages and words there are."""
        return counts(self.passages)

    @property
    def words(self) -> int:
        """Return how many words there are."""
        return total_words(self.passages)

    @property
    def longest(self) -> Sequence[Omission]:
        """Return the passages of most words, as many as a cover shows."""
        return sorted(self.passages, key=lambda passage: -passage.words)[:SHOWN]


@dataclass(frozen=True)
class Fold:
    """What was left out between two blocks, or before the first or after the last; `place` says where."""

    key: str
    place: str
    groups: Sequence[Group]


def counts(passages: Sequence[Omission]) -> str:
    """Return "12 passages, 130 words"."""
    return f"{counting(len(passages), 'passage')}, {counting(total_words(passages), 'word')}"


def make_groups(passages: Sequence[Omission]) -> list[Group]:
    """Return passages by reason, the reason of most words first."""
    labels = ((REASONS[reason], found) for reason, found in by_reason(passages).items())
    return [Group(label[:1].upper() + label[1:], found) for label, found in labels]


def make_folds(article: Article) -> dict[int, Fold]:
    """Return what was left out, by the number of blocks before it."""
    found: dict[int, list[Omission]] = defaultdict(list)
    for passage in article.omitted:
        found[passage.after].append(passage)
    return {
        after: Fold(f"left-out-{after}", _place(after, article), make_groups(passages))
        for after, passages in found.items()
    }


def _place(after: int, article: Article) -> str:
    if not article.blocks:
        return "here"
    if after == 0:
        return f"before {article.blocks[0].id}"
    return f"after {article.blocks[after - 1].id}"

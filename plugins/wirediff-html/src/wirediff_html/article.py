"""Renders an article as one page: what is read of a document, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wirediff import wording
from wirediff.model import Article, Block, Figure, Options
from wirediff_html.environment import page, style_sheet
from wirediff_html.left_out import Fold, Group, counts, make_folds, make_groups
from wirediff_html.rows import KIND_LABELS, figures_above


@dataclass(frozen=True)
class BlockRead:
    """A block, its role in words, and the picture to show above it."""

    block: Block
    label: str
    figure: Figure | None


@dataclass(frozen=True)
class ReasonRow:
    """Everything that was left out for one reason, and where it was."""

    group: Group
    folds: Sequence[Fold]


def render(article: Article, options: Options) -> str:
    """Return the page for `article`, with the settings of the `html` plugin."""
    folds = make_folds(article)
    values = {
        "article": article,
        "title": options.get("title") or wording.title(article),
        "case": options.get("case"),
        "prepared_by": options.get("prepared-by"),
        "language_name": wording.language_name(article.language) if article.language != "und" else "unknown",
        "incomplete": wording.READ_IN_PART,
        "alerts": [note.message for note in article.notes if note.incomplete],
        "notes": [note.message for note in article.notes if not note.incomplete],
        "words": sum(len(block.text.split()) for block in article.blocks),
        "passages": list(_passages(article, folds)),
        "left_out": counts(article.omitted) if article.omitted else "nothing",
        "reasons": [
            ReasonRow(
                group, [fold for fold in folds.values() if any(each.label == group.label for each in fold.groups)]
            )
            for group in make_groups(article.omitted)
        ],
    }
    return page("article.html", style_sheet("article.css", kinds=(), sizes=()), values)


def _with(label: str, folds: Iterable[Fold]) -> list[Fold]:
    return [fold for fold in folds if any(group.label == label for group in fold.groups)]


def _passages(article: Article, folds: Mapping[int, Fold]) -> Iterator[Fold | BlockRead]:
    """Yield the blocks with what was left out between them."""
    shown = figures_above(article)
    for number, block in enumerate(article.blocks):
        if number in folds:
            yield folds[number]
        yield BlockRead(block, KIND_LABELS.get(block.kind, "Paragraph"), shown.get(block.id))
    if len(article.blocks) in folds:
        yield folds[len(article.blocks)]

"""Labels of controls that were copied into the text of a caption or credit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wirediff.model import Block, Pair, Span, Token
from wirediff_captions._blocks import PICTORIAL, Key, Side
from wirediff_captions._comparison import Comparison
from wirediff_captions._lists import controls, telling_controls


def labels_within(comparison: Comparison) -> Iterator[tuple[Span, Span | None]]:
    """Labels in the version's captions and credits that the reference's have not, with their wording there.

    Paragraphs that repeat a caption are looked at as well.
    """
    known = Counter(
        key for block in comparison.reference.of_kind(*PICTORIAL) for key, _ in _labels(block, comparison.reference)
    )
    for pair in comparison.alignment.pairs:
        for block in pair.version:
            if _differs(pair) and (comparison.repeats_caption(block) or _is_pictorial(block, comparison)):
                for key, label in _labels(block, comparison.version):
                    if comparison.told_as_caption(label):
                        continue
                    known[key] -= 1
                    if known[key] < 0:
                        yield label, None
        yield from _reworded(pair, comparison)


def _reworded(pair: Pair, comparison: Comparison) -> Iterator[tuple[Span, Span]]:
    """Labels inside captions of the reference that the version words otherwise, so that they read like none."""
    if not pair.version or not _differs(pair):
        return
    for block in pair.reference:
        if block.kind in PICTORIAL:
            for key, label in _labels(block, comparison.reference):
                for there in comparison.alignment.counterpart(label):
                    words = tuple(there.text.casefold().split())
                    if words and words != key and not _is_label(words):
                        yield there, label


def _is_pictorial(block: Block, comparison: Comparison) -> bool:
    return block.kind in PICTORIAL and not comparison.explained(block)


def _differs(pair: Pair) -> bool:
    return any(edit.op not in ("equal", "format") for edit in pair.edits)


def _labels(block: Block, side: Side) -> Iterator[tuple[Key, Span]]:
    """Runs of words of controls, at least two and one of them only theirs, cut where one repeats."""
    run: list[Token] = []
    for sentence in side.alignment.sentences.get(block.id, ()):
        for token in sentence.tokens:
            listed = token.norm.casefold() in controls()
            at = next((n for n, other in enumerate(run) if other.norm == token.norm), None)
            if not listed or at is not None:
                # "hide caption | toggle caption", but "Bildtext zeigen | Bildtext …"
                cut = at + 1 if at else len(run)
                yield from _label(block, run[:cut])
                run = run[cut:] if listed else []
            if listed:
                run.append(token)
    yield from _label(block, run)


def _label(block: Block, run: list[Token]) -> Iterator[tuple[Key, Span]]:
    key = tuple(token.norm.casefold() for token in run)
    if _is_label(key):
        yield key, block.span(run[0].start, run[-1].end)


def _is_label(key: Key) -> bool:
    return len(key) > 1 and any(word in telling_controls() for word in key) and all(word in controls() for word in key)

"""Labels of controls that were copied into the text of a caption or credit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from wirediff.model import Block, Pair, Span, Token
from wirediff_captions._blocks import PICTORIAL, Key, Side
from wirediff_captions._comparison import Comparison
from wirediff_captions._lists import controls, telling_controls

_PROSE = (".", ",", ";", ":", "!", "?", "…", "。")


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
                        yield label, _original(comparison, label)
        yield from _reworded(pair, comparison)


def _original(comparison: Comparison, label: Span) -> Span | None:
    """What the reference has in place of a label, where it is a label too."""
    there = comparison.alignment.counterpart(label)
    return next((span for span in there if _is_label(tuple(span.text.casefold().split()))), None)


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
    """The labels of controls in a block, each with its words."""
    for run in _runs([token for sentence in side.alignment.sentences.get(block.id, ()) for token in sentence.tokens]):
        for label in _cut(run):
            key = tuple(token.norm.casefold() for token in label)
            if _is_label(key):
                yield key, block.span(label[0].start, label[-1].end)


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Runs of words of controls, with a word before them that may be a reworded one; no prose goes on behind them."""
    run: list[Token] = []
    for number, token in enumerate(tokens):
        word = token.norm.casefold()
        if word not in controls():
            if run and not _goes_on(token):
                yield run
            run = []
            continue
        if not run and word in telling_controls() and number and _could_be_reworded(tokens[number - 1]):
            run = [tokens[number - 1]]
        run.append(token)
    if run:
        yield run


def _goes_on(token: Token) -> bool:
    """Whether what stands behind a label shows that it is prose: a small letter, or the end of a sentence."""
    return token.text[:1].islower() or token.text in _PROSE


def _could_be_reworded(token: Token) -> bool:
    return token.kind == "word" and token.text.islower()


def _cut(run: list[Token]) -> Iterator[list[Token]]:
    """Several labels in a row: "hide caption | toggle caption", but "Bildtext zeigen | Bildtext …"."""
    label: list[Token] = []
    for token in run:
        at = next((n for n, other in enumerate(label) if other.norm == token.norm), None)
        if at is not None:
            end = at + 1 if at else len(label)
            yield label[:end]
            label = label[end:]
        label.append(token)
    yield label


def _is_label(key: Key) -> bool:
    """At least two words, one of them only controls'; the first may be any."""
    return (
        len(key) > 1 and any(word in telling_controls() for word in key) and all(word in controls() for word in key[1:])
    )

"""Labels of controls: what reads like one, and where they stand in a line or inside a caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.model import Block, Span, Token
from wirediff_captions.blocks import Key, Side
from wirediff_captions.lists import controls, labels, naming_controls, telling_controls

FEW_WORDS = 5
"""Words that the label of a control has at most."""
_IN_A_ROW = 3
"""Labels that stand in one line at most."""
_PROSE = (".", ",", ";", ":", "!", "?", "…", "。")
_SEPARATORS = ("|", "/", "·", "•", "–", "—", "-", "›", "»")


class Label(NamedTuple):
    """The words of a label, and where it stands."""

    key: Key
    span: Span


def read_like_controls(key: Key) -> bool:
    """Whether a line is one label or several by its words alone."""
    if introduces_a_credit(key):
        return False
    if len(key) <= FEW_WORDS:
        return not naming_controls().isdisjoint(key) or all(word in controls() for word in key)
    return (
        len(key) <= FEW_WORDS * _IN_A_ROW
        and not telling_controls().isdisjoint(key)
        and all(word in controls() for word in key)
    )


def introduces_a_credit(key: Key) -> bool:
    """Whether a line is only what stands before a credit: "Photo", "Image source"."""
    return all(word in labels() for word in key)


def is_line_of_labels(block: Block, side: Side) -> bool:
    """Whether a block is nothing but labels by its words; the only caption of a figure is none, whatever its words."""
    if not read_like_controls(side.key(block)):
        return False
    return block.kind != "caption" or block.figure is None or side.captions_of_figures[block.figure] > 1


def labels_of_line(block: Block, side: Side) -> list[Label]:
    """The labels that a line of nothing else consists of."""
    tokens = [token for sentence in side.alignment.sentences.get(block.id, ()) for token in sentence.tokens]
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind != "punctuation":
            found[-1].append(token)
        elif token.text in _SEPARATORS and found[-1] and token.start > found[-1][-1].end:
            found.append([])
    return [_label(block, part) for run in found if run for part in _cut(run)]


def labels_within(block: Block, side: Side) -> Iterator[Label]:
    """The labels among other words of a block."""
    for run in _runs([token for sentence in side.alignment.sentences.get(block.id, ()) for token in sentence.tokens]):
        for part in _cut(run):
            label = _label(block, part)
            if is_label(label.key):
                yield label


def is_label(key: Key) -> bool:
    """At least two words, one of them only controls'; the first may be any."""
    return (
        len(key) > 1 and any(word in telling_controls() for word in key) and all(word in controls() for word in key[1:])
    )


def _label(block: Block, tokens: Sequence[Token]) -> Label:
    return Label(tuple(token.norm.casefold() for token in tokens), block.span(tokens[0].start, tokens[-1].end))


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
    """Labels in a row: "hide caption | toggle caption", "Bildtext zeigen | Bildtext …", "Hide text | Enlarge"."""
    label: list[Token] = []
    for token in run:
        at = next((n for n, other in enumerate(label) if other.norm == token.norm), None)
        if at is not None:
            end = at + 1 if at else len(label)
            yield label[:end]
            label = label[end:]
        elif len(label) > 1 and label[-1].text.islower() and token.text[0].isupper():
            yield label
            label = []
        label.append(token)
    yield label

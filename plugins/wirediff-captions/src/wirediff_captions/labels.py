"""Labels of controls: what reads like one, and where they are in a line or inside a caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from wirediff.model import Block, Span, Token
from wirediff_captions.layout import Layout, WordKey

if TYPE_CHECKING:
    from wirediff.newsroom import Listed

FEW_WORDS = 5
"""Words that the label of a control has at most, unless it is a listed text. Chosen by hand on the fixtures."""
_IN_A_ROW = 3
"""Labels in one line at most: hide, toggle, enlarge."""
_PROSE = (".", ",", ";", ":", "!", "?", "…", "。")
_SEPARATORS = ("|", "/", "·", "•", "–", "—", "-", "›", "»")


class ControlLabel(NamedTuple):
    """The words of a label, and where it is."""

    key: WordKey
    span: Span


def listed(name: Listed) -> frozenset[str]:
    """Return a list of the newsroom.

    It is imported late, here and elsewhere in the plugin: rules are read whenever the command starts, and the
    newsroom's `regex` takes 90 ms.
    """
    from wirediff.newsroom import words

    return words(name)


def reads_like_controls(text: str, key: WordKey) -> bool:
    """Whether a line is one label or several by its words alone.

    It is a listed text, or has only words of controls. Some words ("caption") are found on no other short line, so that
    the rest of the line may be a reworded label: "disguise caption".
    """
    from wirediff.newsroom import is_control

    if introduces_credit(key):
        return False
    only_controls = listed("controls.words").issuperset(key)
    if len(key) <= FEW_WORDS:
        labels = only_controls or not listed("controls.naming").isdisjoint(key)
    else:
        labels = only_controls and len(key) <= FEW_WORDS * _IN_A_ROW and _is_telling(key)
    return labels or is_control(text)


def _is_telling(key: WordKey) -> bool:
    """Whether a word is one that hardly anything but controls has; "open" or "view" are anywhere."""
    return not listed("controls.telling").isdisjoint(key)


def introduces_credit(key: WordKey) -> bool:
    """Whether a line is only what precedes a credit ("Photo", "Image source"), or has no words at all."""
    return _credit_words().issuperset(key)


@cache
def _credit_words() -> frozenset[str]:
    """Return the words of labels and openers of credits."""
    phrases = listed("credits.labels") | listed("credits.openers")
    return frozenset(word for phrase in phrases for word in phrase.split())


def is_line_of_labels(block: Block, layout: Layout) -> bool:
    """Whether a block is nothing but labels by its words; the only caption of a figure isn't, whatever its words."""
    if not reads_like_controls(block.text, layout.key(block)):
        return False
    return block.kind != "caption" or block.figure is None or len(layout.captions_by_figure[block.figure]) > 1


def labels_of_line(block: Block, layout: Layout) -> list[ControlLabel]:
    """Return the labels of a line that has nothing else in it."""
    found: list[list[Token]] = [[]]
    for token in _tokens(block, layout):
        if token.kind != "punctuation":
            found[-1].append(token)
        elif token.text in _SEPARATORS and found[-1] and token.start > found[-1][-1].end:
            found.append([])
    return [_label(block, part) for run in found if run for part in _cut(run)]


def labels_within(block: Block, layout: Layout) -> Iterator[ControlLabel]:
    """Yield the labels among other words of a block."""
    for run in _runs(_tokens(block, layout)):
        for part in _cut(run):
            label = _label(block, part)
            if is_label(label.key):
                yield label


def is_label(key: WordKey) -> bool:
    """Whether a label can be recognised among other words: two words or more, one of them telling; the first may be
    any, as it is the one that rewording changes."""
    return len(key) > 1 and _is_telling(key) and listed("controls.words").issuperset(key[1:])


def _tokens(block: Block, layout: Layout) -> list[Token]:
    return [token for sentence in layout.sentences(block) for token in sentence.tokens]


def _label(block: Block, tokens: Sequence[Token]) -> ControlLabel:
    key = tuple(token.norm.casefold() for token in tokens)
    return ControlLabel(key, block.span(tokens[0].start, tokens[-1].end))


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield runs of words of controls, with a word before them that may be a reworded one, unless prose follows."""
    of_controls = listed("controls.words")
    run: list[Token] = []
    for number, token in enumerate(tokens):
        word = token.norm.casefold()
        if word not in of_controls:
            if run and not _goes_on(token):
                yield run
            run = []
            continue
        if not run and _is_telling((word,)) and number and _could_be_reworded(tokens[number - 1]):
            run = [tokens[number - 1]]
        run.append(token)
    if run:
        yield run


def _goes_on(token: Token) -> bool:
    """Whether the token after a label shows that it is prose: a small letter, or the end of a sentence."""
    return token.text[:1].islower() or token.text in _PROSE


def _could_be_reworded(token: Token) -> bool:
    return token.kind == "word" and token.text.islower()


def _cut(run: list[Token]) -> Iterator[list[Token]]:
    """Yield the labels in a row: "hide caption | toggle caption", "Bildtext zeigen | Bildtext …", "Hide it | Enlarge".

    A new one begins where a word is repeated, and at a capital after a small letter.
    """
    label: list[Token] = []
    for token in run:
        at = next((n for n, earlier in enumerate(label) if earlier.norm == token.norm), None)
        if at is not None:
            end = at + 1 if at else len(label)
            yield label[:end]
            label = label[end:]
        elif len(label) > 1 and label[-1].text.islower() and token.text[0].isupper():
            yield label
            label = []
        label.append(token)
    yield label

"""Captions against those of the reference: changed, missing, added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wirediff.model import Block, Edit, Finding, Pair, Span
from wirediff_captions.blocks import Side
from wirediff_captions.comparison import Comparison
from wirediff_captions.rules import RULES

_WORD = re.compile(r"\w+")


def changed_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions whose words differ from those of their counterpart, told by the text or by the image."""
    for pair in comparison.alignment.pairs:
        if not pair.reference or not pair.version or any(map(comparison.explained, pair.version)):
            continue
        if _are_captions(pair) and not _same_words(comparison, pair):
            edits = [edit for edit in pair.edits if edit.is_change and not _is_in_credit(comparison, edit)]
            reference = _places(comparison, (edit.reference for edit in edits))
            version = _places(comparison, (edit.version for edit in edits))
            if reference or version:
                yield _changed(reference, version, edits)
    for original, block in _of_one_image(comparison):
        comparison.explain(original, block)
        yield _changed([original.whole], [block.whole], [])


def missing_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions, or copies of them, that the version lacks."""
    for block in _left(comparison, comparison.reference):
        copies = comparison.version.same("caption", comparison.reference.key(block))
        message = "The version prints this caption less often." if copies else "The version lacks this caption."
        yield RULES["missing"].finding(message, [block.whole])


def added_captions(comparison: Comparison) -> Iterator[Finding]:
    """Captions of the version's own."""
    for block in _left(comparison, comparison.version):
        yield RULES["added"].finding("The reference has no such caption.", (), [block.whole])


def _is_in_credit(comparison: Comparison, edit: Edit) -> bool:
    """Whether one side has the words at the caption's end, the other in the credit beside it: "(file photo)"."""
    if edit.op == "replace":
        return False
    here, there = (edit.reference, edit.version) if edit.op == "delete" else (edit.version, edit.reference)
    if not there.block:
        return False
    caption = comparison.alignment.block(there.block)
    beside = comparison.side_of(caption).around(caption, 1)
    words = _spaced(here.text)
    return words != "  " and any(each.kind == "credit" and words in _spaced(each.text) for each in beside)


def _spaced(text: str) -> str:
    """The words of a text, each between spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _are_captions(pair: Pair) -> bool:
    return all(block.kind == "caption" for block in (*pair.reference, *pair.version))


def _same_words(comparison: Comparison, pair: Pair) -> bool:
    """Whether only capitals and punctuation differ, which a template may change."""
    ours = [word for block in pair.reference for word in comparison.reference.key(block)]
    return ours == [word for block in pair.version for word in comparison.version.key(block)]


def _places(comparison: Comparison, spans: Iterable[Span]) -> list[Span]:
    """What of the spans is no control's text."""
    return [piece for span in spans if span.text.strip() for piece in comparison.outside_controls(span)]


def _changed(reference: Sequence[Span], version: Sequence[Span], edits: Sequence[Edit]) -> Finding:
    were, are = (" … ".join(span.text for span in spans) for spans in (reference, version))
    if not were:
        message = f"The caption has more: “{are}”."
    elif not are:
        message = f"The caption has less: “{were}” is missing."
    else:
        message = f"The caption differs: “{were}” became “{are}”."
    listed = [{"reference": edit.reference.text.strip(), "version": edit.version.text.strip()} for edit in edits]
    return RULES["changed"].finding(message, reference, version, edits=listed)


def _of_one_image(comparison: Comparison) -> Iterator[tuple[Block, Block]]:
    """Captions without a counterpart that stand under the same image on both sides, each used once."""
    lost = {
        image: block
        for block in reversed(_left(comparison, comparison.reference))
        if (image := comparison.reference.image(block))
    }
    for block in _left(comparison, comparison.version):
        image = comparison.version.image(block)
        original = lost.pop(image, None) if image else None
        if original is not None:
            yield original, block


def _left(comparison: Comparison, side: Side) -> list[Block]:
    """The captions of a side that nothing explains and that have no counterpart."""
    return [
        block
        for block in comparison.captions(side)
        if side.key(block) and not comparison.explained(block) and comparison.is_lost(block)
    ]

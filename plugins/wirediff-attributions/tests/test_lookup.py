"""What the other article has at a place."""

from __future__ import annotations

import pytest
from wirediff_attributions.detector import run
from wirediff_attributions.lookup import Lookup
from wirediff_attributions.wording import trimmed

from wirediff.model import Note, Span
from wirediff.testing import compared


@pytest.mark.parametrize(("words", "found"), [(10, 1), (4000, 0)])
def test_a_passage_rewritten_at_length_says_nothing_of_its_single_words(words, found):
    """Nobody can say which of them became which, and a quotation would be held against all that the passage quotes."""
    kept = " ".join(f"pier{number}" for number in range(words))
    ours, theirs = (f"{kept} {' '.join(f'{word}{number}' for number in range(words))}" for word in ("ferry", "boat"))
    alignment = compared([ours], [theirs])
    ferry = alignment.reference.blocks[0].span(ours.index("ferry3"), ours.index("ferry3") + 6)
    assert len(Lookup(alignment).counterpart(ferry)) == found


@pytest.mark.parametrize(("words", "told"), [(10, []), (4000, ["long-passage"])])
def test_quotations_in_passages_rewritten_at_length_are_told_of(words, told):
    """What was not compared is not passed over in silence."""
    kept, ours, theirs = (" ".join(f"{word}{at}" for at in range(words)) for word in ("pier", "ferry", "boat"))
    alignment = compared([f"{kept} {ours}"], [f"{kept} “{theirs}”"])
    assert [each.code for each in run(alignment) if isinstance(each, Note)] == told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the U.K. ", "the U.K."),
        (" at 5 a.m.,", "at 5 a.m."),
        ("“the port.”", "the port"),
        ("Salter Inc.", "Salter Inc"),
    ],
)
def test_an_abbreviation_of_letters_keeps_its_last_stop(text, kept):
    """The stop belongs to the word, while that of a sentence does not."""
    assert trimmed(Span("r1", 0, len(text), text)).text == kept

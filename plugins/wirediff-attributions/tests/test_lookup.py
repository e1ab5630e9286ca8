"""What the other article has at a place."""

from __future__ import annotations

import pytest
from wirediff_attributions.detector import run
from wirediff_attributions.lookup import Lookup
from wirediff_attributions.wording import trimmed

from wirediff.model import Note, Span
from wirediff.testing import compared


@pytest.mark.parametrize(("words", "found"), [(10, 1), (4000, 0)])
def test_a_passage_rewritten_at_length_says_nothing_about_single_words(words, found):
    """It is unclear which became which, and a quotation would be compared with all quotations of the passage."""
    kept = " ".join(f"pier{number}" for number in range(words))
    reference, version = (
        f"{kept} {' '.join(f'{word}{number}' for number in range(words))}" for word in ("ferry", "boat")
    )
    alignment = compared([reference], [version])
    ferry = alignment.reference.blocks[0].span(reference.index("ferry3"), reference.index("ferry3") + 6)
    assert len(Lookup(alignment).counterpart(ferry)) == found


@pytest.mark.parametrize(("words", "expected"), [(10, []), (4000, ["long-passage"])])
def test_quotations_in_passages_rewritten_at_length_are_disclosed(words, expected):
    """A note says what was not compared."""
    kept, reference, version = (" ".join(f"{word}{at}" for at in range(words)) for word in ("pier", "ferry", "boat"))
    alignment = compared([f"{kept} {reference}"], [f"{kept} “{version}”"])
    assert [each.code for each in run(alignment) if isinstance(each, Note)] == expected


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
    """That stop belongs to the word; the stop of a sentence does not."""
    assert trimmed(Span("r1", 0, len(text), text)).text == kept

"""Texts with more words than are told apart: the rest is compared by sentences."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.align import _segmented, align
from wirediff.align._segmented import segmented
from wirediff.align._stretches import stretches
from wirediff.align.verdict import changes_words
from wirediff.testing import article, compared

FEW = 6
SENTENCES = [f"Ferry {number} to the island sails at noon again." for number in range(9)]


@pytest.fixture(autouse=True)
def _small_caps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_segmented, "MOST_IN_BLOCK", FEW)
    monkeypatch.setattr(_segmented, "MOST_IN_ARTICLE", 3 * FEW)


def _changed(reference: object, version: object) -> list[tuple[str, str, str]]:
    edits = (edit for pair in compared(reference, version).pairs for edit in pair.edits)  # type: ignore[arg-type]
    return [(edit.op, edit.reference.text, edit.version.text) for edit in edits if edit.op != "equal"]


def test_a_sentence_beyond_the_cap_is_replaced_as_a_whole() -> None:
    """Those around it stay as they are, and a note tells how it was compared."""
    changed = [*SENTENCES[:4], "Nothing sails today.", *SENTENCES[5:]]
    assert _changed(" ".join(SENTENCES), " ".join(changed)) == [
        ("replace", f"{SENTENCES[4]} ", "Nothing sails today. ")
    ]
    assert [note.code for note in compared(" ".join(SENTENCES), " ".join(changed)).notes] == ["long-text"]


def test_other_quotation_marks_beyond_the_cap_are_a_difference_of_format() -> None:
    """Other spaces and dashes too: no word differs."""
    reference, version = (
        f"{' '.join(SENTENCES)} {last}" for last in ("“Go\u00a0home” – he's late.", '"Go home" - he’s late.')
    )
    assert _changed(reference, version) == [("format", "“Go\u00a0home” – he's late.", '"Go home" - he’s late.')]
    assert not changes_words(compared(reference, version))


def test_a_word_that_came_in_before_the_cap_does_not_upset_what_comes_behind() -> None:
    """Each side is read as far as the cap; where the other was read further, both go on by sentences."""
    assert _changed(" ".join(SENTENCES), "Now " + " ".join(SENTENCES)) == [("insert", "", "Now ")]


def test_whole_paragraphs_beyond_the_cap_of_the_article() -> None:
    """They correspond by the sentences that they share; the same ones are the same."""
    paragraphs = [" ".join(SENTENCES[at : at + 2]) for at in range(6)]
    version = [*paragraphs[:5], f"{SENTENCES[5]} Nothing sails today."]
    alignment = compared(paragraphs, version)
    assert [pair.relation for pair in alignment.pairs] == ["same"] * 5 + ["edited"]
    assert not changes_words(compared(paragraphs, paragraphs))


def test_paragraphs_beyond_the_cap_correspond_whatever_their_quotation_marks() -> None:
    """They are matched by normal form, as words are."""
    paragraphs = [" ".join(SENTENCES[at : at + 2]) for at in range(4)]
    reference, version = ([*paragraphs, f"{left}Nothing sails today.{right}"] for left, right in ("“”", '""'))
    assert [pair.relation for pair in compared(reference, version).pairs] == ["same"] * 5


def test_what_is_left_when_the_time_is_up_is_not_cut_into_words() -> None:
    """The note names the time, not the length."""
    sides = article(["One two.", "Three four."]), article(["One two.", "Three five."], "v")
    assert segmented(sides, time.monotonic() - 1).sentences == dict.fromkeys(("r1", "r2", "v1", "v2"), ())
    assert [note.code for note in align(*sides, budget=-1).notes] == ["time-budget"]


def test_a_paragraph_that_both_sides_have_is_cut_into_words_once() -> None:
    """Tokens know no block, so that both sides can share them."""
    found = segmented((article("One two. Three."), article(["New.", "One two. Three."], "v")), math.inf).sentences
    assert all(one.tokens is other.tokens for one, other in zip(found["r1"], found["v2"], strict=True))
    assert {sentence.span.block for sentence in found["v2"]} == {"v2"}


TEXTS = st.lists(st.text(alphabet="ab.。! \n\u200b", min_size=1, max_size=60), min_size=1, max_size=4)


@given(TEXTS, TEXTS)
def test_edits_tile_both_sides(reference: list[str], version: list[str]) -> None:
    """Also where some blocks are cut into words as far as the cap goes, and others not at all."""
    alignment = compared(reference, version)
    for pair in alignment.pairs:
        for side in ("reference", "version"):
            text = "".join(getattr(edit, side).text for edit in pair.edits)
            assert text == "".join(block.text for block in getattr(pair, side))
        for edit in pair.edits:
            assert (edit.op == "equal") <= (edit.reference.text == edit.version.text)
    letters_r, letters_v = (
        "".join(side).translate(dict.fromkeys(map(ord, ".。! \n\u200b"))) for side in (reference, version)
    )
    moved = any(pair.relation == "moved" for pair in alignment.pairs)
    assert changes_words(alignment) or letters_r == letters_v or (moved and sorted(letters_r) == sorted(letters_v))


@given(st.text(alphabet="ab.。! \n"))
def test_stretches_make_up_the_text(text: str) -> None:
    """None is empty, and none is lost."""
    assert "".join(stretches(text)) == text
    assert all(stretches(text))

"""The cost of segmentation grows with the text and no faster, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from wirediff.model import Block
from wirediff.segment import sentences

LENGTH = 60_000
SECONDS = 4
"""Of the processor: ten times what it takes, and half of what it took where it grew with the square of the length."""


@pytest.mark.parametrize(
    "repeated",
    ["กขคงจ", "新闻", "+", "-", ".", "a.", "as' ", "’", "“", "A. ", "1-", "www.", "http://", "x@", "000 ", "👩\u200d"],
)
def test_one_thing_again_and_again(repeated: str) -> None:
    """Letters without spaces, marks without words, and what might become an address, an abbreviation or a number."""
    text = repeated * (LENGTH // len(repeated)) + "xyz"
    begun = time.process_time()
    found = sentences(Block("r1", "paragraph", text), "de")
    assert time.process_time() - begun < SECONDS
    assert found[-1].span.end == len(text)

"""The cost of segmentation grows with the text and no faster, whatever stands in it."""

from __future__ import annotations

import pytest

from wirediff.model import Block
from wirediff.segment import sentences
from wirediff.testing import growth

LENGTH = 60_000


@pytest.mark.parametrize(
    "repeated",
    ["กขคงจ", "新闻", "+", "-", ".", "a.", "as' ", "’", "“", "A. ", "1-", "www.", "http://", "x@", "000 ", "👩\u200d"],
)
def test_one_thing_again_and_again(repeated: str) -> None:
    """Letters without spaces, marks without words, and what might become an address, an abbreviation or a number."""

    def block(length: int) -> Block:
        return Block("r1", "paragraph", repeated * (length // len(repeated)) + "xyz")

    assert growth(block, lambda given: sentences(given, "de"), LENGTH) < 1.5
    whole = block(LENGTH)
    assert sentences(whole, "de")[-1].span.end == len(whole.text)

"""What lies opposite a stretch of text."""

from __future__ import annotations

import pytest
from wirediff_attributions._correspondence import Correspondence

from wirediff.testing import compared


@pytest.mark.parametrize(("words", "found"), [(10, 1), (4000, 0)])
def test_a_passage_rewritten_at_length_says_nothing_of_its_single_words(words, found):
    """Nobody can say which of them became which, and a quotation would be held against all that the passage quotes."""
    kept = " ".join(f"pier{number}" for number in range(words))
    ours, theirs = (f"{kept} {' '.join(f'{word}{number}' for number in range(words))}" for word in ("ferry", "boat"))
    alignment = compared([ours], [theirs])
    ferry = alignment.reference.blocks[0].span(ours.index("ferry3"), ours.index("ferry3") + 6)
    assert len(Correspondence(alignment).counterpart(ferry)) == found

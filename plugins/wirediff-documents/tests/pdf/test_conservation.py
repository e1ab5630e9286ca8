"""Every word of a page is in a block or among what was left out, and in one of them only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

Read = Callable[[bytes], Any]
PLACES = st.tuples(st.integers(0, 3), st.integers(1, 45))
"""Columns of 100 points and lines of 13, so that no words lie on each other."""
LOOKS = st.tuples(st.sampled_from([8, 10, 20]), st.sampled_from([0, 0, 0, 3]), st.integers(0, 2))
WORDS = st.dictionaries(PLACES, LOOKS, min_size=1, max_size=40)
TURNED = "0 1 -1 0"
MARKS = Counter({"|": 1000})
"""What parts the cells of a table."""


@given(pages=st.lists(WORDS, min_size=1, max_size=3), turned=st.booleans(), photo=st.booleans())
def test_no_word_is_lost_or_doubled(
    read: Read, pdf: Any, pages: Sequence[dict[Any, Any]], turned: bool, photo: bool
) -> None:
    """Wherever words are on pages, in whatever type, seen or not, next to pictures or not."""
    drawn, expected = [], Counter({"Begin": 1})
    for number, words in enumerate(pages):
        page = pdf.text("Begin", 5, 598) if not number else ""
        for (across, down), (size, mode, font) in words.items():
            word = f"w{number}x{across}y{down}"
            expected[word] += 1
            page += pdf.text(word, 100 * across + 5, 13 * down, size, mode=mode, font=font)
        if turned:
            page += pdf.text(f"t{number}", 395, 300, turn=TURNED)
            expected[f"t{number}"] += 1
        drawn.append(page + (pdf.picture(105, 200, 80, 80) if photo else ""))
    assert read(pdf.document(*drawn)).words - MARKS == expected

"""Spans without half a pair of brackets."""

from __future__ import annotations

import pytest
from wirediff_terms.match.brackets import balanced


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("see section [4] there", "section [4", ["section [4]"]),
        ("the (old) quay", "old) quay", ["(old) quay"]),
        ("new beams ( index of them )", "beams ( index", ["beams", "index"]),
        ("a pier (built in 1900) here", "pier (built in 1900) here", ["pier (built in 1900) here"]),
        ("the end) of it", "end) of", ["end", "of"]),
        ("plain words", "plain words", ["plain words"]),
        ("f(x) [y", "f(x) [y", ["f(x)", "y"]),
    ],
)
def test_a_span_holds_both_brackets_or_neither(text: str, marked: str, expected: list[str]) -> None:
    """A bracket next to it completes it; else it is divided."""
    start = text.index(marked)
    assert [text[i:j] for i, j in balanced(text, start, start + len(marked))] == expected

"""Stretches of a text that hold no half of a pair of brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_BRACKET = re.compile(r"[()\[\]{}]")


def balanced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretch from `start` to `end`, with a bracket next to it that completes it, or else its parts between
    brackets: of "section [4" in "section [4]" all, of "beams ( index" in "beams ( index of them )" both words."""
    lone = _lone(text, start, end)
    if lone:
        first, last = lone[0], lone[-1]
        if end < len(text) and text[end] == _PAIRS.get(text[last]):
            end += 1
        elif start and _PAIRS.get(text[start - 1]) == text[first]:
            start -= 1
        lone = _lone(text, start, end)
    for at in (*lone, end):
        part = text[start:at]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
        start = at + 1


def _lone(text: str, start: int, end: int) -> list[int]:
    """Where brackets are whose other half is outside."""
    opened: list[int] = []
    closed: list[int] = []
    for found in _BRACKET.finditer(text, start, end):
        if found[0] in _PAIRS:
            opened.append(found.start())
        elif opened and _PAIRS[text[opened[-1]]] == found[0]:
            opened.pop()
        else:
            closed.append(found.start())
    return sorted(closed + opened)

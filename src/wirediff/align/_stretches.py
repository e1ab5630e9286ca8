"""Text whose words are not told apart, compared by stretches of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from difflib_ext import diff
from wirediff.model import Op
from wirediff.segment import normal, tokenize

_STRETCH = re.compile(r"(?:[^\s。！？]*+(?<![.!?…])\s++){0,40}+[^\s。！？]*+[\s。！？]*+")


def has_words(text: str) -> bool:
    """Whether anything but white space and invisible characters stands in `text`."""
    return bool(text) and not text.isspace() and bool(tokenize(text, most=1))


def stretches(text: str) -> list[str]:
    """`text` cut behind sentences, or some forty words of a longer one."""
    return [found for found in _STRETCH.findall(text) if found]


def changes(a: str, b: str) -> Iterator[tuple[Op, int, int]]:
    """The steps from `a` to `b`: what happens up to which place of either; stretches are matched by normal form."""
    ours, theirs = stretches(a), stretches(b)
    at_a, at_b = (list(accumulate(map(len, each), initial=0)) for each in (ours, theirs))
    for tag, i1, i2, j1, j2 in diff(list(map(normal, ours)), list(map(normal, theirs))).opcodes:
        if tag == "equal":
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                yield "equal" if ours[i] == theirs[j] else "format", at_a[i + 1], at_b[j + 1]
        else:
            yield tag, at_a[i2], at_b[j2]

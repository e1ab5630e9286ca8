"""Text whose words are not told apart, compared by stretches of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from difflib_ext import Tag, diff
from wirediff.segment import tokenize

_STRETCH = re.compile(r"(?:[^\s。！？]*+(?<![.!?…])\s++){0,40}+[^\s。！？]*+[\s。！？]*+")


def has_words(text: str) -> bool:
    """Whether anything but white space and invisible characters stands in `text`."""
    return bool(text) and not text.isspace() and bool(tokenize(text, most=1))


def stretches(text: str) -> list[str]:
    """`text` cut behind sentences, or some forty words of a longer one."""
    return [found for found in _STRETCH.findall(text) if found]


def changes(a: str, b: str) -> Iterator[tuple[Tag, int, int]]:
    """The steps from `a` to `b`: what happens up to which place of either."""
    ours, theirs = stretches(a), stretches(b)
    at_a, at_b = (list(accumulate(map(len, each), initial=0)) for each in (ours, theirs))
    for tag, _, i, _, j in diff(ours, theirs).opcodes:
        yield tag, at_a[i], at_b[j]

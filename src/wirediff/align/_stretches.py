"""Text beyond the caps on words, compared sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from difflib_ext import diff
from wirediff.model import Op
from wirediff.segment import normal, tokenize

# Forty words end a stretch without a full stop: longer than nearly all sentences, and short enough that one changed
# word does not replace a whole column of a table.
_STRETCH = re.compile(r"(?:[^\s。！？]*+(?<![.!?…])\s++){0,40}+[^\s。！？]*+[\s。！？]*+")


def has_words(text: str) -> bool:
    """Whether `text` has anything besides white space and invisible characters."""
    return bool(text) and not text.isspace() and bool(tokenize(text, most=1))


def stretches(text: str) -> list[str]:
    """`text` cut after each sentence, or after some forty words of a longer one."""
    return [found for found in _STRETCH.findall(text) if found]


def changes(a: str, b: str) -> Iterator[tuple[Op, int, int]]:
    """Yield the steps from `a` to `b`, each with where it ends in either; stretches are matched by normal form."""
    parts_a, parts_b = stretches(a), stretches(b)
    at_a, at_b = (list(accumulate(map(len, parts), initial=0)) for parts in (parts_a, parts_b))
    for tag, i1, i2, j1, j2 in diff(list(map(normal, parts_a)), list(map(normal, parts_b))).opcodes:
        if tag == "equal":
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                yield "equal" if parts_a[i] == parts_b[j] else "format", at_a[i + 1], at_b[j + 1]
        else:
            yield tag, at_a[i2], at_b[j2]

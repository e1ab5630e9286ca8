"""Items to dense integers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import chain


def intern(*sequences: Sequence[Hashable]) -> list[list[int]]:
    """Replace the items of all `sequences` by dense integers from 0, one for each class of equal items.

    The kernels compare items by hash alone: they equate `"a"` with 97, and unequal objects that share a hash. Dense
    integers by equality keep them honest.
    """
    numbers = {item: number for number, item in enumerate(dict.fromkeys(chain(*sequences)))}
    return [[*map(numbers.__getitem__, sequence)] for sequence in sequences]

"""How much information an item carries."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence


def information(*sequences: Sequence[int]) -> list[float]:
    """Self-information in bits of each of the dense integers that `sequences` are made of, by their joint frequency.

    Additive smoothing by one half keeps the rarest item of a short sequence from counting as certain proof.
    """
    counts: Counter[int] = Counter()
    for sequence in sequences:
        counts.update(sequence)
    total = sum(counts.values()) + 0.5 * len(counts)
    return [-math.log2((counts[number] + 0.5) / total) for number in range(len(counts))]

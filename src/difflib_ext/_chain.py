"""The heaviest chain of pairs that increase in both members."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Indices of the `(i, j, weight)` of greatest total weight that increase strictly in `i` and in `j`.

    `pairs` ascend and have positive weights; of equally heavy chains one with early `j` is taken.
    O(k log n) for k pairs with j below n, by a Fenwick tree of prefix maxima.
    """
    size = max((j for _, j, _ in pairs), default=-1) + 1
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before = [-1] * len(pairs)
    for _, row in groupby(enumerate(pairs), key=lambda entry: entry[1][0]):
        reached: list[tuple[int, float, int]] = []
        for k, (_, j, weight) in row:
            total, before[k] = _prefix_maximum(best, j)
            reached.append((j, total + weight, k))
        for j, total, k in reached:
            _raise_maximum(best, j, total, k)
    _, k = _prefix_maximum(best, size)
    chain: list[int] = []
    while k >= 0:
        chain.append(k)
        k = before[k]
    return chain[::-1]


def _prefix_maximum(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    """The greatest total, and its pair, among all `j` below `end`."""
    found = (0.0, -1)
    while end > 0:
        if tree[end][0] >= found[0]:
            found = tree[end]
        end -= end & -end
    return found


def _raise_maximum(tree: list[tuple[float, int]], j: int, total: float, k: int) -> None:
    place = j + 1
    while place < len(tree):
        if total > tree[place][0]:
            tree[place] = (total, k)
        place += place & -place

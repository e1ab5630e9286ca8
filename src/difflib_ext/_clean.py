"""Removing chance matches, so that a rewritten stretch is one replacement and not confetti.

"Fishermen blocked the road to the terminal on Tuesday" became "Boats kept out of the port by the crews on Tuesday":

    ugly      [Fishermen blocked → Boats kept out of] the [road to → port by] the [terminal → crews] on Tuesday
    wanted    [Fishermen blocked the road to the terminal → Boats kept out of the port by the crews] on Tuesday

No "the" of the one is a "the" of the other: any two stretches of seven words share some. Whether a match is chance is a
matter of how rare its items are and how many other places it could be in, so the test is statistical and needs no list
of stop words.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence

from difflib_ext._opcodes import Opcode, changed


def clean(opcodes: Sequence[Opcode], bits: Sequence[float]) -> list[Opcode]:
    """Turn equal stretches into changes where chance explains them as well.

    `bits[i]` is the self-information of item `a[i]`. An equal stretch of I bits lies between two changes; together
    the three cover m items of `a` and n of `b`. By chance, such a match occurs about `places / 2**I` times, where
    `places` counts the alignments that the changes leave open: `max(m, n)` if both changes replace item by item, and
    as many times more as their sides differ in length. Stretches expected at least once become changes, those with
    the least surplus of information first, as each merges with its neighbours, which are weighed anew. (The E-value of
    Karlin and Altschul, PNAS 87 (1990), in its simplest form.) Equal stretches at either end stay.
    """
    runs = list(opcodes)
    live = _Neighbours(len(runs))
    heap = [(surplus, k) for k in range(len(runs)) if (surplus := _surplus(runs, live, k, bits)) <= 0]
    heapq.heapify(heap)
    while heap:
        surplus, k = heapq.heappop(heap)
        if not live.alive[k] or _surplus(runs, live, k, bits) != surplus:
            continue
        before, after = live.before[k], live.after[k]
        runs[k] = changed(runs[before].i1, runs[after].i2, runs[before].j1, runs[after].j2)
        live.absorb(k)
        for neighbour in (live.before[k], live.after[k]):
            weighed = _surplus(runs, live, neighbour, bits)
            if weighed <= 0:
                heapq.heappush(heap, (weighed, neighbour))
    return [run for k, run in enumerate(runs) if live.alive[k]]


def _surplus(runs: Sequence[Opcode], live: _Neighbours, k: int, bits: Sequence[float]) -> float:
    """By how many bits the equal stretch `k` exceeds chance; infinite if it has to stay."""
    if not 0 <= k < len(runs) or runs[k].tag != "equal":
        return math.inf
    before, after = live.before[k], live.after[k]
    if before < 0 or after >= len(runs):
        return math.inf
    left, run, right = runs[before], runs[k], runs[after]
    imbalance = abs((left.i2 - left.i1) - (left.j2 - left.j1)) + abs((right.i2 - right.i1) - (right.j2 - right.j1))
    places = max(right.i2 - left.i1, right.j2 - left.j1) * (1 + imbalance)
    return sum(bits[run.i1 : run.i2]) - math.log2(places)


class _Neighbours:
    """A doubly linked list of opcode numbers, for merging in constant time."""

    def __init__(self, size: int) -> None:
        self.alive = [True] * size
        self.before = list(range(-1, size - 1))
        self.after = list(range(1, size + 1))

    def absorb(self, k: int) -> None:
        """Remove both neighbours of `k`, which now represents all three."""
        for gone in (self.before[k], self.after[k]):
            self.alive[gone] = False
        self.before[k] = self.before[self.before[k]]
        self.after[k] = self.after[self.after[k]]
        if self.before[k] >= 0:
            self.after[self.before[k]] = k
        if self.after[k] < len(self.alive):
            self.before[self.after[k]] = k

"""Ambiguous matches: of several places for an equal stretch, take the one between changes of like length.

A longest common subsequence is often ambiguous, and a kernel returns any of them. Of "she knows that this works" and
"she is aware that that works", either "that" of the second may be the one that was kept:

    ugly      she [knows → is aware that] that [this → ] works
    wanted    she [knows → is aware] that [this → that] works

Both keep the same words. In the first, one word became three and another one became nothing; in the second, a word
became a phrase and another one a word, which is what people do to texts. So each equal stretch between two changes is
tried at other places where it occurs too, on one side at a time, and is put where the changes next to it differ least
in length between their sides.
"""

from __future__ import annotations

from collections.abc import Sequence

from difflib_ext._opcodes import Opcode, changed

_REACH = 8
"""Items that a stretch may be shifted by, in either direction: about a phrase; further away it is another occurrence.
Chosen by hand; it bounds the cost as well."""


def balance(opcodes: Sequence[Opcode], a: Sequence[int], b: Sequence[int]) -> list[Opcode]:
    """Shift equal stretches along one side to where the changes before and after differ least in length."""
    runs = list(opcodes)
    for k in range(1, len(runs) - 1):
        if runs[k].tag == "equal" and runs[k - 1].tag != "equal" != runs[k + 1].tag:
            _settle(runs, k, a, b)
    return _without_empty(runs)


def _settle(runs: list[Opcode], k: int, a: Sequence[int], b: Sequence[int]) -> None:
    """Put run `k` in the best of its possible places, the nearest of equally good ones; its neighbours make room."""
    left, run, right = runs[k - 1 : k + 2]
    unmoved = _imbalance(left, run.i1, run.j1) + _imbalance(right, run.i2, run.j2, after=True)
    if not unmoved:
        return
    items = a[run.i1 : run.i2]
    best = (unmoved, 0, run.i1, run.j1)
    size = len(items)
    lowest = max(-_REACH, min(left.i1 - run.i1, left.j1 - run.j1))
    highest = min(_REACH, max(right.i2 - run.i2, right.j2 - run.j2))
    for step in range(lowest, highest + 1):
        i, j = run.i1 + step, run.j1 + step
        places = []
        if left.j1 <= j and j + size <= right.j2 and b[j] == items[0] and b[j : j + size] == items:
            places.append((run.i1, j))
        if left.i1 <= i and i + size <= right.i2 and a[i] == items[0] and a[i : i + size] == items:
            places.append((i, run.j1))
        for at_a, at_b in places:
            cost = _imbalance(left, at_a, at_b) + _imbalance(right, at_a + size, at_b + size, after=True)
            best = min(best, (cost, abs(step), at_a, at_b))
    _, moved, i, j = best
    if moved:
        runs[k - 1] = changed(left.i1, i, left.j1, j)
        runs[k] = Opcode("equal", i, i + size, j, j + size)
        runs[k + 1] = changed(i + size, right.i2, j + size, right.j2)


def _imbalance(change: Opcode, i: int, j: int, *, after: bool = False) -> int:
    """By how much the sides of `change` differ in length if it ends (or, `after` the stretch, starts) at `i` and
    `j`."""
    return abs((change.i2 - i) - (change.j2 - j)) if after else abs((i - change.i1) - (j - change.j1))


def _without_empty(runs: Sequence[Opcode]) -> list[Opcode]:
    """The runs that cover something; neighbouring equal ones become one."""
    kept: list[Opcode] = []
    for run in runs:
        if kept and kept[-1].tag == "equal" == run.tag:
            kept[-1] = kept[-1]._replace(i2=run.i2, j2=run.j2)
        elif run.i1 < run.i2 or run.j1 < run.j2:
            kept.append(run)
    return kept

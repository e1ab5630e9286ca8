"""Sliding additions and removals to where a reader would put them.

What was added often begins as what follows it begins, and then it can be in several places. Of "said on Tuesday" and
"said on Monday on Tuesday", and of "Sava (left) sat" and "Sava (right) and Ema (left) sat":

    ugly      said on [Monday on ]Tuesday         Sava ([right) and Ema (]left) sat
    wanted    said [on Monday ]on Tuesday         Sava [(right) and Ema ](left) sat

All of them keep the same words. So each addition and each removal is tried at the places it can slide to, over the
equal stretches before and after it, and is put where its `cost` is lowest. (difftastic's `sliders.rs` does so for
code.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Literal, TypeAlias

from difflib_ext._opcodes import Opcode

Cost: TypeAlias = Callable[[Literal[0, 1], int, int], Any]
"""Anything comparable for items `start:end` of `a` (0) or of `b` (1) as a change: the lowest is best."""

_REACH = 32
"""Items that a change is slid by, in either direction: more than a clause. It bounds the cost; chosen by hand."""


def slide(opcodes: Sequence[Opcode], a: Sequence[Hashable], b: Sequence[Hashable], cost: Cost) -> list[Opcode]:
    """Shift each deletion and insertion between equal stretches to the place of least `cost`, the nearest of equal
    ones."""
    runs = list(opcodes)
    for k in range(1, len(runs) - 1):
        if runs[k].tag in ("delete", "insert") and runs[k - 1].tag == "equal" == runs[k + 1].tag:
            _settle(runs, k, a, b, cost)
    return [run for run in runs if run.i1 < run.i2 or run.j1 < run.j2]


def _settle(runs: list[Opcode], k: int, a: Sequence[Hashable], b: Sequence[Hashable], cost: Cost) -> None:
    """Put run `k` in the best of its possible places; its neighbours make room."""
    left, run, right = runs[k - 1 : k + 2]
    side: Literal[0, 1] = 0 if run.tag == "delete" else 1
    items, start, end = (a, run.i1, run.i2) if side == 0 else (b, run.j1, run.j2)
    # Between two changes, one item of an equal stretch has to stay.
    first = -min(_REACH, left.i2 - left.i1 - (k > 1))
    last = min(_REACH, right.i2 - right.i1 - (k + 2 < len(runs)))
    backwards = next((n for n in range(0, first, -1) if items[start + n - 1] != items[end + n - 1]), first)
    forwards = next((n for n in range(last) if items[start + n] != items[end + n]), last)
    if backwards == forwards:
        return
    step = min(range(backwards, forwards + 1), key=lambda n: (cost(side, start + n, end + n), abs(n)))
    if step:
        runs[k - 1] = left._replace(i2=left.i2 + step, j2=left.j2 + step)
        runs[k] = Opcode(run.tag, run.i1 + step, run.i2 + step, run.j1 + step, run.j2 + step)
        runs[k + 1] = right._replace(i1=right.i1 + step, j1=right.j1 + step)

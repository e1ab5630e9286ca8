"""How a cost grows: a figure that does not depend on a slow machine, a busy one or a coverage tracer."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from typing import TypeVar

from wirediff.run.garbage import uncollected

T = TypeVar("T")
_STEP = 4
"""Between the sizes: linear work costs four times as much at the larger one, quadratic work sixteen times."""
_ROUNDS = 5
_NOTHING = 0.004
"""Seconds at the larger size that are too few to tell growth from the clock's noise."""
SUPERLINEAR = 1.5
"""Half way between linear and quadratic: the exponent from which `growth` measures again."""


def growth(prepare: Callable[[int], T], work: Callable[[T], object], size: int) -> float:
    """Return the exponent by which the cost of `work` grows from a quarter of `size` to `size`: 1 linear, 2 quadratic.

    `prepare(n)` makes the input of size n; only `work` is timed, in processor time, after one untimed run. From 1.5 on
    it is measured again, up to five times in all, and the lowest cost at each size counts, since the machine may have
    done something else meanwhile. What takes less than 4 ms is 0. The garbage collector is off.
    """
    small, large = prepare(size // _STEP), prepare(size)
    work(small)
    cheap = dear = math.inf
    exponent = math.inf
    # A full collection looks at every object of the process. Late in a long test run it took as long as the work at the
    # larger size, and fell into that size only, as the smaller one allocates too little to set it off: linear work of
    # 65 ms was measured with an exponent of 1.55 and 1.59, of 1.05 by itself.
    gc.collect()
    with uncollected():
        for _ in range(_ROUNDS):
            cheap = min(cheap, _seconds(work, small))
            dear = min(dear, _seconds(work, large))
            exponent = math.log(dear / max(cheap, _NOTHING / _STEP), _STEP) if dear > _NOTHING else 0.0
            if exponent < SUPERLINEAR:
                break
    return exponent


def _seconds(work: Callable[[T], object], given: T) -> float:
    begun = time.process_time()
    work(given)
    return time.process_time() - begun

"""Run plugins' code so that whatever it does costs its own results only."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TypeVar

from wirediff.errors import OptionError
from wirediff.host._contributions import Plugin
from wirediff.host._guard import Lost
from wirediff.host._loader import failure
from wirediff.host._worker import FORKS, run_each
from wirediff.model import Failure, Stage

T = TypeVar("T")
MIN_SECONDS = 1.0
"""What every plugin may use, even where the budget is spent before it begins: most need a tenth of it."""
_MEMORY_SHARE = 0.5
"""Share of the machine's memory that one plugin may use: a bound for runaway code, far above healthy needs."""


def each_isolated(
    plugins: Sequence[Plugin],
    stage: Stage,
    seconds: Callable[[], float],
    work: Callable[[Plugin], T],
    *,
    at_once: int = 0,
    passing: tuple[type[Exception], ...] = (OptionError,),
) -> list[T | Failure]:
    """Return `work(plugin)` for each plugin, or its failure.

    Each runs in a forked process, `at_once` together; if that is 0, or where a fork is not safe, in this process.
    Errors in `passing` are the user's to mend, and are raised.
    """
    forked = bool(at_once) and FORKS
    outcomes = run_each(
        work,
        plugins,
        lambda: max(seconds(), MIN_SECONDS),
        at_once or 1,
        memory=_memory() if forked else None,
        method="fork" if forked else "inside",
        passing=passing,
    )
    return [
        failure(plugin.found, stage, outcome.reason) if isinstance(outcome, Lost) else outcome
        for plugin, outcome in zip(plugins, outcomes, strict=True)
    ]


def _memory() -> int:
    return int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * _MEMORY_SHARE)

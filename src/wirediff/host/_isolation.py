"""Run plugins' code so that whatever it does costs its own results only."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from wirediff.errors import OptionError
from wirediff.host._contributions import Plugin
from wirediff.host._guard import Lost, attempt
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
    at_once: int,
    passing: tuple[type[Exception], ...] = (OptionError,),
) -> list[T | Failure]:
    """Return `work(plugin)` for each plugin, or its failure.

    Each runs in a forked process, `at_once` together; if that is 0, or where a fork is not safe, in this process.
    Errors in `passing` are the user's to mend, and are raised.
    """
    outcomes: list[T | Lost]
    if at_once and FORKS:
        outcomes = run_each(work, plugins, partial(_at_least, seconds), at_once, _memory(), passing)
    else:
        outcomes = [attempt(partial(work, plugin), _at_least(seconds), passing) for plugin in plugins]
    return [
        failure(plugin.found, stage, outcome.reason) if isinstance(outcome, Lost) else outcome
        for plugin, outcome in zip(plugins, outcomes, strict=True)
    ]


def _at_least(seconds: Callable[[], float]) -> float:
    return max(seconds(), MIN_SECONDS)


def _memory() -> int:
    return int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * _MEMORY_SHARE)

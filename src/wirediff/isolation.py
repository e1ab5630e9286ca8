"""Run a plugin's code so that whatever it does costs its own results only."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from types import FrameType
from typing import TypeVar

from wirediff.errors import OptionError
from wirediff.model import Failure, Stage
from wirediff.plugins import Plugin, failure

T = TypeVar("T")
LEAST_SECONDS = 1.0
"""What every plugin may use, also where the budget is spent before it begins."""


def isolated(plugin: Plugin, stage: Stage, seconds: float, work: Callable[[], T]) -> T | Failure:
    """The result of `work`, or the failure of its plugin.

    An OptionError passes, since it is the user's to mend. What the plugin prints goes to standard error. It is
    interrupted after `seconds`, where the platform has an interval timer and this is the main thread; elsewhere a
    plugin that hangs cannot be stopped.
    """
    try:
        with redirect_stdout(sys.stderr), _time_limit(max(seconds, LEAST_SECONDS)):
            return work()
    except (KeyboardInterrupt, OptionError):
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return failure(plugin.found, stage, error)


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the block after `seconds`."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"stopped after {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, interrupt)
    # Repeated, for a plugin that swallows the first one.
    signal.setitimer(signal.ITIMER_REAL, min(seconds, threading.TIMEOUT_MAX), 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

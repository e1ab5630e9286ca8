"""Around code of plugins in this process: it does not print into the report, nor end the process, nor run for ever."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from types import FrameType
from typing import NoReturn


class Timeout(BaseException):
    """Time is up. No Exception, so that `except Exception` in a plugin does not hold it up."""


@contextmanager
def guarded(seconds: float) -> Iterator[None]:
    """In the block standard output is standard error, and the ways out of the process raise SystemExit.

    Timeout is raised after `seconds`, where the platform has an interval timer. All this is the main thread's only:
    output and signals belong to the whole process, so that two threads could not put them back in order.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with ExitStack() as stack:
        stack.enter_context(redirect_stdout(sys.stderr))
        stack.enter_context(_no_exit())
        if hasattr(signal, "setitimer"):
            stack.enter_context(_time_limit(seconds))
        yield


@contextmanager
def _no_exit() -> Iterator[None]:
    """`os._exit` ends a child that the block forks, as it should, but not this process."""
    real, owner = os._exit, os.getpid()

    def refuse(status: int) -> NoReturn:
        if os.getpid() != owner:
            real(status)
        raise SystemExit(status)

    os._exit = refuse
    try:
        yield
    finally:
        os._exit = real


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise Timeout(f"stopped after {seconds:.1f} seconds")

    before = signal.signal(signal.SIGALRM, interrupt)
    # Repeated, for a plugin that swallows the first one.
    signal.setitimer(signal.ITIMER_REAL, min(seconds, threading.TIMEOUT_MAX), 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

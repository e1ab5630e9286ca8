"""Run a plugin's code in this process so that it cannot print into a report, end the process or run for ever."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, redirect_stdout
from pathlib import Path
from types import FrameType
from typing import NamedTuple, NoReturn, TypeVar

T = TypeVar("T")
MAX_ERROR = 500
"""Characters of an error's text that are kept: enough for a sentence with a path, too few to flood a terminal."""


class Lost(NamedTuple):
    """Why there is no result."""

    reason: str


class Timeout(BaseException):
    """Time is up. Not an Exception, so that `except Exception` in a plugin does not swallow it."""


def attempt(work: Callable[[], T], seconds: float, passing: tuple[type[Exception], ...] = ()) -> T | Lost:
    """Return the result of `work`, or why there is none.

    Ctrl-C and the errors in `passing`, which are for the user to mend, are raised.
    """
    raised: tuple[type[BaseException], ...] = (KeyboardInterrupt, *passing)
    try:
        with guarded(seconds):
            return work()
    except raised:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return Lost(describe(error))


def describe(error: BaseException) -> str:
    """Return the type and text of an error in one printable line, without the folders of local files."""
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an error of a plugin may be broken itself
        text = "its text cannot be shown"
    if isinstance(error, OSError) and isinstance(error.filename, str):
        # Reports are passed on, and a path says who made them and where.
        text = text.replace(error.filename, Path(error.filename).name)
    if len(text) > MAX_ERROR:
        text = f"{text[:MAX_ERROR]}…"
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


@contextmanager
def guarded(seconds: float) -> Iterator[None]:
    """Send standard output to standard error, and raise SystemExit where the block would end the process.

    Raises Timeout after `seconds` where the platform has an interval timer. Only the main thread is guarded: output and
    signals belong to the whole process, and two threads could not restore them in order.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    time_limit = _time_limit(seconds) if hasattr(signal, "setitimer") else nullcontext()
    with redirect_stdout(sys.stderr), _no_exit(), time_limit:
        yield


@contextmanager
def _no_exit() -> Iterator[None]:
    """Make `os._exit` raise in this process; a child that the block forks still ends by it."""
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
    # Repeated every second, for a plugin that swallows the first one.
    signal.setitimer(signal.ITIMER_REAL, min(seconds, threading.TIMEOUT_MAX), 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

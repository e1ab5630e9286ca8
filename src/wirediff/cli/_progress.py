"""Show the stage of long work on a terminal's standard error; nothing when piped, nothing for short work."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

PATIENCE = 0.8
"""Seconds before anything is shown: most comparisons are done by then, and a flash of text only distracts."""
_CLEAR = "\r\x1b[K"


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Yield a function that takes the name of each stage as it begins."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    current = ["starting"]
    done = Event()
    thread = Thread(target=_show, args=(current, done), daemon=True)
    thread.start()
    try:
        yield lambda stage: current.__setitem__(0, stage)
    finally:
        done.set()
        thread.join()


def _show(current: list[str], done: Event) -> None:
    begun = time.monotonic()
    if done.wait(PATIENCE):
        return
    while not done.wait(0.2):
        sys.stderr.write(f"{_CLEAR}{current[0]} … {time.monotonic() - begun:.0f} s")
        sys.stderr.flush()
    sys.stderr.write(_CLEAR)
    sys.stderr.flush()

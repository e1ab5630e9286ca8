"""Work done in processes of its own, one for each item: what ends, blocks or bends such a process costs one result."""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple, NoReturn, TypeVar

I = TypeVar("I")  # noqa: E741
T = TypeVar("T")
AVAILABLE = sys.platform == "linux"
"""macOS has `fork` too, but its system libraries do not bear it."""
GRACE = 1.5
"""Seconds beyond its time after which a process is killed; it should have stopped by itself."""
_PATIENCE = 1.0
"""Seconds for each next piece of a result that is on its way."""
_MEMORY_SHARE = 0.5
"""Of the machine's memory, what one process may have."""
_LENGTH = struct.Struct("!Q")
_CHUNK = 1 << 20
_EXIT = os._exit


class Lost(NamedTuple):
    """How a process was lost."""

    reason: str


def each_apart(
    work: Callable[[I], T], items: Sequence[I], seconds: Callable[[], float], at_once: int
) -> list[T | Lost]:
    """`work` of each item, done in a process of its own, `at_once` of them together, each for `seconds()` at most.

    Results are pickled on their way. What `work` changes, it changes in its own process.
    """
    results: list[T | Lost] = []
    for first in range(0, len(items), at_once):
        children: list[_Child] = []
        try:
            for item in items[first : first + at_once]:
                with _uninterrupted():
                    children.append(_Child(work, item, seconds()))
            results += [child.result() for child in children]
        finally:
            for child in children:
                child.end()
    return results


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits for the end of the block: in a callback of `fork` it would be lost, and behind it the child."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


class _Child:
    """One process, and the pipe that its result comes through."""

    def __init__(self, work: Callable[[I], Any], item: I, seconds: float) -> None:
        self.seconds = seconds
        self.deadline = time.monotonic() + seconds + GRACE
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self.pipe, write = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            _serve(work, item, write)
        os.close(write)

    def result(self) -> Any:
        """What the process sends, or how it was lost."""
        head = self._read(_LENGTH.size)
        data = self._read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
        if head and data:
            with contextlib.suppress(Exception):
                return pickle.loads(data)  # noqa: S301 - from a process of ours, of types that were checked there
        return Lost(self._fate())

    def _read(self, size: int) -> bytes:
        """The next `size` bytes, or fewer where the process ends or time does."""
        parts: list[bytes] = []
        while size > 0 and self._comes():
            part = os.read(self.pipe, min(size, _CHUNK))
            if not part:
                break
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _comes(self) -> bool:
        """Whether more can be read, or the end, before time is up."""
        seconds = max(self.deadline - time.monotonic(), _PATIENCE)
        return bool(select.select([self.pipe], [], [], min(seconds, threading.TIMEOUT_MAX))[0])

    def _fate(self) -> str:
        told = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)
        if told is None and time.monotonic() < self.deadline:
            told = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        if told is None:
            return f"Timeout: killed, as it did not stop after {self.seconds:.1f} seconds"
        if told.si_code == os.CLD_EXITED:
            return f"it ended its process with the status {told.si_status}"
        return f"its process was ended by {signal.Signals(told.si_status).name}"

    def end(self) -> None:
        """Leave no process behind, neither this one nor what it began."""
        os.close(self.pipe)
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def _serve(work: Callable[[I], Any], item: I, write: int) -> NoReturn:
    """In the child: send the result of `work` and end, whatever happens."""
    status = 1
    own = os.getpid()
    try:
        os.setpgid(0, 0)
        _settle()
        data = pickle.dumps(work(item), pickle.HIGHEST_PROTOCOL)
        # A plugin may have forked too, and its child comes along here.
        if os.getpid() == own:
            with open(write, "wb", closefd=False) as pipe:
                pipe.write(_LENGTH.pack(len(data)))
                pipe.write(data)
            status = 0
    except BaseException:  # noqa: BLE001 - nothing may leave this function
        traceback.print_exc()
    finally:
        _EXIT(status)


def _settle() -> None:
    """No standard input, standard output to standard error, Ctrl-C left to the parent, memory bounded."""
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    memory = int(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * _MEMORY_SHARE)
    most = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if most == resource.RLIM_INFINITY or memory < most:
        resource.setrlimit(resource.RLIMIT_DATA, (memory, most))

"""Run items in a process of its own, so that a crash, a hang or a leak loses only the item that caused it."""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import select
import signal
import struct
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, Generic, Literal, NamedTuple, NoReturn, TypeAlias, TypeVar

from wirediff.host._guard import Lost, attempt, describe

I = TypeVar("I")  # noqa: E741
T = TypeVar("T")
Method: TypeAlias = Literal["fork", "spawn"]
Errors: TypeAlias = tuple[type[Exception], ...]
FORKS = sys.platform == "linux"
"""Whether "fork" works. macOS has the call, but its system libraries crash in a forked child."""
GRACE = 1.5
"""Seconds after the time limit until the process is killed: what Timeout can stop has stopped by itself by then."""
_PATIENCE = 1.0
"""Seconds to wait for each next piece of a result that is on its way when time is up."""
_STARTING = 60.0
"""Seconds for a spawned interpreter to start and import the function: about 0.5 on an idle machine."""
_MAX_WAIT = 86_400.0
"""Seconds of one wait; `poll` takes no more than 24 days."""
_LENGTH = struct.Struct("!Q")
_CHUNK = 1 << 20
_SPAWNED = "from wirediff.host._worker import serve_spawned; serve_spawned({}, {}, {})"
_EXIT = os._exit
"""The real one: `guarded` replaces it."""


class _Job(NamedTuple):
    function: Callable[[Any], Any]
    seconds: float
    memory: int | None
    passing: Errors


class Worker(Generic[I, T]):
    """A process that runs `function` on one item after another, since starting one takes time.

    After an item is lost (an exception, a crash, no time or memory left), the next one gets a new process.

    `seconds` and `memory` (bytes) limit each item. There is no limit of memory unless asked for, since one that is too
    low breaks healthy work; it bounds the data of the process (RLIMIT_DATA), not its address space, which counts mapped
    files and reserved pages that cost nothing. An error of a type in `passing` is raised in the caller.

    `method` is "fork" (Linux; `function` may be a closure, but no other thread may hold a lock that it needs) or
    "spawn" (safe next to threads; `function` must be importable by name). Items and results are pickled. Only one
    thread at a time may use a worker; several workers may run at once.
    """

    def __init__(
        self,
        function: Callable[[I], T],
        *,
        seconds: float = math.inf,
        memory: int | None = None,
        method: Method = "fork",
        passing: Errors = (),
    ) -> None:
        self._job = _Job(function, seconds, memory, passing)
        self._method = method
        self._child: _Child | None = None
        self._refusal = ""

    def __enter__(self) -> Worker[I, T]:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, item: I) -> T | Lost:
        """Return `function(item)`, or why it was lost."""
        self.start(item)
        return self.result()

    def start(self, item: I) -> None:
        """Begin with `item`; `result` waits for its end."""
        data = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        if self._child is not None and self._child.send(data):
            return
        self.close()  # it died after its last item, as the system kills what uses much memory
        try:
            # In a callback of `fork` Ctrl-C would be lost, and before the assignment the child.
            with _uninterrupted():
                self._child = _Child(self._job, self._method)
        except OSError as error:
            self._refusal = f"no process could be started ({error.strerror})"
        else:
            self._child.send(data)

    def result(self) -> T | Lost:
        """Return the result of the item that was started, or why it was lost."""
        if self._child is None:
            return Lost(self._refusal)
        kind, value = self._child.receive()
        if kind != "done":
            self.close()
        if kind == "raised":
            number, text = value
            raise self._job.passing[number](text)
        outcome: T | Lost = Lost(value) if kind == "lost" else value
        return outcome

    def close(self) -> None:
        """End the process and all that it started in its group."""
        if self._child is not None:
            self._child.end()
            self._child = None


def run_each(
    function: Callable[[I], T],
    items: Sequence[I],
    seconds: Callable[[], float],
    at_once: int,
    memory: int | None = None,
    passing: Errors = (),
) -> list[T | Lost]:
    """Run `function` on each item in a forked process, `at_once` together, each for `seconds()` when it starts.

    Neither the function nor the items need be picklable.
    """
    results: list[T | Lost] = []
    for first in range(0, len(items), at_once):
        with ExitStack() as stack:
            workers = []
            for item in items[first : first + at_once]:
                work = partial(_ignoring, partial(function, item))
                worker = Worker[None, T](work, seconds=seconds(), memory=memory, passing=passing)
                workers.append(stack.enter_context(worker))
                worker.start(None)
            results += [worker.result() for worker in workers]
    return results


def _ignoring(function: Callable[[], T], _: None) -> T:
    return function()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back until the end of the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ── the parent's side ────────────────────────────────────────────────────────────────────────────────────────────────


class _Ends(NamedTuple):
    """One side's ends of three pipes; the lifeline carries nothing, but its other end closes when the parent dies.

    (No sockets: an audit hook that proves that nothing is fetched watches those.)
    """

    items: int
    results: int
    lifeline: int

    def close(self) -> None:
        for end in self:
            os.close(end)


def _pipes() -> tuple[_Ends, _Ends]:
    """Return the parent's ends and the child's; raises OSError where there are no file descriptors left."""
    with ExitStack() as stack:
        ends: list[int] = []
        for _ in _Ends._fields:
            ends += os.pipe()
            stack.callback(os.close, ends[-2])
            stack.callback(os.close, ends[-1])
        stack.pop_all()
    return _Ends(ends[1], ends[2], ends[5]), _Ends(ends[0], ends[3], ends[4])


class _Child:
    """A process and the pipes to it."""

    def __init__(self, job: _Job, method: Method) -> None:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError, OSError, ValueError):  # None, full or closed
                stream.flush()
        self.seconds = job.seconds
        self.ends, ends = _pipes()
        try:
            self.pid = _spawn(ends) if method == "spawn" else os.fork()
        except OSError:
            self.ends.close()
            raise
        else:
            if not self.pid:
                self.ends.close()
                _serve(job, ends)
        finally:
            ends.close()
        if method == "spawn":
            self.send(pickle.dumps((sys.path, pickle.dumps(job)), pickle.HIGHEST_PROTOCOL))
            self.deadline = time.monotonic() + _STARTING
            self.receive()

    def send(self, data: bytes) -> bool:
        """Send an item; whether the process is still there."""
        self.deadline = time.monotonic() + self.seconds + GRACE
        try:
            _write(self.ends.items, data)
        except BrokenPipeError:
            return False
        return True

    def receive(self) -> tuple[str, Any]:
        """Return what the child sent, or how it was lost."""
        data = _read_message(self.ends.results, self._comes)
        with contextlib.suppress(Exception):
            kind, value = pickle.loads(data)  # noqa: S301 - from our own child, whose code this process imported too
            return kind, value
        return "lost", self._fate()

    def _comes(self) -> bool:
        """Whether more can be read, or the end, before time is up."""
        poll = select.poll()
        poll.register(self.ends.results, select.POLLIN)
        return bool(poll.poll(1000 * min(max(self.deadline - time.monotonic(), _PATIENCE), _MAX_WAIT)))

    def _fate(self) -> str:
        try:
            ended = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG)
            if ended is None and time.monotonic() < self.deadline:
                ended = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        except ChildProcessError:  # SIGCHLD is ignored, as some programs leave it for those they start
            return "its process ended"
        if ended is None:
            return f"Timeout: killed, as it did not stop after {self.seconds:.1f} seconds"
        if ended.si_code == os.CLD_EXITED:
            return f"it ended its process with the status {ended.si_status}"
        return f"its process was ended by {signal.Signals(ended.si_status).name}"

    def end(self) -> None:
        """Leave no process running, neither the child nor what it started."""
        self.ends.close()
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def _spawn(ends: _Ends) -> int:
    kept = [(os.POSIX_SPAWN_DUP2, end, end) for end in ends]
    command = [sys.executable, "-c", _SPAWNED.format(*ends)]
    return os.posix_spawn(sys.executable, command, os.environ, file_actions=kept)


# ── both sides ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _write(pipe: int, data: bytes) -> None:
    with open(pipe, "wb", closefd=False) as file:
        file.write(_LENGTH.pack(len(data)) + data)


def _read_message(pipe: int, comes: Callable[[], bool]) -> bytes:
    """Return the next message, or less where the other side ends, or `comes()` says that nothing will come."""
    head = _read(pipe, _LENGTH.size, comes)
    return _read(pipe, _LENGTH.unpack(head)[0], comes) if len(head) == _LENGTH.size else b""


def _read(pipe: int, size: int, comes: Callable[[], bool]) -> bytes:
    parts: list[bytes] = []
    while size > 0 and comes() and (part := os.read(pipe, min(size, _CHUNK))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


# ── the child's side ─────────────────────────────────────────────────────────────────────────────────────────────────


def serve_spawned(*pipes: int) -> NoReturn:
    """Serve in a spawned interpreter, with the parent's module path."""
    ends = _Ends(*pipes)
    sys.path[:], data = pickle.loads(_next(ends))  # noqa: S301 - from our own parent
    job = pickle.loads(data)  # noqa: S301 - the same; only now, as the function may lie on that path
    _write(ends.results, _pickled(("done", None)))
    _serve(job, ends)


def _serve(job: _Job, ends: _Ends) -> NoReturn:
    """Run items until the parent closes the pipe, and end, whatever happens."""
    status = 1
    own = os.getpid()
    try:
        _settle(job.memory, ends.lifeline)
        # A plugin may fork too, and its child comes along here: it must neither answer nor read the next item.
        while os.getpid() == own and (data := _next(ends)):
            outcome = _pickled(_outcome(job, pickle.loads(data)))  # noqa: S301 - from our own parent
            if os.getpid() == own:
                _write(ends.results, outcome)
        status = 0
    except BaseException:  # noqa: BLE001 - nothing may leave this function
        traceback.print_exc()
    finally:
        _EXIT(status)


def _next(ends: _Ends) -> bytes:
    return _read_message(ends.items, lambda: True)  # for ever: the parent keeps the time


def _outcome(job: _Job, item: Any) -> tuple[str, Any]:
    try:
        result = attempt(partial(job.function, item), job.seconds, job.passing)
    except job.passing as error:
        number = next(number for number, kind in enumerate(job.passing) if isinstance(error, kind))
        return "raised", (number, str(error))
    except KeyboardInterrupt as error:
        # Raised by the function itself: the user's Ctrl-C does not reach this process.
        return "lost", describe(error)
    return ("lost", result.reason) if isinstance(result, Lost) else ("done", result)


def _pickled(outcome: tuple[str, Any]) -> bytes:
    try:
        return pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - a result of any type
        return pickle.dumps(("lost", f"its result cannot be sent: {describe(error)}"))


def _settle(memory: int | None, lifeline: int) -> None:
    """Take no standard input, print to standard error, leave Ctrl-C to the parent, and die with it."""
    import fcntl
    import resource

    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    if hasattr(fcntl, "F_SETSIG"):
        # The kernel kills this process when the parent is gone, whatever either was doing. (PR_SET_PDEATHSIG would do
        # so too, but already when the thread ends that forked.)
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(lifeline, fcntl.F_SETFL, os.O_RDONLY | os.O_ASYNC)
    most = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if memory is not None and (most == resource.RLIM_INFINITY or memory < most):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, most))

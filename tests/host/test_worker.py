"""A worker runs one item after another in a process of its own, and loses only the item that ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.host.functions import do, process, square
from wirediff.errors import InputError
from wirediff.host._guard import Lost, attempt
from wirediff.host._worker import FORKS, Method, Worker, run_each

pytestmark = pytest.mark.skipif(not FORKS, reason="processes are limited on Linux only")
METHODS: list[Method] = ["fork", "spawn"]
Make = Callable[..., Worker[Any, Any]]


@pytest.fixture(params=METHODS)
def make(request: pytest.FixtureRequest) -> Make:
    """Make a worker of either method."""
    method: Method = request.param
    return lambda function, **limits: Worker(function, method=method, **limits)


def test_items_run_one_after_another_in_one_process(make: Make) -> None:
    """It is not this process."""
    with make(square) as worker:
        assert [worker.run(number) for number in (2, 3)] == [4, 9]
    with make(process) as worker:
        assert worker.run(None) == worker.run(None) != os.getpid()


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        ("raises", "ValueError: on purpose"),
        ("exits", "SystemExit: 3"),
        ("is killed", "its process was ended by SIGKILL"),
        ("sleeps", "Timeout: stopped after 0.2 seconds"),
        ("loops", "Timeout: killed, as it did not stop after 0.2 seconds"),
        ("allocates", "MemoryError"),
        ("returns a lambda", "its result cannot be sent: "),
    ],
)
def test_an_item_that_ends_badly_costs_only_itself(make: Make, item: str, reason: str) -> None:
    """The reason is given, and the next item runs in a new process."""
    with make(do, seconds=0.2, memory=1 << 30) as worker:
        lost = worker.run(item)
        assert isinstance(lost, Lost)
        assert lost.reason.startswith(reason)
        assert worker.run("returns much") == bytes(10_000_000)


def test_an_error_for_the_user_is_raised_in_the_caller(make: Make) -> None:
    """Only errors of the types that are named pass; the worker goes on."""
    with make(do, passing=(InputError,)) as worker:
        with pytest.raises(InputError, match=r"^torn$"):
            worker.run("refuses")
        assert worker.run("returns much") == bytes(10_000_000)


def test_a_process_that_died_between_two_items_is_replaced(make: Make) -> None:
    """As when the system kills what uses much memory."""
    with make(process) as worker:
        first = worker.run(None)
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert worker.run(None) not in (first, os.getpid())


def test_spawned_workers_run_in_threads() -> None:
    """Each thread has its own."""
    results: list[object] = []

    def work(number: int) -> None:
        with Worker(square, method="spawn") as worker:
            results.append(worker.run(number))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(int, map(str, results))) == [0, 1, 4]


def test_several_items_run_at_once() -> None:
    """Forked, neither the function nor the items need be picklable."""
    results = run_each(lambda item: item(), [lambda: 1, lambda: time.sleep(60), lambda: 3], lambda: 0.2, 3)
    assert results == [1, Lost("Timeout: stopped after 0.2 seconds"), 3]


def test_inside_this_process_errors_and_loops_are_caught_too() -> None:
    """But not a crash."""
    assert attempt(partial(do, "raises"), 0.2) == Lost("ValueError: on purpose")
    assert attempt(partial(do, "sleeps"), 0.2) == Lost("Timeout: stopped after 0.2 seconds")
    assert attempt(partial(process, None), 0.2) == os.getpid()


def test_a_child_dies_with_its_parent_however_that_ends(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Also while it is in a loop of compiled code."""
    left = tmp_path / "child"
    imports = "from tests.host.functions import stay; from wirediff.host._worker import Worker"
    code = f"{imports}; Worker(stay).run({str(left)!r})"
    with subprocess.Popen([sys.executable, "-c", code], cwd=request.config.rootpath) as parent:
        while not (left.exists() and left.read_text("utf-8")):
            assert parent.poll() is None
            time.sleep(0.02)
        parent.kill()
    child = int(left.read_text("utf-8"))
    deadline = time.monotonic() + 10
    while _runs(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(pid: int) -> bool:
    """Whether a process is neither gone nor a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(") ")[2][0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_where_no_file_descriptor_is_left_the_item_is_lost() -> None:
    """Not the whole run, as with `ulimit -n 5`."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, before[1]))
    try:
        lost = Worker(square).run(2)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert lost == Lost("no process could be started (Too many open files)")

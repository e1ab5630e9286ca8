"""What the tests of workers run: importable by name, as a spawned process needs it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import NoReturn

from wirediff.errors import InputError


def square(number: int) -> int:
    """Return the square."""
    return number * number


def process(_: object) -> int:
    """Return the id of the process."""
    return os.getpid()


def do(name: str) -> object:
    """Do what is named, most of which ends badly."""
    return {
        "raises": _raise,
        "refuses": _refuse,
        "exits": lambda: os._exit(3),
        "is killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
        "sleeps": lambda: time.sleep(60),
        "loops": lambda: sum(range(10**13)),
        "allocates": lambda: len(bytearray(2 << 30)),
        "returns a function": lambda: _raise,
        "returns a lambda": lambda: lambda: 0,
        "returns much": lambda: bytes(10_000_000),
    }[name]()


def stay(path: str) -> None:
    """Leave the id of the process in a file, and stay."""
    Path(path).write_text(str(os.getpid()), "utf-8")
    sum(range(10**13))


def _raise() -> NoReturn:
    raise ValueError("on purpose")


def _refuse() -> NoReturn:
    raise InputError("torn")

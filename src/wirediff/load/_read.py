"""From a path or standard input to the bytes of one document."""

from __future__ import annotations

import os
import stat
import sys
from os import PathLike
from pathlib import Path

from wirediff.errors import InputError
from wirediff.model import Source

MAX_BYTES = 64 * 1024 * 1024
"""The largest document that is read; news pages are a hundredth of it."""


def read_source(path: str | PathLike[str]) -> Source:
    """The document at `path`, `-` being standard input, its bytes as they are stored.

    Raises InputError, in one line that names the file, for what is missing, no regular file, unreadable or larger than
    `MAX_BYTES`.
    """
    if os.fspath(path) == "-":
        return Source("-", _capped(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input"))
    return _read_file(Path(path))


def _read_file(path: Path) -> Source:
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise InputError(f"{path}: {_kind_of_file(kind)}, not a file")
        with path.open("rb") as file:
            return Source(path.name, _capped(file.read(MAX_BYTES + 1), str(path)))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except PermissionError:
        raise InputError(f"{path}: permission denied") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _kind_of_file(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a directory"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _capped(data: bytes, name: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES // 1024**2} MB")
    return data

"""From a path or standard input to the bytes of one document."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable
from os import PathLike
from pathlib import Path

from wirediff.errors import InputError
from wirediff.model import Source

MAX_BYTES = 64 * 1024 * 1024
"""The largest document that is read; news pages are a hundredth of it."""
_WARC = re.compile(r"^(.+?\.warc(?:\.gz)?)(?:#(.*))?$", re.DOTALL)
_ONE_SLASH = re.compile(r"^(https?):/(?=[^/])")
"""What `pathlib` makes of the two slashes in an address."""


def read_source(path: str | PathLike[str]) -> Source:
    """The document at `path`, `-` being standard input, its bytes as they are stored.

    `FILE.warc.gz#URL` is one page of a web archive.

    Raises InputError, in one line that names the file, for what is missing, no regular file, unreadable or larger than
    `MAX_BYTES`.
    """
    if os.fspath(path) == "-":
        return Source("-", _capped(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input"))
    archive = _WARC.match(os.fspath(path))
    if archive:
        return _reported(Path(archive[1]), lambda file: _page_of_warc(file, archive[2]))
    return _reported(Path(path), lambda file: Source(file.name, _contents(file)))


def _reported(path: Path, read: Callable[[Path], Source]) -> Source:
    """What `read` makes of a regular file; whatever goes wrong becomes an InputError in one line."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise InputError(f"{path}: {_kind_of_file(kind)}, not a file")
        return read(path)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except PermissionError:
        raise InputError(f"{path}: permission denied") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _page_of_warc(path: Path, url: str | None) -> Source:
    from wirediff.loading.sources._warc import page_of_warc

    return page_of_warc(path, _ONE_SLASH.sub(r"\1://", url) if url else None, MAX_BYTES)


def _contents(path: Path) -> bytes:
    with path.open("rb") as file:
        return _capped(file.read(MAX_BYTES + 1), str(path))


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

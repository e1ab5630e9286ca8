"""From a path or standard input to the bytes of one document."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import BinaryIO

from wirediff.errors import InputError
from wirediff.loading.sources import _limits as limits
from wirediff.model import Source

_WARC = re.compile(r"^(.+?\.warc(?:\.gz)?)(?:#(.*))?$", re.DOTALL)
_ONE_SLASH = re.compile(r"^((?:\d{4,14}/)?https?):/(?=[^/])")
"""What `pathlib` makes of the two slashes in an address."""


def read_source(path: str | PathLike[str]) -> Source:
    """The document at `path`, `-` being standard input, its bytes as they are stored.

    `FILE.warc.gz#URL` is one page of a web archive, and `FILE.warc.gz#20260302101500/URL` one of its captures.

    Raises InputError, in one line that names the file, for what is missing, not a regular file, unreadable or too
    large.
    """
    if os.fspath(path) == "-":
        return Source("-", _contents(sys.stdin.buffer, "standard input"))
    archive = _WARC.match(os.fspath(path))
    if archive:
        return _reported(Path(archive[1]), lambda file: _page_of_warc(file, archive[2]))
    return _reported(Path(path), _stored)


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
    from wirediff.loading.sources._images import ArchivedImages
    from wirediff.loading.sources._warc import page_of_warc

    page = page_of_warc(path, _ONE_SLASH.sub(r"\1://", url) if url else None)
    return replace(page, images=ArchivedImages(path, page.captured))


def _stored(path: Path) -> Source:
    with path.open("rb") as file:
        return Source(path.name, _contents(file, str(path)))


def _contents(file: BinaryIO, name: str) -> bytes:
    data = file.read(limits.MAX_BYTES + 1)
    limits.check_bytes(name, len(data))
    return data


def _kind_of_file(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a directory"
    if stat.S_ISFIFO(mode):
        return "a named pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"

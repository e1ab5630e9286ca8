"""Write results: each file whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from wirediff.errors import OutputError


def check_target(path: Path, inputs: Iterable[str] = ()) -> None:
    """Raise OutputError where `path` is no place for a result, before any work is done."""
    if path.is_symlink():
        raise OutputError(f"{path}: is a symbolic link; name the file itself")
    if path.is_dir():
        raise OutputError(f"{path}: is a folder")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise OutputError(f"{path}: is not a regular file")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: there is no folder {path.parent}")
    for name in inputs:
        if path.exists() and Path(name).exists() and path.samefile(name):
            raise OutputError(f"{path}: is also an input, which would be lost")


def write(path: Path, content: str | bytes) -> None:
    """Replace `path` by `content` in one step; raises OutputError, and the old file is then untouched.

    The content goes to a temporary file beside it, reaches the disk, and takes the name last.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputError(f"{path}: cannot be written ({error.strerror or error})") from error
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, else what the process gives to new files."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

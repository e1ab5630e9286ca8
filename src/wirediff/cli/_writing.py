"""Write results, each file whole or not at all, and complaints."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from wirediff.errors import ExitStatus, OutputError
from wirediff.wording import printable


def check_target(path: Path, inputs: Iterable[str]) -> None:
    """Raise OutputError where no result can be written to `path`, before any work is done."""
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
            raise OutputError(f"{path}: is also an input, which would be overwritten")


def write(path: Path, content: str | bytes) -> None:
    """Replace `path` by `content` in one step; raises OutputError, and the old file is then unchanged.

    The content goes to a temporary file next to it, reaches the disk, and takes the name last.
    """
    data = _encoded(content)
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
    """Return the permissions of the file that is replaced, else those that the process gives to new files."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _encoded(content: str | bytes) -> bytes:
    """Return UTF-8 whatever the locale says."""
    return content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")


def show(content: str | bytes) -> None:
    """Write to standard output; raises OutputError for a full disk."""
    try:
        sys.stdout.buffer.write(_encoded(content))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # click would exit 1, which here means differences.
        discard_output()
        raise click.exceptions.Exit(ExitStatus.BROKEN_PIPE) from None
    except OSError as error:
        discard_output()
        raise OutputError(f"standard output: cannot be written ({error.strerror or error})") from error


def discard_output(stream: TextIO | None = None) -> None:
    """Make Python's last flush of standard output, or of `stream`, succeed: where it fails the status is 120."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def complain(message: str) -> None:
    """Write one line to standard error, without characters that a terminal would obey."""
    try:
        click.echo(f"wirediff: {printable(message)}", err=True)
    except OSError:  # standard error may be full; the status says it all the same
        discard_output(sys.stderr)

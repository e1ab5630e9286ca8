"""The command line."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import threading
import traceback
from typing import NoReturn

import click

from wirediff.cli._root import root
from wirediff.cli._writing import complain, discard_output
from wirediff.errors import ExitStatus, WirediffError

__all__ = ["main", "root"]


def main() -> None:
    """Run the command and exit with an ExitStatus."""
    _open_standard_streams()
    try:
        status = root.main(standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except WirediffError as error:
        complain(str(error))
        status = error.exit_status
    except click.ClickException as error:
        error.show()
        status = ExitStatus.ERROR
    except (click.Abort, KeyboardInterrupt):
        status = ExitStatus.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - Python would exit 1, which here means differences
        complain(_explained(error))
        status = ExitStatus.ERROR
    _leave(status)


def _explained(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC and error.filename is None:
        discard_output()  # text that click prints: what commands read and write has errors of its own
        return f"standard output: cannot be written ({error.strerror})"
    traceback.print_exc()
    return "internal error in wirediff or in a plugin command; no result was produced"


def _open_standard_streams() -> None:
    """Keep the numbers 0, 1 and 2 from files that are opened later, where the caller has closed them."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stderr is None:
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115


def _leave(status: int | None) -> NoReturn:
    """Exit at once where a plugin left threads running, for which Python would wait."""
    if any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread()):
        with contextlib.suppress(OSError, AttributeError):
            sys.stdout.flush()
        os._exit(status or ExitStatus.SAME)
    sys.exit(status)

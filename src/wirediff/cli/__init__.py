"""The command line."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import traceback
from typing import NoReturn

import click

from wirediff.cli._root import root
from wirediff.cli._writing import complain
from wirediff.errors import ExitStatus, WirediffError

__all__ = ["main", "root"]


def main() -> None:
    """Run the command and exit with an ExitStatus."""
    try:
        status = root.main(standalone_mode=False)
        sys.stdout.flush()
    except WirediffError as error:
        complain(str(error))
        status = error.exit_status
    except click.ClickException as error:
        error.show()
        status = ExitStatus.ERROR
    except (click.Abort, KeyboardInterrupt):
        status = ExitStatus.INTERRUPTED
    except Exception:  # noqa: BLE001 - Python would exit 1, which here means differences
        traceback.print_exc()
        complain("internal error in wirediff or in a plugin command; no result was produced")
        status = ExitStatus.ERROR
    _leave(status)


def _leave(status: int | None) -> NoReturn:
    """Exit at once where a plugin left threads running, for which Python would wait."""
    if any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread()):
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        os._exit(status or ExitStatus.SAME)
    sys.exit(status)

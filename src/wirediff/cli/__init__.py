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
from wirediff.errors import WirediffError

__all__ = ["main", "root"]
TROUBLE = 2
INTERRUPTED = 130
"""What a shell reports for a program that SIGINT ended: 128 + 2."""


def main() -> None:
    """Run the command and exit: 0 no difference, 1 differences, 2 trouble."""
    try:
        status = root.main(standalone_mode=False)
        sys.stdout.flush()
    except WirediffError as error:
        status = _trouble(str(error), error.exit_status)
    except click.ClickException as error:
        error.show()
        status = TROUBLE
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except Exception:  # noqa: BLE001 - Python would exit 1, which here means differences
        traceback.print_exc()
        status = _trouble("that was an error of wirediff or of a plugin's command, and no result", TROUBLE)
    _leave(status)


def _leave(status: int) -> NoReturn:
    """Exit at once where a plugin left threads behind, for which Python would wait."""
    if any(not thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread()):
        with contextlib.suppress(OSError):
            sys.stdout.flush()
        os._exit(status)
    sys.exit(status)


def _trouble(message: str, status: int) -> int:
    click.echo(f"wirediff: {' '.join(message.split())}", err=True)
    return status

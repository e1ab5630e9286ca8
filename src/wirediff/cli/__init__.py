"""The command line."""

from __future__ import annotations

import os
import sys

import click

from wirediff.cli._root import root
from wirediff.errors import WirediffError

__all__ = ["main", "root"]
TROUBLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program that a signal ended: 128 + SIGINT, 128 + SIGPIPE."""


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
    except BrokenPipeError:
        # Python flushes standard output once more at exit; there nobody listens either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = BROKEN_PIPE
    sys.exit(status)


def _trouble(message: str, status: int) -> int:
    click.echo(f"wirediff: {' '.join(message.split())}", err=True)
    return status

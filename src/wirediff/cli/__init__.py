"""The command line."""

from __future__ import annotations

import sys

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
    sys.exit(status)


def _trouble(message: str, status: int) -> int:
    click.echo(f"wirediff: {' '.join(message.split())}", err=True)
    return status

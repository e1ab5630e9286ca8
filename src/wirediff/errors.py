"""The errors of wirediff, and every exit status of the command.

WirediffError             2
├── InputError            2   a document cannot be read
├── OptionError           2   a setting, code, plugin or format is not known
├── PluginError           2   a plugin failed and `--strict` is on, or `--require` found it missing
└── OutputError           2   a result cannot be written
"""

from __future__ import annotations


class ExitStatus:
    """What the command exits with: the first three as diff(1), the others as a shell reports a signal, 128 + number."""

    SAME = 0
    DIFFERENT = 1
    ERROR = 2
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class WirediffError(Exception):
    """Base of all errors that people see as one line; the text names the file or plugin and the reason."""

    exit_status: int = ExitStatus.ERROR


class InputError(WirediffError):
    """A document cannot be read: missing, not a file, over a cap, or of an unknown format."""


class OptionError(WirediffError):
    """A setting, code, plugin or format is not known; the text lists the valid ones.

    `setting` is the name of the setting at fault as in `wirediff.compare`, or as `PLUGIN.NAME`, where it is known.
    """

    def __init__(self, message: str = "", setting: str | None = None) -> None:
        super().__init__(message)
        self.setting = setting


class PluginError(WirediffError):
    """A plugin failed under `--strict`, is required and missing, or claims what another plugin has."""


class OutputError(WirediffError):
    """A result cannot be written; the old file, if any, is unchanged."""

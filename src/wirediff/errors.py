"""What can go wrong, and the exit status it ends in.

WirediffError             2
├── InputError            2   a document could not be read
├── OptionError           2   a setting, code, plugin or format is not known
├── PluginError           2   a plugin failed and `--strict` is on, or `--require` found it missing
└── OutputError           2   a result could not be written
"""

from __future__ import annotations


class WirediffError(Exception):
    """Base of all errors that are shown to people as one line; its text names the file or plugin and the reason."""

    exit_status = 2


class InputError(WirediffError):
    """A document cannot be read: missing, not a file, over a cap, or of a format nobody knows."""


class OptionError(WirediffError):
    """A setting, code, plugin or format is not known; the text lists the right ones."""


class PluginError(WirediffError):
    """A plugin failed under `--strict`, is required and missing, or claims what another plugin has."""


class OutputError(WirediffError):
    """A result cannot be written; the old file, if any, is untouched."""

"""Plugins as data, refined step by step: found → loaded → contributions → a set without conflicts.

The core looks for entry points itself, one at a time and in sorted order, since pluggy drops a second one of the same
name silently and one import error ends its loop; and it calls each plugin's hooks in a manager of its own, since one
raising implementation would lose the results of all.
"""

from __future__ import annotations

from wirediff.host._assemble import PluginSet, assemble
from wirediff.host._contributions import Plugin, from_module
from wirediff.host._declarations import check_declarations
from wirediff.host._finder import COMMANDS, Choice, builtin
from wirediff.host._loader import describe, failure, told

__all__ = [
    "COMMANDS",
    "Choice",
    "Plugin",
    "PluginSet",
    "assemble",
    "builtin",
    "check_declarations",
    "describe",
    "failure",
    "from_module",
    "told",
]

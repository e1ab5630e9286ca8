"""Plugins as data, refined step by step: found → loaded → contributions → a set without conflicts.

The core looks for entry points itself, one at a time and in sorted order, since pluggy drops a second one of the same
name silently and one import error ends its loop; and it calls each plugin's hooks in a manager of its own, since one
raising implementation would lose the results of all.
"""

from __future__ import annotations

from wirediff.host._assemble import PluginSet, active_plugins, assemble
from wirediff.host._checks import check_declarations
from wirediff.host._contributions import Plugin, from_module
from wirediff.host._finder import BUILTIN, COMMANDS, PluginChoice
from wirediff.host._settings import anchored, changed, declared, resolve
from wirediff.host._types import check as check_type

__all__ = [
    "BUILTIN",
    "COMMANDS",
    "Plugin",
    "PluginChoice",
    "PluginSet",
    "active_plugins",
    "anchored",
    "assemble",
    "changed",
    "check_declarations",
    "check_type",
    "declared",
    "from_module",
    "resolve",
]

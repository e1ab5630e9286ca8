"""Step one: which plugins there are, none of them imported yet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import NamedTuple

from wirediff._version import __version__
from wirediff.hookspecs import PROJECT

COMMANDS = ("compare", "config", "explain", "load", "plugins", "schema")
"""The core's own commands, which no plugin may claim."""


class PluginChoice(NamedTuple):
    """Which plugins to use, by the settings of these names in Request: `no:NAME` in `plugins` blocks one, any other
    value is a Python file.
    """

    plugins: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    installed: bool = True
    strict: bool = False


class FoundPlugin(NamedTuple):
    """A plugin by name, with the distribution and version that bring it, and where its module comes from."""

    name: str
    distribution: str
    version: str
    origin: EntryPoint | Path


BUILTIN = FoundPlugin("core", "wirediff", __version__, EntryPoint("core", "wirediff.emitting", PROJECT))
"""The core's own plugin: the plain formats, which remain when all others are switched off."""


def find(choice: PluginChoice) -> list[FoundPlugin]:
    """Return all plugins that `choice` admits, sorted by name and distribution."""
    files = [Path(value) for value in choice.plugins if not value.startswith("no:")]
    found = [FoundPlugin(path.stem, str(path), "from a file", path) for path in files]
    if choice.installed:
        found += _installed()
    admitted = (plugin for plugin in found if f"no:{plugin.name}" not in choice.plugins)
    return sorted(admitted, key=lambda plugin: (plugin.name, plugin.distribution))


def _installed() -> Iterator[FoundPlugin]:
    for entry in entry_points(group=PROJECT):
        distribution = entry.dist
        name, version = (distribution.name, distribution.version) if distribution else ("unknown", "unknown")
        yield FoundPlugin(entry.name, name, version, entry)

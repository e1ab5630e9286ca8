"""Step one: which plugins there are, none of them imported yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import NamedTuple

from wirediff._version import __version__
from wirediff.hookspecs import PROJECT

COMMANDS = ("compare", "config", "explain", "plugins", "schema")
"""The core's own commands, which no plugin may claim."""


class PluginChoice(NamedTuple):
    """Which plugins to use: files to load, names to block and to require, and whether installed ones count."""

    files: tuple[Path, ...] = ()
    blocked: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    installed: bool = True

    @classmethod
    def of(cls, values: Iterable[str], required: Iterable[str] = (), *, installed: bool = True) -> PluginChoice:
        """From the values of `-p`: `no:NAME` blocks a plugin, anything else is a Python file."""
        blocked = tuple(text.removeprefix("no:") for text in values if text.startswith("no:"))
        files = tuple(Path(text) for text in values if not text.startswith("no:"))
        return cls(files, blocked, tuple(required), installed)


class FoundPlugin(NamedTuple):
    """A plugin by name, with the distribution and version that bring it, and where its module comes from."""

    name: str
    distribution: str
    version: str
    origin: EntryPoint | Path


def builtin() -> FoundPlugin:
    """Return the core's own plugin: the plain formats, which remain when all others are switched off."""
    return FoundPlugin("core", "wirediff", __version__, EntryPoint("core", "wirediff.emitting", PROJECT))


def find(choice: PluginChoice) -> list[FoundPlugin]:
    """Return all plugins that `choice` admits, sorted by name and distribution."""
    found = [FoundPlugin(path.stem, str(path), "from a file", path) for path in choice.files]
    if choice.installed:
        found += _installed()
    return sorted(
        (plugin for plugin in found if plugin.name not in choice.blocked), key=lambda p: (p.name, p.distribution)
    )


def _installed() -> Iterator[FoundPlugin]:
    for entry in entry_points(group=PROJECT):
        distribution = entry.dist
        name, version = (distribution.name, distribution.version) if distribution else ("unknown", "unknown")
        yield FoundPlugin(entry.name, name, version, entry)

"""Step one: which plugins there are, none of them imported yet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import NamedTuple

from wirediff.hookspecs import PROJECT

COMMANDS = ("compare", "explain", "plugins", "schema")
"""The core's own, which no plugin may claim."""


class Choice(NamedTuple):
    """What the user asked for: files to load, names to block and to require, and whether installed plugins count."""

    files: tuple[Path, ...] = ()
    blocked: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    installed: bool = True

    @classmethod
    def of(cls, specifications: tuple[str, ...], required: tuple[str, ...] = (), *, installed: bool = True) -> Choice:
        """From the values of `-p`: `no:NAME` blocks a plugin, anything else is a Python file."""
        blocked = tuple(text.removeprefix("no:") for text in specifications if text.startswith("no:"))
        files = tuple(Path(text) for text in specifications if not text.startswith("no:"))
        return cls(files, blocked, required, installed)


class Found(NamedTuple):
    """A plugin by name, with the distribution and version that bring it, and where its module comes from."""

    name: str
    distribution: str
    version: str
    origin: EntryPoint | Path


def builtin() -> Found:
    """The core's own plugin: the plain formats, which stay when all others are switched off."""
    from wirediff import __version__

    return Found("core", "wirediff", __version__, EntryPoint("core", "wirediff.emitting", PROJECT))


def find(choice: Choice) -> list[Found]:
    """All plugins that `choice` admits, sorted by name and distribution."""
    found = [Found(path.stem, str(path), "from a file", path) for path in choice.files]
    if choice.installed:
        found += _installed()
    return sorted(
        (plugin for plugin in found if plugin.name not in choice.blocked), key=lambda p: (p.name, p.distribution)
    )


def _installed() -> Iterator[Found]:
    for entry in entry_points(group=PROJECT):
        distribution = entry.dist
        name, version = (distribution.name, distribution.version) if distribution else ("unknown", "unknown")
        yield Found(entry.name, name, version, entry)

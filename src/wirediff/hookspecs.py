"""The hooks a plugin may implement.

Hooks take no article data: they return typed objects, which the core then calls itself, one at a time. So a broken
plugin costs its own results only, and every finding names its plugin.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    import click

    from wirediff.model import Detector, Emitter, Loader

PROJECT = "wirediff"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def wirediff_detectors() -> Iterable[Detector]:  # type: ignore[empty-body]
    """Return the detectors of this plugin; their codes begin with the plugin's name and a slash."""


@hookspec
def wirediff_emitters() -> Iterable[Emitter]:  # type: ignore[empty-body]
    """Return the output formats of this plugin."""


@hookspec
def wirediff_loaders() -> Iterable[Loader]:  # type: ignore[empty-body]
    """Return the input formats of this plugin; those of the exact media type are asked first, then all by name."""


@hookspec
def wirediff_commands() -> Iterable[click.Command]:  # type: ignore[empty-body]
    """Return click commands that this plugin adds to `wirediff`."""

"""Step three: ask one plugin's hooks what it brings, and check the answer."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pluggy

from wirediff import hookspecs
from wirediff.host._declarations import check_declarations
from wirediff.host._finder import Found
from wirediff.host._guard import guarded
from wirediff.host._loader import IMPORT_SECONDS, Loaded, failure
from wirediff.model import Detector, Emitter, Failure, Loader

if TYPE_CHECKING:
    import click

T = TypeVar("T")
MOST_CONTRIBUTIONS = 1_000
"""Objects that are taken from one hook."""


class Plugin(NamedTuple):
    """A plugin that works, and what it brings."""

    found: Found
    detectors: tuple[Detector, ...]
    emitters: tuple[Emitter, ...]
    loaders: tuple[Loader, ...]
    commands: tuple[click.Command, ...]

    @property
    def name(self) -> str:
        """Name of the entry point, prefix of the codes, and name in `--set`."""
        return self.found.name

    @property
    def version(self) -> str:
        """Version of the distribution."""
        return self.found.version

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes its detectors declare."""
        return tuple(rule.code for detector in self.detectors for rule in detector.rules)


def from_module(module: ModuleType, name: str) -> Plugin | Failure:
    """The plugin `name` made of a module that is already imported, as tests do."""
    return contributions(Loaded(Found(name, module.__name__, "test", Path(module.__name__)), module))


def contributions(loaded: Loaded) -> Plugin | Failure:
    """What the plugin brings; a misspelled hook or an answer of the wrong type makes it a failure as a whole."""
    found = loaded.found
    try:
        with guarded(IMPORT_SECONDS):
            hooks = _hooks(loaded)
            plugin = Plugin(
                found,
                _ask(hooks.wirediff_detectors, Detector),
                _ask(hooks.wirediff_emitters, Emitter),
                _ask(hooks.wirediff_loaders, Loader),
                _commands(hooks.wirediff_commands),
            )
            check_declarations(found.name, plugin.detectors, plugin.emitters, plugin.loaders)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return failure(found, "register", error)
    return plugin


def _hooks(loaded: Loaded) -> pluggy.HookRelay:
    """The hooks of this plugin alone.

    A manager of its own: a failed `register` leaves half a plugin behind, which must not answer in the others' name,
    and only `check_pending` tells a misspelled hook.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(loaded.module, loaded.found.name)
    manager.check_pending()
    if not manager.get_hookcallers(loaded.module):
        raise ValueError("it implements no hook; is `@hookimpl` missing?")
    return manager.hook


def _ask(hook: pluggy.HookCaller, kind: type[T]) -> tuple[T, ...]:
    """All objects a hook returns, generators consumed here and now, each of the right type."""
    items: list[T] = []
    answers = hook()
    if len(answers) < len(hook.get_hookimpls()):
        raise TypeError(f"{hook.name} returned None; it should return a list of {kind.__name__}")
    for answer in answers:
        if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
            raise TypeError(f"{hook.name} returned {type(answer).__name__}; it should return a list of {kind.__name__}")
        items += islice(answer, MOST_CONTRIBUTIONS + 1)
    if len(items) > MOST_CONTRIBUTIONS:
        raise ValueError(f"{hook.name} returned more than {MOST_CONTRIBUTIONS} objects")
    for item in items:
        if not isinstance(item, kind):
            raise TypeError(f"{hook.name} returned {type(item).__name__} instead of {kind.__name__}")
    return tuple(items)


def _commands(hook: pluggy.HookCaller) -> tuple[click.Command, ...]:
    """The plugin's commands; click is imported only for a plugin that has some."""
    if not hook.get_hookimpls():
        return ()
    import click

    commands = _ask(hook, click.Command)
    if not all(isinstance(command.name, str) and command.name for command in commands):
        raise ValueError("a command has no name")
    return commands

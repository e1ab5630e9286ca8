"""Step three: ask one plugin's hooks what it contributes, and check the answer."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pluggy

from wirediff import hookspecs
from wirediff.host._checks import check_declarations
from wirediff.host._finder import FoundPlugin
from wirediff.host._loader import step
from wirediff.model import Detector, Emitter, Failure, Loader

if TYPE_CHECKING:
    import click

T = TypeVar("T")
MAX_CONTRIBUTIONS = 1_000
"""Objects that are taken from one hook, which may be a generator without end."""


class Plugin(NamedTuple):
    """A plugin that works, and what it contributes."""

    found: FoundPlugin
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
        """All codes that its detectors declare."""
        return tuple(rule.code for detector in self.detectors for rule in detector.rules)


def from_module(module: ModuleType, name: str) -> Plugin | Failure:
    """Return the plugin `name` made of a module that is already imported, as tests do."""
    return contributions(FoundPlugin(name, module.__name__, "test", Path(module.__name__)), module)


def contributions(found: FoundPlugin, module: ModuleType) -> Plugin | Failure:
    """Return what the plugin brings; a misspelled hook or an answer of the wrong type makes all of it a failure."""
    return step(found, "register", partial(_plugin, found, module))


def _plugin(found: FoundPlugin, module: ModuleType) -> Plugin:
    hooks = _hooks(found.name, module)
    plugin = Plugin(
        found,
        _ask(hooks.wirediff_detectors, Detector),
        _ask(hooks.wirediff_emitters, Emitter),
        _ask(hooks.wirediff_loaders, Loader),
        _commands(hooks.wirediff_commands),
    )
    check_declarations(plugin.name, plugin.detectors, plugin.emitters, plugin.loaders)
    return plugin


def _hooks(name: str, module: ModuleType) -> pluggy.HookRelay:
    """Return the hooks of this plugin alone.

    It has a manager of its own, since a failed `register` leaves half a plugin in it, which must not answer for others.
    Only `check_pending` finds a misspelled hook.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(module, name)
    manager.check_pending()
    if not manager.get_hookcallers(module):
        raise ValueError("it implements no hook; is `@hookimpl` missing?")
    return manager.hook


def _ask(hook: pluggy.HookCaller, kind: type[T]) -> tuple[T, ...]:
    """Return all objects of a hook, each of the right type; a generator runs to its end here, under the guard."""
    items: list[T] = []
    answers = hook()
    if len(answers) < len(hook.get_hookimpls()):
        raise TypeError(f"{hook.name} returned None; it should return a list of {kind.__name__}")
    for answer in answers:
        if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
            raise TypeError(f"{hook.name} returned {type(answer).__name__}; it should return a list of {kind.__name__}")
        items += islice(answer, MAX_CONTRIBUTIONS + 1)
    if len(items) > MAX_CONTRIBUTIONS:
        raise ValueError(f"{hook.name} returned more than {MAX_CONTRIBUTIONS} objects")
    for item in items:
        if not isinstance(item, kind):
            raise TypeError(f"{hook.name} returned {type(item).__name__} instead of {kind.__name__}")
    return tuple(items)


def _commands(hook: pluggy.HookCaller) -> tuple[click.Command, ...]:
    """Return the plugin's commands; click, which takes 20 ms, is imported only for a plugin that has some."""
    if not hook.get_hookimpls():
        return ()
    import click

    commands = _ask(hook, click.Command)
    if not all(isinstance(command.name, str) and command.name for command in commands):
        raise ValueError("a command has no name")
    return commands

"""Step three: ask one plugin's hooks what it brings, and check the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pluggy

from wirediff import hookspecs
from wirediff.model import Detector, Emitter, Failure, Loader
from wirediff.plugins._finder import Found
from wirediff.plugins._loader import Loaded, failure

if TYPE_CHECKING:
    import click

T = TypeVar("T")


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
        hooks = _hooks(loaded)
        plugin = Plugin(
            found,
            _ask(hooks.wirediff_detectors, Detector),
            _ask(hooks.wirediff_emitters, Emitter),
            _ask(hooks.wirediff_loaders, Loader),
            _commands(hooks.wirediff_commands),
        )
        _check_codes(plugin)
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
    return manager.hook


def _ask(hook: Callable[[], Iterable[Iterable[T]]], kind: type[T]) -> tuple[T, ...]:
    """All objects a hook returns, generators consumed here and now, each of the right type."""
    answers = tuple(item for answer in hook() for item in answer)
    for item in answers:
        if not isinstance(item, kind):
            raise TypeError(f"a hook returned {type(item).__name__} instead of {kind.__name__}")
    return answers


def _commands(hook: pluggy.HookCaller) -> tuple[click.Command, ...]:
    """The plugin's commands; click is imported only for a plugin that has some."""
    if not hook.get_hookimpls():
        return ()
    import click

    return _ask(hook, click.Command)


def _check_codes(plugin: Plugin) -> None:
    """Codes begin with the plugin's name, and none is declared twice."""
    for code in plugin.codes:
        if not code.startswith(f"{plugin.name}/"):
            raise ValueError(f"code {code!r} does not begin with {plugin.name + '/'!r}")
    if len(set(plugin.codes)) != len(plugin.codes):
        raise ValueError("a code is declared twice")

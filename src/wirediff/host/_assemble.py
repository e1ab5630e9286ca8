"""Step four: the plugins that work together, and what failed on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from wirediff.errors import OptionError, PluginError
from wirediff.host._contributions import Plugin, contributions
from wirediff.host._finder import BUILTIN, COMMANDS, FoundPlugin, PluginChoice, find
from wirediff.host._loader import failure, load
from wirediff.model import Detector, Emitter, Failure, Loader, Report, Rule
from wirediff.request import Request
from wirediff.wording import describe_failure


@dataclass(frozen=True)
class PluginSet:
    """Plugins in the order of their names, without conflicts, and the failures of the others."""

    plugins: tuple[Plugin, ...]
    failures: tuple[Failure, ...]

    @property
    def detectors(self) -> Iterator[tuple[Plugin, Detector]]:
        """All detectors, each with its plugin."""
        return ((plugin, detector) for plugin in self.plugins for detector in plugin.detectors)

    def emitters(self, accepts: type = Report) -> Mapping[str, tuple[Plugin, Emitter]]:
        """Return the output formats of objects of the type `accepts`, by name."""
        return {
            emitter.name: (plugin, emitter)
            for plugin in self.plugins
            for emitter in plugin.emitters
            if emitter.accepts is accepts
        }

    @property
    def loaders(self) -> Iterator[tuple[Plugin, Loader]]:
        """All input formats, each with its plugin; `load_with` decides in which order they are asked."""
        return ((plugin, loader) for plugin in self.plugins for loader in plugin.loaders)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all detectors, by code."""
        rules = [rule for _, detector in self.detectors for rule in detector.rules]
        return tuple(sorted(rules, key=lambda rule: rule.code))

    def check_codes(self, names: Iterable[str], setting: str | None = None) -> None:
        """Raise OptionError for a name that is neither a code nor a plugin with codes.

        The error lists the codes of the plugin that is meant, or else the plugins that have any.
        """
        by_plugin = {plugin.name: plugin.codes for plugin in self.plugins if plugin.codes}
        for name in names:
            plugin = name.partition("/")[0]
            if name not in by_plugin and name not in by_plugin.get(plugin, ()):
                known = ", ".join(sorted(by_plugin.get(plugin, by_plugin))) or "none"
                hint = "; give several by repeating the option" if "," in name else ""
                raise OptionError(f"unknown code or plugin {name!r} (choose from {known}){hint}", setting)

    @property
    def versions(self) -> dict[str, str]:
        """Version of each plugin by name, except the built-in one."""
        return {plugin.name: plugin.version for plugin in self.plugins if plugin.found != BUILTIN}


@lru_cache(maxsize=8)
def assemble(choice: PluginChoice) -> PluginSet:
    """Find, load and ask all plugins that `choice` admits.

    A plugin that fails is left out and named in `failures`; so are all plugins that claim the same name.
    Raises PluginError where a required plugin is missing, or, if the choice is strict, for the first failure.
    """
    plugins: list[Plugin] = []
    failures: list[Failure] = []
    for found in [BUILTIN, *find(choice)]:
        module = load(found)
        answer = module if isinstance(module, Failure) else contributions(found, module)
        if isinstance(answer, Failure):
            failures.append(answer)
        else:
            plugins.append(answer)
    clashes = _clashes(plugins)
    failures += [
        failure(plugin.found, "register", clashes[plugin.found]) for plugin in plugins if plugin.found in clashes
    ]
    working = tuple(plugin for plugin in plugins if plugin.found not in clashes)
    if choice.strict and failures:
        raise PluginError(describe_failure(failures[0]))
    _require(choice.require, working, failures)
    return PluginSet(working, tuple(failures))


def active_plugins(request: Request) -> PluginSet:
    """Return the plugins that `request` asks for; raises PluginError where a required one is missing."""
    return assemble(PluginChoice(request.plugins, request.require, request.installed, request.strict))


def _clashes(plugins: Iterable[Plugin]) -> dict[FoundPlugin, str]:
    """Return the plugins that claim what another claims, with the claim; a built-in one keeps its names."""
    claims: dict[tuple[str, str], list[FoundPlugin]] = defaultdict(list)
    for name in COMMANDS:
        claims["command", name].append(BUILTIN)
    for plugin in plugins:
        claims["plugin", plugin.name].append(plugin.found)
        for kind, named in (
            ("input format", plugin.loaders),
            ("command", plugin.commands),
        ):
            for item in named:
                claims[kind, str(item.name)].append(plugin.found)
        for emitter in plugin.emitters:
            kind = "format" if emitter.accepts is Report else f"{emitter.accepts.__name__.lower()} format"
            claims[kind, emitter.name].append(plugin.found)
    return {
        found: f"{kind} {name!r} is claimed by {' and '.join(sorted(owner.distribution for owner in owners))}"
        for (kind, name), owners in claims.items()
        if len(owners) > 1
        for found in owners
        if found != BUILTIN
    }


def _require(required: Iterable[str], working: Iterable[Plugin], failures: Iterable[Failure]) -> None:
    names = {plugin.name for plugin in working}
    reasons = {failed.plugin: failed.error for failed in failures}
    for name in required:
        if name not in names:
            raise PluginError(f"required plugin {name} is missing: {reasons.get(name, 'not installed, or blocked')}")

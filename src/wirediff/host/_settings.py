"""Plugin settings: one declaration, the plugins' own, for the command line, the configuration file and the API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from wirediff.errors import OptionError
from wirediff.host import Plugin, PluginSet
from wirediff.model import Detector, Emitter, Option, Options

_SWITCHES = dict.fromkeys(("true", "yes", "on", "1"), True) | dict.fromkeys(("false", "no", "off", "0"), False)


def declared(plugin: Plugin) -> dict[str, Option]:
    """The options of a plugin's detectors and emitters by name."""
    every: tuple[Detector | Emitter, ...] = (*plugin.detectors, *plugin.emitters)
    return {option.name: option for contribution in every for option in contribution.options}


def parse_assignments(assignments: Iterable[str]) -> dict[str, dict[str, str]]:
    """`NAME.KEY=VALUE` texts as values by plugin and option; a later one wins."""
    values: dict[str, dict[str, str]] = {}
    for text in assignments:
        target, equals, value = text.partition("=")
        name, dot, key = target.partition(".")
        if not (equals and dot and name and key):
            raise OptionError(f"--set {text}: expected NAME.KEY=VALUE")
        values.setdefault(name, {})[key] = value
    return values


def resolve(plugins: PluginSet, given: Mapping[str, Mapping[str, Any]]) -> dict[str, Options]:
    """Every plugin's options, given or by default. Raises OptionError for a name or value that is not declared."""
    by_name = {plugin.name: plugin for plugin in plugins.plugins}
    for name in given:
        if name not in by_name:
            raise OptionError(f"no plugin named {name!r}; active are {_listed(by_name)}")
    return {name: _options(plugin, given.get(name, {})) for name, plugin in by_name.items()}


def _options(plugin: Plugin, given: Mapping[str, Any]) -> dict[str, Any]:
    options = declared(plugin)
    for key in given:
        if key not in options:
            raise OptionError(f"plugin {plugin.name} has no option {key!r}; it has {_listed(options)}")
    return {
        key: convert(plugin.name, option, given[key]) if key in given else option.default
        for key, option in options.items()
    }


def convert(plugin: str, option: Option, value: Any) -> Any:
    """A given value in the option's type; text is converted, as `true` and `false` are for a switch."""
    name = f"{plugin}.{option.name}"
    converted = _convert_text(name, option, value) if isinstance(value, str) else value
    if option.choices and converted not in option.choices:
        raise OptionError(f"{name}: {value!r} is none of {_listed(map(str, option.choices))}")
    return converted


def _convert_text(name: str, option: Option, value: str) -> Any:
    if option.type is bool:
        if value.lower() not in _SWITCHES:
            raise OptionError(f"{name}: {value!r} is neither true nor false")
        return _SWITCHES[value.lower()]
    try:
        return option.type(value)
    except (TypeError, ValueError) as error:
        raise OptionError(f"{name}: {value!r} does not fit ({error})") from error


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def anchored(plugins: PluginSet, given: Mapping[str, Mapping[str, Any]], folder: Path) -> dict[str, dict[str, Any]]:
    """The same settings with relative files looked for in `folder`, where the configuration file lies."""
    files = {
        (plugin.name, name)
        for plugin in plugins.plugins
        for name, option in declared(plugin).items()
        if option.type is Path
    }
    return {
        plugin: {name: str(folder / value) if (plugin, name) in files else value for name, value in options.items()}
        for plugin, options in given.items()
    }

"""Plugin settings: one declaration, the plugins' own, for the command line, the configuration file and the API."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from wirediff.errors import OptionError
from wirediff.host._assemble import PluginSet
from wirediff.host._contributions import Plugin
from wirediff.host._types import shown
from wirediff.model import Detector, Emitter, Option, Options

_SWITCHES = dict.fromkeys(("true", "yes", "on", "1"), True) | dict.fromkeys(("false", "no", "off", "0"), False)


def declared(plugin: Plugin) -> dict[str, Option]:
    """Return the options of a plugin's detectors and emitters by name."""
    every: tuple[Detector | Emitter, ...] = (*plugin.detectors, *plugin.emitters)
    return {option.name: option for contribution in every for option in contribution.options}


def resolve(plugins: PluginSet, given: Mapping[str, Mapping[str, Any]]) -> dict[str, Options]:
    """Return every plugin's options, given or by default; raises OptionError for a wrong name or value."""
    by_name = {plugin.name: plugin for plugin in plugins.plugins}
    for name in given:
        if name not in by_name:
            raise OptionError(f"settings: unknown plugin {name!r} (choose from {_listed(by_name)})", "settings")
    return {name: _options(plugin, given.get(name, {})) for name, plugin in by_name.items()}


def _options(plugin: Plugin, given: Mapping[str, Any]) -> dict[str, Any]:
    options = declared(plugin)
    for key in given:
        if key not in options:
            name = f"{plugin.name}.{key}"
            raise OptionError(f"{name}: plugin {plugin.name} has no such option (choose from {_listed(options)})", name)
    return {
        key: _converted(f"{plugin.name}.{key}", option, given[key]) if key in given else option.default
        for key, option in options.items()
    }


def _converted(name: str, option: Option, value: Any) -> Any:
    """Return a given value in the option's type, converted from text, as `true` is for a switch."""
    if value is None:
        return option.default
    if not isinstance(value, str | int | float | Path):
        raise OptionError(f"{name} must be a string, a number, true or false, got {shown(value)}", name)
    text = str(value)
    if option.type is bool:
        converted = _SWITCHES.get(text.lower())
        if converted is None:
            raise OptionError(f"{name} must be true or false, got {shown(value)}", name)
    else:
        try:
            converted = option.type(text)
        except (TypeError, ValueError) as error:
            raise OptionError(f"{name}: invalid value {shown(value)} ({error})", name) from error
    if option.choices and converted not in option.choices:
        choices = ", ".join(map(str, option.choices))
        raise OptionError(f"{name}: invalid value {shown(value)} (choose from {choices})", name)
    return converted


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def changed(plugins: PluginSet, settings: Mapping[str, Options]) -> dict[str, Any]:
    """Return the settings that differ from their defaults, by `PLUGIN.NAME`, as JSON values."""
    return {
        f"{plugin.name}.{name}": _as_json(settings[plugin.name][name])
        for plugin in plugins.plugins
        for name, option in declared(plugin).items()
        if settings[plugin.name][name] != option.default
    }


def _as_json(value: Any) -> Any:
    """Return a setting as JSON; a file by name and SHA-256, as its folder says nothing to others."""
    if not isinstance(value, Path):
        return value if isinstance(value, str | int | float | bool | None) else str(value)
    if not value.is_file():
        return {"file": value.name}
    return {"file": value.name, "sha256": hashlib.sha256(value.read_bytes()).hexdigest()}


def anchored(plugins: PluginSet, given: Mapping[str, Mapping[str, Any]], folder: Path) -> dict[str, dict[str, Any]]:
    """Return the same settings with relative files looked for in `folder`, that of the configuration file."""
    files = {
        (plugin.name, name)
        for plugin in plugins.plugins
        for name, option in declared(plugin).items()
        if option.type is Path
    }
    return {
        plugin: {
            name: str(folder / value) if (plugin, name) in files and isinstance(value, str) else value
            for name, value in options.items()
        }
        for plugin, options in given.items()
    }

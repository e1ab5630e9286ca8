"""The settings in force: the command line over the configuration file over the defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from wirediff.cli._completion import complete_code
from wirediff.cli._configuration import TYPES, Configuration, key
from wirediff.errors import OptionError
from wirediff.host import PluginSet, active_plugins, anchored
from wirediff.request import Request

F = TypeVar("F", bound=Callable[..., Any])
FAIL_ON = ("any", "note", "warning", "error", "never")
LISTS = ("plugins", "require", "ignore")
ADDED = (*LISTS, "exclude")
"""Settings to which the command line adds; elsewhere it replaces what the file says. A house's ignored codes, plugins
and exclusions hold for every run, while `select` says what one run is about."""
_GIVEN = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT)


def negated(_context: click.Context, _option: click.Parameter, value: bool) -> bool:
    """Return the value of a setting that is on unless its option is given."""
    return not value


def _assigned(_context: click.Context, _option: click.Parameter, value: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Return `NAME.KEY=VALUE` texts as values by plugin and option; a later one wins."""
    values: dict[str, dict[str, str]] = {}
    for text in value:
        target, equals, assigned = text.partition("=")
        plugin, dot, option = target.partition(".")
        if not (equals and dot and plugin and option):
            raise OptionError(f"--set {text}: expected NAME.KEY=VALUE")
        values.setdefault(plugin, {})[option] = assigned
    return values


def _of_every_page(
    _context: click.Context, _option: click.Parameter, value: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Return selectors by the host that means every page."""
    return {"*": value} if value else {}


_COMPARING = (
    click.option(
        "--select",
        multiple=True,
        metavar="CODE",
        shell_complete=complete_code,
        help="Report only these codes or plugins. Repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="CODE",
        shell_complete=complete_code,
        help="Omit these codes or plugins. Repeatable.",
    ),
    click.option("--min-confidence", type=float, metavar="X", help="Omit findings with less confidence, 0 to 1."),
    click.option(
        "--fail-on",
        type=click.Choice(FAIL_ON),
        help="Lowest severity that sets exit status 1 (default: any difference).",
    ),
)
_READING = (
    click.option("--budget", type=float, metavar="SECONDS", help=f"Time limit (default: {Request.budget:g})."),
    click.option(
        "--set",
        "settings",
        multiple=True,
        callback=_assigned,
        metavar="NAME.KEY=VALUE",
        help="Set a plugin's option. Repeatable.",
    ),
    click.option(
        "--exclude",
        multiple=True,
        callback=_of_every_page,
        metavar="SELECTOR",
        help="Leave out of pages what this CSS selector or XPath expression finds. Repeatable.",
    ),
    click.option("--input-format", metavar="FORMAT", help="Treat the input as FORMAT."),
    click.option(
        "--no-text", "text", is_flag=True, callback=negated, help="Omit article text, except words quoted in findings."
    ),
)
"""What a command takes that reads documents, and before it what one takes that compares them; each name is that of a
setting."""


def setting_options(command: F) -> F:
    """Add the options of all settings to a command."""
    command = reading_options(command)
    for option in reversed(_COMPARING):
        command = option(command)
    return command


def reading_options(command: F) -> F:
    """Add the options that matter to a command that only reads."""
    for option in reversed(_READING):
        command = option(command)
    return command


@dataclass(frozen=True)
class Settings:
    """What the configuration file and the command line set, by names in Request."""

    configuration: Configuration
    line: Mapping[str, Any] = field(default_factory=dict)

    def given_in(self, context: click.Context) -> Settings:
        """Return the same with what this command's own options say."""
        given = {name: context.params[name] for name in TYPES if context.get_parameter_source(name) in _GIVEN}
        return Settings(self.configuration, {**self.line, **given})

    @property
    def fail_on(self) -> str:
        """What sets exit status 1; raises OptionError for a value of the file that is not known."""
        value: str = {"fail_on": FAIL_ON[0], **self.configuration.values, **self.line}["fail_on"]
        if value not in FAIL_ON:
            raise OptionError(f"fail_on must be one of {', '.join(FAIL_ON)}, got {value!r}", "fail_on")
        return value

    def request(self) -> Request:
        """Return the comparison that is asked for; raises OptionError or PluginError."""
        file, line = self.configuration.values, self.line
        values = {name: value for name, value in {**file, **line}.items() if name != "fail_on"}
        values |= {name: (*file.get(name, ()), *line.get(name, ())) for name in LISTS}
        values["exclude"] = _joined(file.get("exclude", {}), line.get("exclude", {}))
        settings = dict(file.get("settings", {}))
        if settings and self.configuration.path:
            plugins = active_plugins(Request(**{**values, "settings": {}}))
            settings = anchored(plugins, settings, self.configuration.path.parent)
        for plugin, options in line.get("settings", {}).items():
            settings[plugin] = {**settings.get(plugin, {}), **options}
        return Request(**{**values, "settings": settings})

    @property
    def plugins(self) -> PluginSet:
        """The active plugins."""
        with self.located():
            return active_plugins(self.request())

    def origin(self, name: str) -> str:
        """Return where a setting, or a plugin's as `PLUGIN.NAME`, comes from."""
        places = {str(self.configuration.path): self.configuration.values, "command line": self.line}
        found = [place for place, values in places.items() if _says(values, name)]
        if name not in ADDED:
            found = found[-1:]
        return ", ".join(found) or "default"

    @contextmanager
    def located(self) -> Iterator[None]:
        """Make errors about a setting name the file or the option that it comes from."""
        try:
            yield
        except OptionError as error:
            if error.setting is None:
                raise
            origin, text = self.origin(error.setting), str(error)
            if origin == str(self.configuration.path):
                text = f"{origin}: {text.replace(error.setting, key(error.setting), 1)}"
            elif error.setting in ADDED and origin != "default":
                text = f"{origin}: {text}"
            elif origin == "command line" and error.setting in TYPES:
                text = text.replace(error.setting, f"--{key(error.setting)}", 1)
            raise OptionError(text) from error


def _joined(*parts: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return all selectors of each host."""
    hosts = dict.fromkeys(host for part in parts for host in part)
    return {host: tuple(each for part in parts for each in part.get(host, ())) for host in hosts}


def _says(values: Mapping[str, Any], name: str) -> bool:
    plugin, dot, option = name.partition(".")
    return option in values.get("settings", {}).get(plugin, {}) if dot else name in values

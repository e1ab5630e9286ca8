"""`wirediff plugins`: what is active, what failed, and what one plugin provides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wirediff import jsonable
from wirediff.cli._settings import Settings
from wirediff.errors import ExitStatus, OptionError
from wirediff.host import Plugin, declared
from wirediff.model import Emitter, Option, Report
from wirediff.scaffold import KINDS, create
from wirediff.wording import counting, describe_failure


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def plugins(ctx: click.Context, as_json: bool) -> int:
    """List the active plugins, and those that failed."""
    if ctx.invoked_subcommand is not None:
        return ExitStatus.SAME
    found = ctx.obj.plugins
    if as_json:
        value = {
            "plugins": [_described(plugin) for plugin in found.plugins],
            # `version` is the old name of `plugin_version`.
            "failures": [{**jsonable.failure(each), "version": each.plugin_version} for each in found.failures],
        }
        click.echo(json.dumps(value, indent=1))
    else:
        for plugin in found.plugins:
            click.echo(f"{plugin.name:<14} {plugin.version:<11} {_brings(plugin)}")
        for each in found.failures:
            click.echo(f"{each.plugin:<14} {each.plugin_version:<11} FAILED at {each.stage}: {each.error}")
    return ExitStatus.ERROR if found.failures else ExitStatus.SAME


@plugins.command()
@click.argument("name")
@click.pass_obj
def show(settings: Settings, name: str) -> None:
    """Show what plugin NAME provides: codes, formats, commands, options."""
    by_name = {plugin.name: plugin for plugin in settings.plugins.plugins}
    if name not in by_name:
        failed = [describe_failure(each) for each in settings.plugins.failures if each.plugin == name]
        raise OptionError(failed[0] if failed else f"unknown plugin {name!r} (choose from {', '.join(by_name)})")
    plugin = by_name[name]
    click.echo(f"{plugin.name} {plugin.version}, of {plugin.found.distribution}\n")
    formatter = click.get_current_context().make_formatter()
    for title, lines in _sections(plugin).items():
        if lines:
            with formatter.section(title):
                formatter.write_dl(list(lines.items()))
    click.echo(formatter.getvalue(), nl=False)


@plugins.command()
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), default="detector", show_default=True, help="What it provides.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help="Where to write it (default: this folder).",
)
@click.pass_obj
def new(settings: Settings, name: str, kind: str, folder: Path) -> None:
    """Write a distribution, wirediff-NAME, to start a plugin from."""
    active = settings.plugins
    taken = {plugin.name for plugin in active.plugins} | {failed.plugin for failed in active.failures}
    formats = {"emitter": set(active.emitters()), "loader": {loader.name for _, loader in active.loaders}}
    target = create(name, kind, folder, taken | formats.get(kind, set()))
    click.echo(f"{target} was written. Next:\n  pip install -e {target}\n  wirediff plugins show {name}")


def _sections(plugin: Plugin) -> dict[str, dict[str, str]]:
    rules = [rule for detector in plugin.detectors for rule in detector.rules]
    return {
        "Codes": {rule.code: f"{rule.summary} ({rule.severity})" for rule in rules},
        "Formats": {_format(each): f"{each.summary} ({each.suffix})" for each in plugin.emitters},
        "Input formats": {each.name: each.summary for each in plugin.loaders},
        "Commands": {str(each.name): each.get_short_help_str(100) for each in plugin.commands},
        "Options": {
            f"--set {plugin.name}.{option.name}": _described_option(option) for option in declared(plugin).values()
        },
    }


def _format(emitter: Emitter) -> str:
    """Return a format's name, and what it is a format of if not of reports."""
    return emitter.name if emitter.accepts is Report else f"{emitter.name} ({emitter.accepts.__name__.lower()})"


def _described_option(option: Option) -> str:
    parts = [option.help]
    if option.choices:
        parts.append(f"One of {', '.join(map(str, option.choices))}.")
    if option.default is not None:
        parts.append(f"Default: {option.default}.")
    return " ".join(parts)


def _brings(plugin: Plugin) -> str:
    counted = (
        (len(plugin.codes), "code"),
        (len(_formats(plugin)), "format"),
        (len(plugin.loaders), "input format"),
        (len(plugin.commands), "command"),
    )
    return ", ".join(counting(count, what) for count, what in counted if count)


def _formats(plugin: Plugin) -> list[str]:
    """Return the names of a plugin's formats; one may be a format of reports and of articles."""
    return list(dict.fromkeys(emitter.name for emitter in plugin.emitters))


def _described(plugin: Plugin) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "version": plugin.version,
        "distribution": plugin.found.distribution,
        "codes": list(plugin.codes),
        "formats": _formats(plugin),
        "input_formats": [loader.name for loader in plugin.loaders],
        "commands": [command.name for command in plugin.commands],
        "options": [
            {"name": option.name, "help": option.help, "default": option.default, "choices": list(option.choices)}
            for option in declared(plugin).values()
        ],
    }

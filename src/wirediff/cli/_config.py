"""`wirediff config`: the settings in force, and where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import click

from wirediff.cli._configuration import key
from wirediff.cli._settings import Settings, setting_options
from wirediff.host import active_plugins, resolve


@click.command()
@setting_options
@click.pass_context
def config(context: click.Context, /, **_: Any) -> None:
    """Show the settings in force, and where each comes from.

    Takes the options of `compare`; options of wirediff itself, such as -p and --strict, come before the command.
    """
    settings: Settings = context.obj.given_in(context)
    with settings.located():
        rows = list(_rows(settings))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, origin in rows:
        click.echo(f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}")


def _rows(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and origin of the general settings, then of the plugins' options."""
    request = settings.request()
    values = {each.name: getattr(request, each.name) for each in fields(request) if each.name != "settings"}
    for name, value in {**values, "fail_on": settings.fail_on}.items():
        yield key(name), _shown(value), settings.origin(name)
    for plugin, options in resolve(active_plugins(request), request.settings).items():
        for name, value in options.items():
            yield f"set.{plugin}.{name}", _shown(value), settings.origin(f"{plugin}.{name}")


def _shown(value: Any) -> str:
    return "not set" if value is None else json.dumps(value, ensure_ascii=False, default=str)

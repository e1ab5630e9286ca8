"""`wirediff schema`."""

from __future__ import annotations

import click

from wirediff.cli._settings import Settings
from wirediff.errors import OptionError


@click.command()
@click.argument("format_name", metavar="FORMAT")
@click.pass_obj
def schema(settings: Settings, format_name: str) -> None:
    """Print the schema of reports in FORMAT (json, xml)."""
    schemas = {name: emitter.schema for name, (_, emitter) in settings.plugins.emitters().items() if emitter.schema}
    if format_name not in schemas:
        raise OptionError(f"no schema for format {format_name!r} (choose from {', '.join(sorted(schemas))})")
    click.echo(schemas[format_name](), nl=False)

"""`wirediff schema`."""

from __future__ import annotations

import click

from wirediff.cli._root import Session
from wirediff.errors import OptionError


@click.command()
@click.argument("format_name", metavar="FORMAT")
@click.pass_obj
def schema(session: Session, format_name: str) -> None:
    """Print the schema that reports in FORMAT (json, xml) follow."""
    schemas = {name: emitter.schema for name, (_, emitter) in session.plugins.emitters.items() if emitter.schema}
    if format_name not in schemas:
        raise OptionError(f"no schema for the format {format_name!r}; there are {', '.join(sorted(schemas))}")
    click.echo(schemas[format_name](), nl=False)

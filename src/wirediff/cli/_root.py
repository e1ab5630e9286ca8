"""The group `wirediff`: the options before a command, and the commands, plugins' own among them."""

from __future__ import annotations

import shlex
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from wirediff._version import __version__
from wirediff.cli._configuration import find_configuration, read_configuration
from wirediff.cli._settings import Settings, negated
from wirediff.host import COMMANDS, PluginChoice, assemble

EPILOG = """
\b
Examples:
  wirediff compare reference.html version.html
  wirediff compare reference.txt version.html -o proof.html -o proof.json
  wirediff compare --select attributions --fail-on error v1.html v2.html
  wirediff explain terms/synonym
\b
Exit status: 0 no difference, 1 differences, 2 error.
Completion for your shell: eval "$(_WIREDIFF_COMPLETE=bash_source wirediff)"
(zsh_source and fish_source for the others).
"""


class _Commands(click.Group):
    """The core's commands, each imported when it is called, and the plugins'."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*COMMANDS, *_of_plugins(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            command: click.Command = getattr(import_module(f"wirediff.cli._{cmd_name}"), cmd_name)
            return command
        return _of_plugins(ctx).get(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; someone who gives documents only is shown where `compare` belongs."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if not Path(args[0]).exists():
                raise
            text = f"{error.message} To compare two documents: wirediff compare {shlex.join(args)}"
            raise click.UsageError(text, ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where it has no such option, but wirediff itself has, say where that belongs."""
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as error:
            option = error.option_name
            if not any(option in parameter.opts for parameter in self.params):
                raise
            text = f"{option} is an option of wirediff itself: give it before the command."
            raise click.UsageError(text, error.ctx) from error


def _of_plugins(ctx: click.Context) -> dict[str, click.Command]:
    """Return the commands that plugins bring; the options may not be read yet, where `--help` comes first."""
    given = {name: ctx.params[name] for name in ("plugins", "require", "installed") if ctx.params.get(name) is not None}
    choice = PluginChoice(**given)
    return {command.name: command for plugin in assemble(choice).plugins for command in plugin.commands if command.name}


@click.command(
    cls=_Commands,
    epilog=EPILOG,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-p",
    "plugins",
    multiple=True,
    is_eager=True,
    metavar="no:NAME|FILE.py",
    help="Block a plugin before it is imported, or load one from a file. Repeatable.",
)
@click.option(
    "--no-plugins", "installed", is_flag=True, is_eager=True, callback=negated, help="Ignore all installed plugins."
)
@click.option("--require", multiple=True, metavar="NAME", help="Exit with status 2 if this plugin does not work.")
@click.option("--strict", is_flag=True, help="Stop at the first plugin that fails instead of continuing without it.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Configuration (default: wirediff.toml, or [tool.wirediff] in pyproject.toml, in this folder or a parent).",
)
@click.version_option(__version__, prog_name="wirediff")
@click.pass_context
def root(ctx: click.Context, /, config: Path | None, **_: Any) -> None:
    """Show what was changed in an article.

    wirediff compares an article with its reference and reports substituted terms, duplicated captions and credits, and
    changed attributions, with the evidence side by side.
    """
    ctx.obj = Settings(read_configuration(config) if config else find_configuration()).given_in(ctx)

"""The group `wirediff`: the options that stand before a command, and the commands, plugins' own among them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import click

from wirediff import __version__
from wirediff.host import COMMANDS, Choice, PluginSet, assemble

EPILOG = """
\b
Examples:
  wirediff compare ours.html theirs.html
  wirediff compare ours.txt theirs.html -o proof.html -o proof.json
  wirediff compare --select attributions --fail-on error v1.html v2.html
  wirediff explain terms/synonym
\b
Exit status: 0 no difference, 1 differences, 2 trouble.
Completion for your shell: eval "$(_WIREDIFF_COMPLETE=bash_source wirediff)"
(zsh_source and fish_source for the others).
"""


class Session(NamedTuple):
    """What the options before the command say."""

    choice: Choice
    strict: bool
    config: Path | None

    @property
    def plugins(self) -> PluginSet:
        """The active plugins."""
        return assemble(self.choice, strict=self.strict)


class _Commands(click.Group):
    """The core's commands, each imported when it is called, and the plugins'."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*COMMANDS, *_of_plugins(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            return _own(cmd_name)
        return _of_plugins(ctx).get(cmd_name)


def _own(name: str) -> click.Command:
    from importlib import import_module

    command: click.Command = getattr(import_module(f"wirediff.cli._{name}"), name)
    return command


def _of_plugins(ctx: click.Context) -> dict[str, click.Command]:
    """Commands that plugins bring; none goes before one of the core's."""
    plugins = assemble(_choice(ctx.params)).plugins
    return {command.name: command for plugin in plugins for command in plugin.commands if command.name}


def _choice(values: dict[str, Any]) -> Choice:
    """The plugins asked for; defaults where an eager `--help` comes before the options are read."""
    return Choice.of(
        tuple(values.get("plugins") or ()),
        tuple(values.get("require") or ()),
        installed=not values.get("no_plugins"),
    )


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
@click.option("--no-plugins", is_flag=True, is_eager=True, help="Leave out all installed plugins.")
@click.option("--require", multiple=True, metavar="NAME", help="End with status 2 if this plugin does not work.")
@click.option("--strict", is_flag=True, help="Stop at the first plugin that fails instead of going on without it.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Configuration; default: wirediff.toml or [tool.wirediff] in pyproject.toml, here or in a folder above.",
)
@click.version_option(__version__, prog_name="wirediff")
@click.pass_context
def root(ctx: click.Context, /, strict: bool, config: Path | None, **given: Any) -> None:
    """Say what was done to an article.

    wirediff compares an article with its reference and reports substituted terms, duplicated captions and credits, and
    changed attributions, with the evidence side by side.
    """
    ctx.obj = Session(_choice(given), strict, config)

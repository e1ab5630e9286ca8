"""What one run writes: files in the formats of their suffixes, and standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from wirediff.cli._writing import check_target, complain, show, write
from wirediff.errors import InputError, OptionError, OutputError
from wirediff.host import BUILTIN, PluginSet
from wirediff.model import Report
from wirediff.run.disclosure import Disclosing
from wirediff.run.emission import check_format, emit_each

F = TypeVar("F", bound=Callable[..., Any])
Contents = Mapping[Path | None, str | bytes]
"""What was made, by file; None is standard output."""


def output_options(complete: Callable[..., list[CompletionItem]]) -> Callable[[F], F]:
    """Add `-f`, whose values `complete` completes, and `-o` to a command."""

    def add(command: F) -> F:
        for option in (
            click.option(
                "-o",
                "--output",
                "outputs",
                multiple=True,
                type=click.Path(path_type=Path),
                help="Write a file in the format that its suffix names (.html, .json, …). Repeatable.",
            ),
            click.option(
                "-f",
                "--format",
                "format_name",
                metavar="FORMAT",
                shell_complete=complete,
                help="Format of standard output (default: text).",
            ),
        ):
            command = option(command)
        return command

    return add


@dataclass(frozen=True)
class Outputs:
    """The files to write, each with its format, and the format of standard output, or None."""

    files: Mapping[Path | None, str]
    shown: str | None

    @classmethod
    def asked(
        cls, paths: Iterable[Path], shown: str | None, inputs: Sequence[str], plugins: PluginSet, accepts: type = Report
    ) -> Outputs:
        """Return what the options ask for; raises a WirediffError where that cannot be written, before any work."""
        files: dict[Path | None, str] = {}
        for path in paths:
            files[path] = _format_of(path, plugins, accepts)
            check_target(path, [name for name in inputs if name != "-"])
        if "-" in inputs and sys.stdin is None:
            raise InputError("standard input: is closed")
        shown = shown or (None if files else "text")
        if shown is not None:
            check_format(shown, plugins, accepts)
            if sys.stdout is None:
                raise OutputError("standard output: is closed")
        return cls(files, shown)

    def made(
        self, value: Disclosing, settings: Mapping[str, Mapping[str, Any]], plugins: PluginSet
    ) -> tuple[Disclosing, Contents]:
        """Return everything to write, and `value` with the plugins that failed.

        All is made before the first file is written, so that with `--strict` a failure leaves every old one.
        """
        value, files = emit_each(value, self.files, settings, plugins)
        standard: Mapping[Path | None, str] = {} if self.shown is None else {None: self.shown}
        value, to_show = emit_each(value, standard, _for_terminal(settings) if standard else settings, plugins)
        return value, {**files, **to_show}

    def write(self, contents: Contents, messages: Iterable[str]) -> None:
        """Write `contents`, and `messages` to standard error with the files that could not be made."""
        for path, content in contents.items():
            if path is None:
                show(content)
            else:
                write(path, content)
        for message in (*messages, *(f"{path}: not written" for path in self.files if path not in contents)):
            complain(message)


def _format_of(path: Path, plugins: PluginSet, accepts: type) -> str:
    """Return the format whose suffix is the longest that `path` ends in; the core's own before a plugin's."""
    emitters = plugins.emitters(accepts)
    suffixes: dict[str, list[str]] = {}
    for name, (plugin, emitter) in emitters.items():
        suffixes.setdefault(emitter.suffix.lower(), []).insert(0 if plugin.found == BUILTIN else 1, name)
    fitting = [suffix for suffix in suffixes if path.name.lower().endswith(suffix)]
    if not fitting:
        raise OptionError(f"{path}: no format has this suffix (choose from {', '.join(sorted(suffixes))})")
    first, *others = suffixes[max(fitting, key=len)]
    if others and emitters[first][0].found != BUILTIN:
        names = ", ".join(sorted((first, *others)))
        raise OptionError(f"{path}: several formats have this suffix, {names}; block a plugin with -p no:NAME")
    return first


def _for_terminal(settings: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Mapping[str, Any]]:
    """Switch colours on for a terminal that wants them, unless the user has decided."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return settings
    own = dict(settings.get("core", {}))
    if own.get("color", "auto") == "auto":
        own["color"] = "always"
    return {**settings, "core": own}

"""`wirediff compare`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from wirediff.cli._completion import complete_format
from wirediff.cli._progress import progress
from wirediff.cli._settings import Settings, setting_options
from wirediff.cli._writing import check_target, complain, show, write
from wirediff.errors import ExitStatus, InputError, OptionError, OutputError, PluginError
from wirediff.host import BUILTIN, PluginSet, active_plugins
from wirediff.model import Report
from wirediff.request import Request
from wirediff.run.emission import check_format, emit_each
from wirediff.wording import alerts, describe_failure

RANKS = {"note": 1, "warning": 2, "error": 3}
EPILOG = """
\b
Examples:
  wirediff compare reference.html version.html
  wirediff compare reference.txt version.txt -o proof.html -o proof.xml
  curl -s … | wirediff compare reference.html - -f json
  wirediff compare a.html b.html --set terms.glossary=house.csv
\b
Options of wirediff itself, such as -p and --strict, come before the command:
  wirediff --strict compare reference.html version.html
\b
Exit status, as in diff(1): 0 no difference; 1 differences; 2 error: bad
usage, an input that could not be read completely, a plugin that failed.
"""


@click.command(epilog=EPILOG)
@click.argument("reference", metavar="REFERENCE", type=click.Path())
@click.argument("version", metavar="VERSION", type=click.Path())
@click.option(
    "-f",
    "--format",
    "format_name",
    metavar="FORMAT",
    shell_complete=complete_format,
    help="Format of standard output (default: text).",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Write a file in the format that its suffix names (.html, .xml, .json, …). Repeatable.",
)
@setting_options
@click.pass_context
def compare(
    context: click.Context,
    /,
    reference: str,
    version: str,
    outputs: tuple[Path, ...],
    format_name: str | None,
    **_: Any,
) -> int:
    """Compare VERSION with REFERENCE; `-` is standard input."""
    settings: Settings = context.obj.given_in(context)
    with settings.located():
        request, fail_on = settings.request(), settings.fail_on
        active = active_plugins(request)
        files = {path: _format_of(path, active) for path in outputs}
        _check_targets(reference, version, files)
        shown = format_name or (None if files else "text")
        if shown is not None:
            check_format(shown, active)
            if sys.stdout is None:
                raise OutputError("standard output: is closed")
        report, contents, to_show = _made(reference, version, request, files, shown, active)
    for path, content in contents.items():
        write(path, content)
    if to_show is not None:
        show(to_show)
    for message in (*alerts(report), *(f"{path}: not written" for path in files if path not in contents)):
        complain(message)
    return _status(report, fail_on)


def _check_targets(reference: str, version: str, files: Iterable[Path]) -> None:
    for path in files:
        check_target(path, [name for name in (reference, version) if name != "-"])
    if reference == "-" == version:
        raise OptionError("only one of the two documents can be standard input")
    if "-" in (reference, version) and sys.stdin is None:
        raise InputError("standard input: is closed")


def _made(
    reference: str, version: str, request: Request, files: Mapping[Path, str], shown: str | None, active: PluginSet
) -> tuple[Report, Mapping[Path, str | bytes], str | bytes | None]:
    """Return the report, the contents of the files that could be made, and what to show.

    All are made before the first is written, so that with `--strict` a failure leaves every old file.
    """
    from wirediff.run.pipeline import run  # here, as `wirediff --help` would take half as long again with it

    with progress() as stage:
        report = run(reference, version, request, stage, forked=True)
        stage("reporting")
        report, contents = emit_each(report, files, request.settings, active)
        to_show: Mapping[str, str | bytes] = {}
        if shown is not None:
            report, to_show = emit_each(report, {shown: shown}, _for_terminal(request.settings), active)
    if request.strict and report.failures:
        raise PluginError(describe_failure(report.failures[0]))
    return report, contents, next(iter(to_show.values()), None)


def _format_of(path: Path, plugins: PluginSet) -> str:
    """Return the format whose suffix is the longest that `path` ends in; the core's own before a plugin's."""
    suffixes: dict[str, list[str]] = {}
    for name, (plugin, emitter) in plugins.emitters.items():
        suffixes.setdefault(emitter.suffix.lower(), []).insert(0 if plugin.found == BUILTIN else 1, name)
    fitting = [suffix for suffix in suffixes if path.name.lower().endswith(suffix)]
    if not fitting:
        raise OptionError(f"{path}: no format has this suffix (choose from {', '.join(sorted(suffixes))})")
    first, *others = suffixes[max(fitting, key=len)]
    if others and plugins.emitters[first][0].found != BUILTIN:
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


def _status(report: Report, fail_on: str) -> int:
    if report.incomplete:
        return ExitStatus.ERROR
    if fail_on == "never":
        return ExitStatus.SAME
    if fail_on == "any":
        from wirediff.align.verdict import differs

        found = bool(report.findings) or differs(report.alignment)
    else:
        found = any(RANKS[finding.severity] >= RANKS[fail_on] for finding in report.findings)
    return ExitStatus.DIFFERENT if found else ExitStatus.SAME

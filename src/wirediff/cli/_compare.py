"""`wirediff compare`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wirediff.cli._completion import complete_format
from wirediff.cli._outputs import Contents, Outputs, output_options
from wirediff.cli._progress import progress
from wirediff.cli._settings import Settings, setting_options
from wirediff.errors import ExitStatus, OptionError, PluginError
from wirediff.host import PluginSet, active_plugins
from wirediff.model import Report
from wirediff.request import Request
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
@output_options(complete_format)
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
    if reference == "-" == version:
        raise OptionError("only one of the two documents can be standard input")
    settings: Settings = context.obj.given_in(context)
    with settings.located():
        request, fail_on = settings.request(), settings.fail_on
        active = active_plugins(request)
        asked = Outputs.asked(outputs, format_name, (reference, version), active)
        report, contents = _made(reference, version, request, asked, active)
    asked.write(contents, alerts(report))
    return _status(report, fail_on)


def _made(reference: str, version: str, request: Request, asked: Outputs, active: PluginSet) -> tuple[Report, Contents]:
    """Return the report and everything to write."""
    from wirediff.run.pipeline import run  # here, as `wirediff --help` would take half as long again with it

    with progress() as stage:
        report = run(reference, version, request, stage, forked=True)
        stage("reporting")
        report, contents = asked.made(report, request.settings, active)
    if request.strict and report.failures:
        raise PluginError(describe_failure(report.failures[0]))
    return report, contents


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

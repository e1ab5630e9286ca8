"""`wirediff compare`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from wirediff.align.verdict import changes_words
from wirediff.cli._completion import CodeParameter, FormatParameter
from wirediff.cli._configuration import Configuration, find_configuration, read_configuration
from wirediff.cli._progress import progress
from wirediff.cli._root import Session
from wirediff.cli._writing import check_target, write
from wirediff.errors import OptionError, OutputError, PluginError
from wirediff.host import Choice, PluginSet, assemble, builtin, told
from wirediff.host._settings import anchored, parse_assignments
from wirediff.model import Report
from wirediff.run import pipeline

FAIL_ON = ("any", "note", "warning", "error", "never")
BROKEN_PIPE = 141
"""What a shell reports for a program that SIGPIPE ended: 128 + 13."""
GRAVITY = {"note": 1, "warning": 2, "error": 3}
EPILOG = """
\b
Examples:
  wirediff compare ours.html theirs.html
  wirediff compare ours.txt theirs.txt -o proof.html -o proof.xml
  curl -s … | wirediff compare ours.html - -f json
  wirediff compare a.html b.html --ignore terms/spelling --set terms.glossary=house.csv
\b
Options of wirediff itself, such as -p and --strict, stand before the command:
  wirediff --strict compare ours.html theirs.html
\b
Exit status, as diff(1): 0 no difference; 1 differences; 2 trouble: an input that
could not be read whole, a plugin that failed, bad usage.
"""


@click.command(epilog=EPILOG)
@click.argument("reference", metavar="REFERENCE")
@click.argument("version", metavar="VERSION")
@click.option("-f", "--format", "format_name", type=FormatParameter(), help="Format of standard output; default: text.")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Write a file in the format that its suffix names (.html, .xml, .json, …). Repeatable.",
)
@click.option(
    "--select", multiple=True, type=CodeParameter(), help="Report these codes only, or a plugin's. Repeatable."
)
@click.option("--ignore", multiple=True, type=CodeParameter(), help="Leave out these codes, or a plugin's. Repeatable.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out findings less certain than this.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="What makes the status 1; default: any difference.")
@click.option(
    "--budget",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Time for one comparison; default: 30.",
)
@click.option(
    "--set", "assignments", multiple=True, metavar="NAME.KEY=VALUE", help="Set a plugin's option. Repeatable."
)
@click.option("--input-format", metavar="FORMAT", help="Take both documents for this format.")
@click.option("--no-text", is_flag=True, help="Leave out article text, but for the words that findings quote.")
@click.pass_obj
def compare(session: Session, /, reference: str, version: str, **given: Any) -> int:
    """Compare VERSION with REFERENCE; `-` is standard input."""
    configuration = read_configuration(session.config) if session.config else find_configuration(Path.cwd())
    choice, strict = _plugins(session, configuration)
    active = assemble(choice, strict=strict)
    job = _job(given, configuration, choice, strict, active)
    fail_on = given["fail_on"] or configuration.values.get("fail-on", "any")
    if fail_on not in FAIL_ON:
        raise OptionError(f"fail-on: {fail_on!r} is none of {', '.join(FAIL_ON)}")
    outputs = {path: _format_of(path, active) for path in given["outputs"]}
    for path in outputs:
        check_target(path, [name for name in (reference, version) if name != "-"])
    if reference == "-" == version:
        raise OptionError("only one of the two documents can be standard input")
    shown = given["format_name"] or (None if outputs else "text")
    if shown is not None and shown not in active.emitters:
        raise OptionError(f"no format named {shown!r}; known are {', '.join(sorted(active.emitters))}")
    with progress() as stage:
        report = pipeline.run(reference, version, job, stage)
        stage("reporting")
        report, contents = pipeline.emit_each(report, outputs, job.settings, active)
        to_show: dict[str, str | bytes] = {}
        if shown is not None:
            report, to_show = pipeline.emit_each(report, {shown: shown}, _for_terminal(job.settings), active)
        _check_strict(report, strict)
    for path, content in contents.items():
        write(path, content)
    for content in to_show.values():
        _show(content)
    _disclose(report, [path for path in outputs if path not in contents])
    return _status(report, fail_on)


def _plugins(session: Session, configuration: Configuration) -> tuple[Choice, bool]:
    """What the command line and the configuration ask for together."""
    choice = session.choice
    configured = Choice.of(configuration.texts("plugins"), configuration.texts("require"))
    merged = Choice(
        (*configured.files, *choice.files),
        (*configured.blocked, *choice.blocked),
        (*configured.required, *choice.required),
        choice.installed,
    )
    return merged, session.strict or configuration.values.get("strict", False)


def _job(
    given: Mapping[str, Any], configuration: Configuration, choice: Choice, strict: bool, active: PluginSet
) -> pipeline.Comparison:
    """The comparison asked for; the command line goes before the configuration."""
    values = configuration.values
    settings: dict[str, dict[str, Any]] = {}
    if configuration.path is not None:
        settings = anchored(active, configuration.settings, configuration.path.parent)
    for name, options in parse_assignments(given["assignments"]).items():
        settings[name] = {**settings.get(name, {}), **options}
    confidence, budget = given["min_confidence"], given["budget"]
    return pipeline.Comparison(
        plugins=choice,
        strict=strict,
        settings=settings,
        select=given["select"] or configuration.texts("select"),
        ignore=(*configuration.texts("ignore"), *given["ignore"]),
        min_confidence=values.get("min-confidence", 0.0) if confidence is None else confidence,
        budget=values.get("budget", pipeline.DEFAULT_BUDGET) if budget is None else budget,
        input_format=given["input_format"],
        text=not given["no_text"],
        apart=True,
    )


def _format_of(path: Path, plugins: PluginSet) -> str:
    """The format whose suffix is the longest that `path` ends in; the core's own before a plugin's."""
    suffixes: dict[str, list[str]] = {}
    for name, (plugin, emitter) in plugins.emitters.items():
        suffixes.setdefault(emitter.suffix.lower(), []).insert(0 if plugin.found == builtin() else 1, name)
    fitting = [suffix for suffix in suffixes if path.name.lower().endswith(suffix)]
    if not fitting:
        raise OptionError(f"{path}: no format has this suffix; known are {', '.join(sorted(suffixes))}")
    first, *others = suffixes[max(fitting, key=len)]
    if others and plugins.emitters[first][0].found != builtin():
        names = ", ".join(sorted((first, *others)))
        raise OptionError(f"{path}: several formats have this suffix, {names}; block a plugin with -p no:NAME")
    return first


def _check_strict(report: Report, strict: bool) -> None:
    """Before anything is written."""
    if strict and report.failures:
        raise PluginError(told(report.failures[0]))


def _for_terminal(settings: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Mapping[str, Any]]:
    """Settings with colours switched on for a terminal that wants them, unless the user has decided."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return settings
    own = dict(settings.get("core", {}))
    if own.get("color", "auto") == "auto":
        own["color"] = "always"
    return {**settings, "core": own}


def _show(content: str | bytes) -> None:
    """Write to standard output as UTF-8 whatever the locale says; a full disk is trouble."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # click would exit 1, which here means differences.
        _close_output()
        raise click.exceptions.Exit(BROKEN_PIPE) from None
    except OSError as error:
        _close_output()
        raise OutputError(f"standard output: cannot be written ({error.strerror or error})") from error


def _close_output() -> None:
    """Python flushes once more at exit, which must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _disclose(report: Report, missing: Iterable[Path]) -> None:
    """Say on standard error what makes the result untrustworthy, and which files it costs."""
    reasons = [told(failed) for failed in report.failures]
    reasons += [note.message for note in report.notes if note.incomplete]
    reasons += [f"{path}: not written, as its format's plugin failed" for path in missing]
    for reason in reasons:
        click.echo(f"wirediff: {' '.join(reason.split())}", err=True)


def _status(report: Report, fail_on: str) -> int:
    """0 no difference, 1 differences, 2 an untrustworthy result."""
    if report.incomplete:
        return 2
    if fail_on == "never":
        return 0
    if fail_on == "any":
        return int(bool(report.findings) or changes_words(report.alignment))
    return int(any(GRAVITY[finding.severity] >= GRAVITY[fail_on] for finding in report.findings))

"""The core's own plugin: the plain formats, which are there even if all other plugins are switched off."""

from __future__ import annotations

from wirediff.hookspecs import hookimpl
from wirediff.model import Emitter, Loader, Option, Options, Report


def _text(report: Report, options: Options) -> str:
    from wirediff.emitting.text import emit

    return emit(report, options)


def _json(report: Report, options: Options) -> str:
    from wirediff.emitting.json import emit

    return emit(report, options)


def _json_schema() -> str:
    from wirediff.emitting.json import schema

    return schema()


def _markdown(report: Report, options: Options) -> str:
    from wirediff.emitting.markdown import emit

    return emit(report, options)


def _sarif(report: Report, options: Options) -> str:
    from wirediff.emitting.sarif import emit

    return emit(report, options)


_TEXT_OPTIONS = (
    Option("width", "Columns of the text report; default: the terminal's, else 80.", int),
    Option("color", "Whether the text report has colours.", str, "auto", ("auto", "always", "never")),
)


@hookimpl
def wirediff_emitters() -> tuple[Emitter, ...]:
    """The formats that need no plugin."""
    return (
        Emitter("text", "What a terminal shows: assessment, ledger, findings", ".txt", _text, _TEXT_OPTIONS),
        Emitter("json", "The whole report as JSON", ".json", _json, schema=_json_schema),
        Emitter("markdown", "A summary for a ticket or a mail", ".md", _markdown),
        Emitter("sarif", "SARIF 2.1.0, for continuous integration systems", ".sarif", _sarif),
    )


@hookimpl
def wirediff_loaders() -> tuple[Loader, ...]:
    """The input formats."""
    from wirediff.loading import LOADERS

    return LOADERS

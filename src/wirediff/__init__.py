"""Says what was done to an article: substituted terms, duplicated captions, changed attributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from wirediff.hookspecs import hookimpl

if TYPE_CHECKING:
    from wirediff.model import Article, Report
    from wirediff.run.pipeline import Document

__version__ = "0.1.0"
__all__ = ["compare", "emit", "hookimpl", "load"]


def compare(
    reference: Document,
    version: Document,
    *,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    min_confidence: float = 0.0,
    budget: float = 30.0,
    input_format: str | None = None,
    text: bool = True,
    plugins: Iterable[str] = (),
    installed: bool = True,
    require: Iterable[str] = (),
    strict: bool = False,
) -> Report:
    """Compare `version` with `reference`; each is a path, `-` for standard input, or a Source.

    `settings` holds plugin options as `{plugin: {option: value}}`. `select` and `ignore` name codes, or plugins for all
    of theirs; findings under `min_confidence` (0 to 1) are left out. `budget` is in seconds. `text` false covers all
    text that no finding quotes. `plugins` takes what the option `-p` takes (`no:NAME`, or a Python file), `installed`
    false leaves out installed ones, `require` names those that must work. `strict` stops at the first that fails.

    Raises InputError, OptionError or PluginError (`wirediff.errors`).
    """
    from wirediff.host import Choice
    from wirediff.run import pipeline

    how = pipeline.Comparison(
        Choice.of(_names(plugins), _names(require), installed=installed),
        strict,
        settings or {},
        _names(select),
        _names(ignore),
        min_confidence,
        budget,
        input_format,
        text,
    )
    return pipeline.run(reference, version, how)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """One name by itself is not the names of its letters."""
    return (given,) if isinstance(given, str) else tuple(given)


def emit(report: Report, format: str, settings: Mapping[str, Mapping[str, Any]] | None = None) -> str | bytes:  # noqa: A002
    """The report as `html`, `xml`, `json`, `text` or what else plugins bring: just what the command writes.

    Raises OptionError for a format that is not known, PluginError where its plugin fails.
    """
    from wirediff.run import pipeline

    return pipeline.emit(report, format, settings)


def load(source: Document, input_format: str | None = None) -> Article:
    """One document, a path or a Source, as an Article with blocks `r1`, `r2`, …; raises InputError."""
    from wirediff.run import pipeline

    return pipeline.load(source, input_format=input_format)

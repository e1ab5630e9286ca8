"""Compare an article with its reference: substituted terms, duplicated captions, changed attributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from wirediff._version import __version__
from wirediff.hookspecs import hookimpl
from wirediff.request import Request, names

if TYPE_CHECKING:
    from wirediff.model import Article, Report
    from wirediff.run.documents import Document

__all__ = ["__version__", "compare", "compare_text", "emit", "hookimpl", "load"]


def compare(
    reference: Document,
    version: Document,
    *,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    min_confidence: float = Request.min_confidence,
    budget: float = Request.budget,
    input_format: str | None = None,
    text: bool = True,
    plugins: Iterable[str] = (),
    installed: bool = True,
    require: Iterable[str] = (),
    strict: bool = False,
    exclude: Mapping[str, Iterable[str]] | None = None,
) -> Report:
    """Compare `version` with `reference`; each is a path, `-` for standard input, or a Source.

    `settings` holds plugin options as `{plugin: {option: value}}`. `select` and `ignore` name codes, or plugins for all
    of theirs; findings under `min_confidence` (0 to 1) are left out. `budget` is in seconds. `text` false covers all
    text that no finding quotes. `plugins` takes what the option `-p` takes (`no:NAME`, or a Python file), `installed`
    false leaves out installed ones, `require` names those that must work. `strict` stops at the first that fails.
    `exclude` holds CSS selectors and XPath expressions of what is left out of pages, as `{host: selectors}`; the host
    `*` is every page.

    Raises InputError, OptionError or PluginError (`wirediff.errors`).
    """
    from wirediff.run import pipeline

    request = Request(
        select=names(select),
        ignore=names(ignore),
        min_confidence=min_confidence,
        budget=budget,
        input_format=input_format,
        text=text,
        settings=settings or {},
        plugins=names(plugins),
        installed=installed,
        require=names(require),
        strict=strict,
        exclude={host: names(selectors) for host, selectors in (exclude or {}).items()},
    )
    return pipeline.run(reference, version, request)


def compare_text(reference: str, version: str, **options: Any) -> Report:
    """Compare two texts; `options` are those of `compare`."""
    from wirediff.model import Source

    documents = (Source.from_text(text, name) for text, name in ((reference, "reference"), (version, "version")))
    return compare(*documents, **options)


def emit(
    report: Report | Article,
    format: str,  # noqa: A002
    settings: Mapping[str, Mapping[str, Any]] | None = None,
) -> str | bytes:
    """Return the report as `html`, `xml`, `json`, `text` or another installed format, just as the command writes it.

    An article in place of the report is written as `wirediff load` does, in `html`, `json` or `text`.

    Raises OptionError for an unknown format, PluginError where its plugin fails.
    """
    from wirediff.run import emission

    return emission.emit(report, format, settings)


def load(source: Document, input_format: str | None = None) -> Article:
    """Return one document, a path or a Source, as an Article with blocks `r1`, `r2`, …; raises InputError."""
    from wirediff.run import documents

    return documents.load(source, input_format)

"""The main job: two documents to one report, and a report to a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from os import PathLike
from typing import Any, Literal, TypeAlias

from wirediff import __version__
from wirediff.align import align
from wirediff.detect import detect
from wirediff.errors import InputError, OptionError, PluginError
from wirediff.load import load_with, read_source
from wirediff.model import Article, Finding, Generator, Note, Report, Source
from wirediff.plugins import Choice, PluginSet, assemble
from wirediff.settings import resolve
from wirediff.summary import summarize

Document: TypeAlias = "str | PathLike[str] | Source"
DEFAULT_BUDGET = 30.0


@dataclass(frozen=True)
class Comparison:
    """How to compare: with which plugins and settings, and which findings to keep.

    `settings` holds option values by plugin and name. `select` and `ignore` name codes, or plugins for all of their codes. `budget` is
    in seconds.
    """

    plugins: Choice = Choice()
    strict: bool = False
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    budget: float = DEFAULT_BUDGET
    input_format: str | None = None


def run(reference: Document, version: Document, how: Comparison) -> Report:
    """Load both documents, align them, run the detectors and sum up.

    Raises InputError for a document that cannot be read, OptionError for a setting that is not known, and PluginError where `strict`
    is on or a required plugin is missing.
    """
    plugins = assemble(how.plugins, strict=how.strict)
    settings = resolve(plugins, how.settings)
    _check_codes(plugins, (*how.select, *how.ignore))
    articles = [_article(document, side, plugins, how) for document, side in ((reference, "r"), (version, "v"))]
    alignment = align(*articles, budget=how.budget)
    detected = detect(alignment, plugins, settings)
    if how.strict and detected.failures:
        failed = detected.failures[0]
        raise PluginError(f"plugin {failed.plugin} {failed.plugin_version}: {failed.error}")
    findings = tuple(finding for finding in detected.findings if _kept(finding, how))
    notes = (*articles[0].notes, *articles[1].notes, *alignment.notes, *detected.notes)
    return Report(
        generator=Generator(__version__, plugins.versions),
        options=_in_force(how, settings),
        alignment=alignment,
        findings=findings,
        notes=tuple(dict.fromkeys(notes)),
        failures=(*plugins.failures, *detected.failures),
        rules=plugins.rules,
        summary=summarize(alignment, findings),
    )


def _article(document: Document, side: Literal["r", "v"], plugins: PluginSet, how: Comparison) -> Article:
    """The document's article, its blocks named `r1`, `r2`, … or `v1`, `v2`, …, and its notes naming the document."""
    source = document if isinstance(document, Source) else read_source(document)
    article = load_with([loader for _, loader in plugins.loaders], source, how.input_format)
    blocks = tuple(replace(block, id=f"{side}{number}") for number, block in enumerate(article.blocks, 1))
    name = {"r": "reference", "v": "version"}[side]
    notes = tuple(replace(note, message=f"{name} {source.name}: {note.message}") for note in article.notes)
    return replace(article, blocks=blocks, notes=notes)


def _kept(finding: Finding, how: Comparison) -> bool:
    if how.select and not _covers(how.select, finding.code):
        return False
    return finding.confidence >= how.min_confidence and not _covers(how.ignore, finding.code)


def _covers(names: Iterable[str], code: str) -> bool:
    """Whether a code, or the plugin it belongs to, is among `names`."""
    return any(name in (code, code.partition("/")[0]) for name in names)


def _check_codes(plugins: PluginSet, names: Iterable[str]) -> None:
    known = {rule.code for rule in plugins.rules}
    known |= {code.partition("/")[0] for code in known}
    for name in names:
        if name not in known:
            raise OptionError(f"no code or plugin {name!r}; known are {', '.join(sorted(known)) or 'none'}")


def _in_force(how: Comparison, settings: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What it takes to repeat the comparison: everything that differs from the defaults, and every plugin setting that does."""
    options: dict[str, Any] = {
        "select": list(how.select),
        "ignore": list(how.ignore),
        "min_confidence": how.min_confidence,
        "budget": how.budget,
    }
    return options

"""The main job: two documents to one report."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from wirediff._version import __version__
from wirediff.align import align
from wirediff.align.verdict import language_notes, summarize
from wirediff.errors import PluginError
from wirediff.host import PluginSet, active_plugins, changed, resolve
from wirediff.model import Article, Generator, Report, Side
from wirediff.request import Request
from wirediff.run.breaks import with_hyphens
from wirediff.run.detect import detect
from wirediff.run.documents import Document, Reader, source
from wirediff.run.garbage import uncollected
from wirediff.run.redaction import without_text
from wirediff.wording import describe_failure

SIDES: tuple[Side, Side] = ("reference", "version")


def _ignore(stage: str) -> None:
    """Default progress callback: do nothing."""


def run(
    reference: Document,
    version: Document,
    request: Request,
    progress: Callable[[str], None] = _ignore,
    *,
    forked: bool = False,
) -> Report:
    """Load both documents, align them, run the detectors and sum up; `progress` is called with each stage's name.

    With `forked` each plugin has a process of its own, so that not even a crash costs more than its results; what it
    keeps in memory is lost with it. Raises InputError for a document that cannot be read, OptionError for a wrong
    setting, and PluginError where `strict` is on or a required plugin is missing.
    """
    deadline = time.monotonic() + request.budget
    plugins = active_plugins(request)
    for setting in ("select", "ignore"):
        plugins.check_codes(getattr(request, setting), setting)
    resolve(plugins, request.settings)
    with uncollected():
        progress("reading")
        sources = source(reference), source(version)
        ambiguous = sources[0].name == sources[1].name and sources[0].data != sources[1].data
        reader = Reader(plugins, deadline, exclude=request.exclude, forked=forked)
        articles: Sequence[Article] = [
            reader.article(document, side, request.input_format, name_side=ambiguous)
            for document, side in zip(sources, SIDES, strict=True)
        ]
        if request.strict and reader.failures:
            raise PluginError(describe_failure(reader.failures[0]))
        plugins = PluginSet(plugins.plugins, (*plugins.failures, *reader.failures))
        articles = with_hyphens(articles)
        return examine(articles[0], articles[1], plugins, request, deadline - time.monotonic(), progress, forked=forked)


def examine(
    reference: Article,
    version: Article,
    plugins: PluginSet,
    request: Request,
    seconds: float = Request.budget,
    progress: Callable[[str], None] = _ignore,
    *,
    forked: bool = False,
) -> Report:
    """Return the report on two articles whose blocks are named as `run` names them."""
    deadline = time.monotonic() + seconds
    settings = resolve(plugins, request.settings)
    progress("aligning")
    alignment = align(reference, version, budget=seconds)
    progress("examining")
    detected = detect(alignment, plugins, settings, deadline, forked=forked)
    if request.strict and detected.failures:
        raise PluginError(describe_failure(detected.failures[0]))
    findings = tuple(each for each in detected.findings if request.keeps(each.code, each.confidence))
    summary = summarize(alignment, findings, plugins.rules, detected.findings)
    notes = (*reference.notes, *version.notes, *alignment.notes, *language_notes(alignment, summary), *detected.notes)
    report = Report(
        generator=Generator(__version__, plugins.versions),
        options=request.as_options(changed(plugins, settings)),
        alignment=alignment,
        findings=findings,
        notes=tuple(dict.fromkeys(notes)),
        failures=(*plugins.failures, *detected.failures),
        rules=plugins.rules,
        summary=summary,
    )
    return report if request.text else without_text(report)

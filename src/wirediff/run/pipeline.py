"""The main job: two documents to one report, and a report to a format."""

from __future__ import annotations

import gc
import hashlib
import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from wirediff import __version__
from wirediff.align import align
from wirediff.align.verdict import language_notes, summarize
from wirediff.errors import InputError, OptionError, PluginError
from wirediff.host import Choice, Plugin, PluginSet, assemble, builtin, told
from wirediff.host._checks import checked_article
from wirediff.host._isolation import each_isolated
from wirediff.host._settings import declared, resolve
from wirediff.loading import load_with, read_source
from wirediff.model import Article, Failure, Finding, Generator, Loader, Options, Report, Source
from wirediff.run.detect import detect
from wirediff.run.redaction import without_text

Document: TypeAlias = "str | PathLike[str] | Source"
DEFAULT_BUDGET = 30.0
"""Seconds for one comparison."""
LOADING_SHARE = 0.25
"""Of the time that is left, what a plugin's loader may use for one document."""
EVERY = Choice()


def _silent(stage: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Comparison:
    """How to compare: with which plugins and settings, and which findings to keep.

    `settings` holds option values by plugin and name. `select` and `ignore` name codes, or plugins for all of their
    codes. `budget` is in seconds. `text` false leaves out what the findings do not quote. `apart` gives each plugin a
    process of its own, so that not even a crash costs more than its results; what it keeps in memory is lost with it.
    """

    plugins: Choice = EVERY
    strict: bool = False
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    budget: float = DEFAULT_BUDGET
    input_format: str | None = None
    text: bool = True
    apart: bool = False


def run(reference: Document, version: Document, how: Comparison, progress: Callable[[str], None] = _silent) -> Report:
    """Load both documents, align them, run the detectors and sum up; `progress` hears of each stage.

    Raises InputError for a document that cannot be read, OptionError for a setting that is not known, and PluginError
    where `strict` is on or a required plugin is missing.
    """
    deadline = time.monotonic() + how.budget
    plugins = assemble(how.plugins, strict=how.strict)
    _check(how, plugins)
    resolve(plugins, how.settings)
    with _uncollected():
        progress("reading")
        failures: list[Failure] = []
        loaders = _loaders(plugins, how, deadline, failures)
        ours, theirs = _source(reference), _source(version)
        ambiguous = ours.name == theirs.name and ours.data != theirs.data
        roles = ("reference ", "version ") if ambiguous else ("", "")
        article = _article(ours, "r", loaders, how.input_format, failures, roles[0])
        other = _article(theirs, "v", loaders, how.input_format, failures, roles[1])
        if how.strict and failures:
            raise PluginError(told(failures[0]))
        plugins = PluginSet(plugins.plugins, (*plugins.failures, *failures))
        return examine(article, other, plugins, how, deadline - time.monotonic(), progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a search for garbage in cycles: a comparison makes none and keeps most of what it makes to its end, so
    that searching it all again and again is a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def examine(
    reference: Article,
    version: Article,
    plugins: PluginSet,
    how: Comparison,
    seconds: float = DEFAULT_BUDGET,
    progress: Callable[[str], None] = _silent,
) -> Report:
    """The report on two articles whose blocks are named as `run` names them."""
    deadline = time.monotonic() + seconds
    settings = resolve(plugins, how.settings)
    progress("aligning")
    alignment = align(reference, version, budget=seconds)
    progress("examining")
    detected = detect(alignment, plugins, settings, deadline, apart=how.apart)
    if how.strict and detected.failures:
        raise PluginError(told(detected.failures[0]))
    findings = tuple(finding for finding in detected.findings if _kept(finding, how))
    summary = summarize(alignment, findings)
    notes = (*reference.notes, *version.notes, *alignment.notes, *language_notes(alignment, summary), *detected.notes)
    report = Report(
        generator=Generator(__version__, plugins.versions),
        options=_in_force(how, plugins, settings),
        alignment=alignment,
        findings=findings,
        notes=tuple(dict.fromkeys(notes)),
        failures=(*plugins.failures, *detected.failures),
        rules=plugins.rules,
        summary=summary,
    )
    return report if how.text else without_text(report)


def load(document: Document, plugins: Choice = EVERY, input_format: str | None = None) -> Article:
    """One document as the model's Article, its blocks named `r1`, `r2`, …; raises InputError."""
    failures: list[Failure] = []
    loaders = _loaders(assemble(plugins), Comparison(), math.inf, failures)
    return _article(_source(document), "r", loaders, input_format, failures)


def emit(
    report: Report,
    name: str,
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    plugins: Choice = EVERY,
) -> str | bytes:
    """The report in the format `name`.

    Raises OptionError where no plugin brings that format, and PluginError where the one that does fails.
    """
    with _uncollected():
        result = _emitted(report, name, settings or {}, assemble(plugins), apart=False)
    if isinstance(result, Failure):
        raise PluginError(f"the {name} report could not be made: {told(result)}")
    return result


Wanted = TypeVar("Wanted")


def emit_each(
    report: Report, formats: Mapping[Wanted, str], settings: Mapping[str, Mapping[str, Any]], plugins: PluginSet
) -> tuple[Report, dict[Wanted, str | bytes]]:
    """The report in several formats, each plugin in a process of its own.

    A format that fails is missing from the result; the report, as the others show it, then names the failure.
    """
    results = {key: _emitted(report, name, settings, plugins, apart=True) for key, name in formats.items()}
    failures = dict.fromkeys(result for result in results.values() if isinstance(result, Failure))
    made = {key: result for key, result in results.items() if not isinstance(result, Failure)}
    if not failures:
        return report, made
    honest = replace(report, failures=(*report.failures, *failures))
    return emit_each(honest, {key: formats[key] for key in made}, settings, plugins)


def _emitted(
    report: Report, name: str, settings: Mapping[str, Mapping[str, Any]], plugins: PluginSet, *, apart: bool
) -> str | bytes | Failure:
    if name not in plugins.emitters:
        raise OptionError(f"no format named {name!r}; known are {', '.join(sorted(plugins.emitters))}")
    plugin, emitter = plugins.emitters[name]
    options = resolve(plugins, settings)[plugin.name]

    def work(_: Plugin) -> str | bytes:
        text = emitter.run(report, options)
        if not isinstance(text, str | bytes):
            raise TypeError(f"format {name} returned {type(text).__name__} instead of str or bytes")
        return str.__str__(text) if isinstance(text, str) else bytes(text)

    alone = int(apart and plugin.found != builtin())
    return each_isolated([plugin], "emit", lambda: DEFAULT_BUDGET, work, at_once=alone)[0]


def _loaders(plugins: PluginSet, how: Comparison, deadline: float, failures: list[Failure]) -> list[Loader]:
    """All loaders, those of plugins behind their walls: one that fails is told in `failures`."""
    return [
        loader if plugin.found == builtin() else _shielded(plugin, loader, how, deadline, failures)
        for plugin, loader in plugins.loaders
    ]


def _shielded(plugin: Plugin, loader: Loader, how: Comparison, deadline: float, failures: list[Failure]) -> Loader:
    """The loader, which passes as if no document were its own once its plugin has failed, and is not asked again."""

    def run(source: Source) -> Article | None:
        if any(failed.plugin == plugin.name for failed in failures):
            return None
        [result] = each_isolated(
            [plugin],
            "load",
            lambda: LOADING_SHARE * (deadline - time.monotonic()),
            lambda _: _loaded(loader, source),
            at_once=int(how.apart),
        )
        if isinstance(result, InputError):
            raise result
        if isinstance(result, Failure):
            failures.append(result)
            return None
        return result

    return replace(loader, run=run)


def _loaded(loader: Loader, source: Source) -> Article | InputError | None:
    """What a plugin's loader makes of `source`, checked; an InputError is a result, which is the document's fault."""
    try:
        article = loader.run(replace(source))
    except InputError as error:
        return InputError(str(error))
    if article is not None and not isinstance(article, Article):
        raise TypeError(f"input format {loader.name} returned {type(article).__name__} instead of an Article")
    return article and checked_article(article)


def _source(document: Document) -> Source:
    return document if isinstance(document, Source) else read_source(document)


def _article(
    source: Source,
    side: str,
    loaders: Sequence[Loader],
    input_format: str | None,
    failures: Sequence[Failure],
    role: str = "",
) -> Article:
    """The article in `source`, its blocks named `r1`, … or `v1`, …; notes and errors name the source, behind `role`."""
    try:
        article = load_with(loaders, source, input_format)
    except InputError as error:
        raise InputError("; ".join((f"{role}{error}", *map(told, failures)))) from None
    blocks = tuple(replace(block, id=f"{side}{number}") for number, block in enumerate(article.blocks, 1))
    notes = tuple(replace(note, message=f"{role}{source.name}: {note.message}") for note in article.notes)
    return replace(article, blocks=blocks, notes=notes)


def _kept(finding: Finding, how: Comparison) -> bool:
    if how.select and not _covers(how.select, finding.code):
        return False
    return finding.confidence >= how.min_confidence and not _covers(how.ignore, finding.code)


def _covers(names: Iterable[str], code: str) -> bool:
    """Whether a code, or the plugin it belongs to, is among `names`."""
    return any(name in (code, code.partition("/")[0]) for name in names)


def _check(how: Comparison, plugins: PluginSet) -> None:
    """Raise OptionError for a code that is not known and for a number that cannot be."""
    if not 0 <= how.min_confidence <= 1:
        raise OptionError(f"the least confidence has to be from 0 to 1, not {how.min_confidence}")
    if not 0 < how.budget < math.inf:
        raise OptionError(f"the budget has to be more than 0 seconds and finite, not {how.budget}")
    known = {rule.code for rule in plugins.rules}
    known |= {code.partition("/")[0] for code in known}
    for name in (*how.select, *how.ignore):
        if name not in known:
            raise plugins.no_such_code(name)


def _in_force(how: Comparison, plugins: PluginSet, settings: Mapping[str, Options]) -> dict[str, Any]:
    """What it takes to repeat the comparison; plugin settings where they differ from the default."""
    changed = {
        f"{plugin.name}.{name}": _told_value(settings[plugin.name][name])
        for plugin in plugins.plugins
        for name, option in declared(plugin).items()
        if settings[plugin.name][name] != option.default
    }
    return {
        "select": list(how.select),
        "ignore": list(how.ignore),
        "min_confidence": how.min_confidence,
        "budget": how.budget,
        "input_format": how.input_format,
        "text": how.text,
        "blocked_plugins": list(how.plugins.blocked),
        "installed_plugins": how.plugins.installed,
        "settings": changed,
    }


def _told_value(value: Any) -> Any:
    """A setting as JSON; of a file its name and SHA-256, as its place tells nothing to others."""
    if not isinstance(value, Path):
        return value if isinstance(value, str | int | float | bool | None) else str(value)
    if not value.is_file():
        return {"file": value.name}
    return {"file": value.name, "sha256": hashlib.sha256(value.read_bytes()).hexdigest()}

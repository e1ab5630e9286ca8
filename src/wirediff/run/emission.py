"""Turn a report, or an article, into formats, each format's plugin isolated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from wirediff.errors import OptionError, PluginError
from wirediff.host import BUILTIN, Plugin, PluginChoice, PluginSet, assemble, resolve
from wirediff.host._isolation import each_isolated
from wirediff.model import Article, Failure, Report
from wirediff.request import Request
from wirediff.run.disclosure import Disclosing, disclosed
from wirediff.run.garbage import uncollected
from wirediff.wording import describe_failure

K = TypeVar("K")


def emit(value: Report | Article, name: str, settings: Mapping[str, Mapping[str, Any]] | None = None) -> str | bytes:
    """Return a report or an article in the format `name`.

    Raises OptionError where no plugin brings that format, and PluginError where the one that does fails.
    """
    with uncollected():
        result = _emitted(value, name, settings or {}, assemble(PluginChoice()), forked=False)
    if isinstance(result, Failure):
        raise PluginError(describe_failure(result))
    return result


def emit_each(
    value: Disclosing, formats: Mapping[K, str], settings: Mapping[str, Mapping[str, Any]], plugins: PluginSet
) -> tuple[Disclosing, dict[K, str | bytes]]:
    """Return a report or an article in several formats, each made in a process of its own.

    A format that fails is missing from the result; what the other formats show then names the failure.
    """
    results = {key: _emitted(value, name, settings, plugins, forked=True) for key, name in formats.items()}
    failures = dict.fromkeys(result for result in results.values() if isinstance(result, Failure))
    made = {key: result for key, result in results.items() if not isinstance(result, Failure)}
    if not failures:
        return value, made
    return emit_each(disclosed(value, failures), {key: formats[key] for key in made}, settings, plugins)


def check_format(name: str, plugins: PluginSet, accepts: type = Report) -> None:
    """Raise OptionError where no plugin brings the format `name` for objects of the type `accepts`."""
    known = plugins.emitters(accepts)
    if name not in known:
        raise OptionError(f"unknown format {name!r} (choose from {', '.join(sorted(known))})")


def _emitted(
    value: Report | Article, name: str, settings: Mapping[str, Mapping[str, Any]], plugins: PluginSet, *, forked: bool
) -> str | bytes | Failure:
    check_format(name, plugins, type(value))
    plugin, emitter = plugins.emitters(type(value))[name]
    options = resolve(plugins, settings)[plugin.name]

    def work(_: Plugin) -> str | bytes:
        text = emitter.run(value, options)
        if not isinstance(text, str | bytes):
            raise TypeError(f"format {name} must return a string or bytes, got {type(text).__name__}")
        return str.__str__(text) if isinstance(text, str) else bytes(text)

    at_once = int(forked and plugin.found != BUILTIN)
    return each_isolated([plugin], "emit", lambda: Request.budget, work, at_once=at_once)[0]

"""What a shell completes: codes and formats."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from wirediff.host import PluginChoice, assemble
from wirediff.model import Article, Report


def complete_code(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the codes that begin as typed, and plugins for all their codes."""
    plugins = assemble(PluginChoice())
    every = [(plugin.name, "all its codes") for plugin in plugins.plugins if plugin.detectors]
    return _items([*every, *((rule.code, rule.summary) for rule in plugins.rules)], begun)


def complete_format(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the formats of reports that begin as typed."""
    return _formats(begun, Report)


def complete_article_format(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Return the formats of articles that begin as typed."""
    return _formats(begun, Article)


def _formats(begun: str, accepts: type) -> list[CompletionItem]:
    emitters = assemble(PluginChoice()).emitters(accepts)
    return _items(((name, emitter.summary) for name, (_, emitter) in emitters.items()), begun)


def _items(candidates: Iterable[tuple[str, str]], begun: str) -> list[CompletionItem]:
    return [CompletionItem(value, help=text) for value, text in candidates if value.startswith(begun)]

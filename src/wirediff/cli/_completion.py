"""Parameter types whose values a shell can complete."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from wirediff.host import PluginChoice, assemble


class _Completed(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4
    name = "text"

    def candidates(self) -> Iterable[tuple[str, str]]:
        """Yield values, each with a line of help."""
        raise NotImplementedError

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """Return the candidates that begin as typed."""
        return [CompletionItem(value, help=text) for value, text in self.candidates() if value.startswith(incomplete)]


class CodeParameter(_Completed):
    """A code, or a plugin for all of its codes; checked later, once the plugins are known."""

    name = "code"

    def candidates(self) -> Iterable[tuple[str, str]]:
        """Yield codes, and plugins with detectors."""
        plugins = assemble(PluginChoice())
        yield from ((plugin.name, "all its codes") for plugin in plugins.plugins if plugin.detectors)
        yield from ((rule.code, rule.summary) for rule in plugins.rules)


class FormatParameter(_Completed):
    """An output format; checked later, once the plugins are known."""

    name = "format"

    def candidates(self) -> Iterable[tuple[str, str]]:
        """Yield all formats."""
        return ((name, emitter.summary) for name, (_, emitter) in assemble(PluginChoice()).emitters.items())

"""The core's own plugin: the plain formats, which are there even if all other plugins are switched off."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from wirediff.hookspecs import hookimpl
from wirediff.model import Article, Emitter, Loader, Option


def _late(module: str, name: str = "emit") -> Callable[..., str]:
    """Return a function of one format's module that imports it when called: every command lists the formats."""

    def call(*arguments: object) -> str:
        text: str = getattr(import_module(f"wirediff.emitting.{module}"), name)(*arguments)
        return text

    return call


_TEXT_OPTIONS = (
    Option("width", "Columns of the text report; default: the terminal's, else 80.", int),
    Option("color", "Whether the text report has colours.", str, "auto", ("auto", "always", "never")),
)


@hookimpl
def wirediff_emitters() -> tuple[Emitter, ...]:
    """The formats that need no plugin."""
    return (
        Emitter("text", "What a terminal shows: assessment, ledger, findings", ".txt", _late("text"), _TEXT_OPTIONS),
        Emitter("json", "The whole report as JSON", ".json", _late("json"), schema=_late("json", "schema")),
        Emitter("markdown", "A summary for a ticket or a mail", ".md", _late("markdown")),
        Emitter("sarif", "SARIF 2.1.0, for continuous integration systems", ".sarif", _late("sarif")),
        Emitter(
            "text",
            "What a terminal shows of an article as it is read, and what is left out",
            ".txt",
            _late("article_text"),
            _TEXT_OPTIONS,
            accepts=Article,
        ),
        Emitter("json", "An article as JSON", ".json", _late("json", "emit_article"), accepts=Article),
    )


@hookimpl
def wirediff_loaders() -> tuple[Loader, ...]:
    """The input formats."""
    from wirediff.loading import LOADERS

    return LOADERS

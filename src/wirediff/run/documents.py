"""Load documents: each loader of a plugin isolated, so that a broken one costs only itself."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from os import PathLike
from types import MappingProxyType
from typing import TypeAlias

from wirediff.errors import InputError, OptionError
from wirediff.host import BUILTIN, Plugin, PluginChoice, PluginSet, active_plugins, assemble
from wirediff.host._checks import checked_article
from wirediff.host._isolation import each_isolated
from wirediff.loading import load_with, read_source
from wirediff.model import Article, Failure, Loader, Side, Source
from wirediff.request import Request
from wirediff.run.disclosure import disclosed
from wirediff.run.garbage import uncollected
from wirediff.run.redaction import covered
from wirediff.wording import describe_failure

Document: TypeAlias = "str | PathLike[str] | Source"
LOADING_SHARE = 0.25
"""Share of the remaining time that a plugin's loader may use for one document: two leave half for the rest."""


def load(document: Document, input_format: str | None = None) -> Article:
    """Return one document as the model's Article, its blocks named `r1`, `r2`, …; raises InputError."""
    return Reader(assemble(PluginChoice())).article(source(document), "reference", input_format)


def read(document: Document, request: Request, *, forked: bool = False) -> Article:
    """Return one document, read as `request` says, its blocks named `r1`, `r2`, ….

    Plugins that failed are incomplete notes, as any of them might have read it. Raises InputError, OptionError, and
    PluginError where a required plugin is missing.
    """
    plugins = active_plugins(request)
    reader = Reader(plugins, time.monotonic() + request.budget, exclude=request.exclude, forked=forked)
    with uncollected():
        article = reader.article(source(document), "reference", request.input_format)
    article = disclosed(article, (*plugins.failures, *reader.failures))
    return article if request.text else covered(article)


def source(document: Document) -> Source:
    """Return the bytes of a document; raises InputError."""
    return document if isinstance(document, Source) else read_source(document)


class Reader:
    """Makes articles of sources with the loaders of `plugins`, and collects the `failures` of those that break."""

    def __init__(
        self,
        plugins: PluginSet,
        deadline: float = math.inf,
        *,
        exclude: Mapping[str, Sequence[str]] = MappingProxyType({}),
        forked: bool = False,
    ) -> None:
        self.failures: list[Failure] = []
        self._exclude = exclude
        self._deadline = deadline
        self._at_once = int(forked)
        self._loaders: Sequence[Loader] = [
            loader if plugin.found == BUILTIN else self._isolated(plugin, loader) for plugin, loader in plugins.loaders
        ]

    def article(
        self, document: Source, side: Side, input_format: str | None = None, *, name_side: bool = False
    ) -> Article:
        """Return the article in `document`, its blocks named `r1`, … or `v1`, ….

        Notes and errors name the document, and its side where two documents have the same name. Raises InputError, and
        OptionError for an unknown format.
        """
        role = f"{side} " if name_side else ""
        try:
            article = load_with(self._loaders, replace(document, exclude=self._exclude), input_format)
        except InputError as error:
            raise InputError("; ".join((f"{role}{error}", *map(describe_failure, self.failures)))) from None
        blocks = tuple(replace(block, id=f"{side[0]}{number}") for number, block in enumerate(article.blocks, 1))
        notes = tuple(replace(note, message=f"{role}{document.name}: {note.message}") for note in article.notes)
        return replace(article, blocks=blocks, notes=notes)

    def _isolated(self, plugin: Plugin, loader: Loader) -> Loader:
        """Return a loader that reads nothing once its plugin has failed."""

        def run(document: Source) -> Article | None:
            if any(failed.plugin == plugin.name for failed in self.failures):
                return None
            [result] = each_isolated(
                [plugin],
                "load",
                lambda: LOADING_SHARE * (self._deadline - time.monotonic()),
                lambda _: _loaded(loader, document),
                at_once=self._at_once,
                passing=(OptionError, InputError),
            )
            if isinstance(result, Failure):
                self.failures.append(result)
                return None
            return result

        return replace(loader, run=run)


def _loaded(loader: Loader, document: Source) -> Article | None:
    """Return what a plugin's loader makes of a copy of `document`, checked."""
    article = loader.run(replace(document))
    if article is not None and not isinstance(article, Article):
        raise TypeError(f"input format {loader.name} must return an Article or None, got {type(article).__name__}")
    return article and checked_article(article)

"""Documents that desks have: office files, e-books, mail."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from wirediff import hookimpl
from wirediff.model import Article, Loader, Source


def imported(module: str) -> Callable[[Source], Article | None]:
    """The function `load` of a module of this package, imported when a document of its kind is first read."""

    def run(source: Source) -> Article | None:
        article: Article | None = import_module(f"{__name__}.{module}").load(source)
        return article

    return run


LOADERS: tuple[Loader, ...] = ()
"""The input formats of this plugin, each a module of its own."""


@hookimpl
def wirediff_loaders() -> tuple[Loader, ...]:
    """Return the input formats of this plugin."""
    return LOADERS

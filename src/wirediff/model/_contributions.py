"""What plugins contribute: detectors, emitters and loaders, with their options."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from wirediff.model._alignment import Alignment
from wirediff.model._articles import Article, Note, Source
from wirediff.model._findings import Finding, Rule
from wirediff.model._report import Report

Options: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Option:
    """A setting of a plugin, given as `--set PLUGIN.NAME=VALUE` or in the configuration file.

    `type` converts the text of a value (`int`, `float`, `str`, `bool`, `pathlib.Path`); `choices`, if any, are the only
    values allowed. Detectors and emitters receive the converted value, or `default`.
    """

    name: str
    help: str
    type: Callable[[str], Any] = str
    default: Any = None
    choices: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Detector:
    """`run(alignment, options)` yields the findings and notes of the declared `rules`."""

    name: str
    summary: str
    rules: tuple[Rule, ...]
    run: Callable[[Alignment, Options], Iterable[Finding | Note]]
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Emitter:
    """`run(report, options)` returns the report as text or bytes; `suffix` (such as `.html`) chooses it for `-o`.

    `schema()`, if any, returns the text of the schema that the output follows; `wirediff schema NAME` prints it.
    `accepts` is the type that `run` takes in place of a Report: `wirediff load` writes an Article with the emitters
    that accept one. Emitters of different types may have one name.
    """

    name: str
    summary: str
    suffix: str
    run: Callable[[Any, Options], str | bytes]
    options: tuple[Option, ...] = ()
    schema: Callable[[], str] | None = None
    accepts: type = Report


@dataclass(frozen=True)
class Loader:
    """`run(source)` returns an article, or None where the source is not of its format.

    A loader numbers blocks `b1`, `b2`, … or leaves the ids empty; the core gives them their final ones.

    `begins` are the first bytes that documents of the format may have. A loader with some is asked of such documents
    only, and before others: asking a plugin's loader takes a process.
    """

    name: str
    summary: str
    media_types: tuple[str, ...]
    run: Callable[[Source], Article | None]
    begins: tuple[bytes, ...] = ()

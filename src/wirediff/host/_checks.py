"""What plugins hand over is checked here, so that nothing behind the boundary has to doubt it.

Errors are raised as TypeError or ValueError whose text helps the plugin's author.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from wirediff.model import Alignment, Article, Block, Figure, Finding, Kind, Link, Metadata, Note, Severity, Span

MOST_MESSAGE = 2_000
"""Characters that are kept of a message, which is one sentence."""
MOST_DATA = 10_000_000
"""Values and characters in the data of one finding."""
MOST_NESTED = 50
_SEVERITIES = get_args(Severity)
_KINDS = get_args(Kind)


def checked_finding(finding: Finding, codes: Iterable[str], alignment: Alignment) -> Finding:
    """The same finding made of plain values; raises TypeError or ValueError where it is not what a finding is."""
    code = finding.code
    if not isinstance(code, str) or code not in codes:
        raise ValueError(f"code {code!r} is not declared")
    if finding.severity not in _SEVERITIES:
        raise ValueError(f"{code}: severity {finding.severity!r} is not one of {', '.join(_SEVERITIES)}")
    reference = _spans(code, finding.reference, alignment.reference, "reference")
    version = _spans(code, finding.version, alignment.version, "version")
    return Finding(
        code,
        finding.severity,
        _confidence(code, finding.confidence),
        _message(code, finding.message),
        reference,
        version,
        _data(code, finding.data),
    )


def checked_note(note: Note) -> Note:
    """The same note made of plain values."""
    for name, text in (("code", note.code), ("message", note.message)):
        if not isinstance(text, str) or not text.strip():
            raise TypeError(f"the {name} of a note is {_shown(text)}, not a text")
    return Note(str(note.code), _message(note.code, note.message), bool(note.incomplete))


def _confidence(code: str, value: Any) -> float:
    if type(value) is float and 0 <= value <= 1:  # most are
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{code}: confidence is {_shown(value)}, not a number")
    if not 0 <= value <= 1:
        raise ValueError(f"{code}: confidence is {value!r}, not between 0 and 1")
    return float(value)


def _message(code: str, value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{code}: the message is {_shown(value)}, not a text")
    if not value.strip():
        raise ValueError(f"{code}: the message is empty")
    return f"{value[:MOST_MESSAGE]}…" if len(value) > MOST_MESSAGE else str.__str__(value)


def _spans(code: str, spans: Any, article: Article, side: str) -> tuple[Span, ...]:
    if type(spans) is not tuple and (isinstance(spans, str) or not isinstance(spans, Iterable)):
        raise TypeError(f"{code}: {side} is {_shown(spans)}, not a tuple of spans")
    found: tuple[Any, ...] = tuple(spans)
    for span in found:
        _check_span(code, span, article, side)
    return found


def _check_span(code: str, span: Any, article: Article, side: str) -> None:
    if not isinstance(span, Span):
        raise TypeError(f"{code}: {side} holds {_shown(span)}, not a Span; a block's span(start, end) makes one")
    if not (isinstance(span.block, str) and type(span.start) is type(span.end) is int):
        raise TypeError(f"{code}: {span!r} has a wrong type in it")
    try:
        text = article.block(span.block).text
    except KeyError:
        raise ValueError(f"{code}: the {side} has no block {span.block!r}") from None
    if not 0 <= span.start <= span.end <= len(text):
        raise ValueError(f"{code}: {span!r} lies outside its block, which has {len(text)} characters")
    if text[span.start : span.end] != span.text:
        raise ValueError(f"{code}: {span!r} does not hold its text")


def _data(code: str, data: Any) -> dict[str, Any]:
    if type(data) is not dict and not isinstance(data, Mapping):
        raise TypeError(f"{code}: data is {_shown(data)}, not a mapping")
    try:
        return _Copy().mapping(data, 0)
    except (TypeError, ValueError) as error:
        raise type(error)(f"{code}: data {error}") from None


class _Copy:
    """Copies a JSON value, made of the built-in types; `size` counts its values and characters."""

    size = 0

    def value(self, value: Any, depth: int) -> Any:
        """The copy of any value."""
        kind = type(value)
        if kind is str:
            self._count(len(value))
            return value
        self._count(1)
        if value is None or value is True or value is False:
            return value
        if depth > MOST_NESTED:
            raise ValueError(f"is nested deeper than {MOST_NESTED} levels")
        if kind is dict or isinstance(value, Mapping):
            return self.mapping(value, depth)
        if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
            return kind([self.value(each, depth + 1) for each in value])
        return self._scalar(value)

    def mapping(self, value: Mapping[Any, Any], depth: int) -> dict[str, Any]:
        """The copy of a mapping, whose keys are texts."""
        copied = {}
        for key, each in value.items():
            if type(key) is not str:
                if not isinstance(key, str):
                    raise TypeError(f"has the key {key!r}, which is no text")
                key = str.__str__(key)
            if type(each) is str:  # most are
                self._count(len(key) + len(each))
                copied[key] = each
            else:
                self.size += len(key)
                copied[key] = self.value(each, depth + 1)
        return copied

    def _scalar(self, value: Any) -> str | float | int:
        if isinstance(value, str):
            self._count(len(value))
            return str.__str__(value)
        if isinstance(value, float):
            if not math.isfinite(value):
                raise ValueError(f"holds {value!r}, which JSON has not")
            return float(value)
        if isinstance(value, int):
            if value.bit_length() > 64:
                raise ValueError("holds a number of more than 64 bits, which JSON readers do not take")
            return int(value)
        raise TypeError(f"holds {_shown(value)}, which is no JSON value")

    def _count(self, size: int) -> None:
        self.size += size
        if self.size > MOST_DATA:
            raise ValueError(f"is larger than {MOST_DATA:,} characters")


def checked_article(article: Article) -> Article:
    """The same article with tuples; raises TypeError or ValueError where its fields are not what the model says."""
    _of_type("source.data", article.source.data, bytes)
    _of_type("title", article.title, str, type(None))
    _of_type("language", article.language, str)
    _of_type("metadata", article.metadata, Metadata)
    for name, values, kind in (
        ("blocks", article.blocks, Block),
        ("figures", article.figures, Figure),
        ("notes", article.notes, Note),
    ):
        _of_type(name, values, tuple, list)
        for value in values:
            _of_type(f"each of {name}", value, kind)
    figures = {figure.id for figure in article.figures}
    for block in article.blocks:
        _check_block(block, figures)
    return replace(
        article,
        blocks=tuple(article.blocks),
        figures=tuple(article.figures),
        notes=tuple(map(checked_note, article.notes)),
    )


def _check_block(block: Block, figures: Iterable[str]) -> None:
    for name, value in (("path", block.path), ("figure", block.figure)):
        _of_type(f"a block's {name}", value, str, type(None))
    for name, place in (("line", block.line), ("column", block.column)):
        _of_type(f"a block's {name}", place, int, type(None))
    _of_type("a block's text", block.text, str)
    if not block.text.strip():
        raise ValueError(f"block {block.id!r} has no text")
    if block.kind not in _KINDS:
        raise ValueError(f"block {block.id!r} is of the kind {block.kind!r}, which is none of {', '.join(_KINDS)}")
    if block.figure is not None and block.figure not in figures:
        raise ValueError(f"block {block.id!r} names a figure {block.figure!r} that the article has not")
    for link in block.links:
        _of_type("each of a block's links", link, Link)
        if not 0 <= link.start <= link.end <= len(block.text):
            raise ValueError(f"block {block.id!r}: {link!r} lies outside its text")


def _of_type(name: str, value: Any, *kinds: type) -> None:
    if not isinstance(value, kinds):
        raise TypeError(f"{name} is {_shown(value)}, not {' or '.join(kind.__name__ for kind in kinds)}")


def _shown(value: Any) -> str:
    return "None" if value is None else f"an object of the type {type(value).__name__}"

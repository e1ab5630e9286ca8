"""Check what plugins declare and deliver, so that nothing after the boundary has to doubt it.

Types are checked against the model's annotations (`wirediff.host._types`); here is what a type cannot say. Errors are
raised as TypeError or ValueError whose text helps the plugin's author.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from wirediff.host._types import check, check_fields, shown
from wirediff.model import (
    Alignment,
    Article,
    Block,
    Detector,
    Emitter,
    Finding,
    Loader,
    Note,
    Omission,
    Option,
    Rule,
    Severity,
    Span,
)

MAX_MESSAGE = 2_000
"""Characters that are kept of a message, which is one sentence."""
MAX_DATA = 10_000_000
"""Values and characters in the data of one finding: more makes a report that no viewer opens."""
MAX_NESTED = 50
"""Levels of lists and mappings in data; readers of JSON refuse far deeper ones, and a cycle has no end."""
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_OPTION = re.compile(r"[A-Za-z][\w-]*")
_SUFFIX = re.compile(r"(?:\.[\w-]+)+")
_SEVERITIES = get_args(Severity)
_DEFAULTS: Mapping[Any, tuple[type, ...]] = {int: (int,), float: (int, float), str: (str,), bool: (bool,)}
"""Types of options, and those that a default may have."""

# ── declarations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def check_declarations(
    name: str, detectors: Iterable[Detector], emitters: Iterable[Emitter], loaders: Iterable[Loader]
) -> None:
    """Raise TypeError or ValueError where the plugin `name` declares something invalid."""
    options: dict[str, Option] = {}
    codes: set[str] = set()
    kinds: dict[str, Iterable[Detector | Emitter | Loader]] = {
        "detector": detectors,
        "format": emitters,
        "input format": loaders,
    }
    for kind, items in kinds.items():
        for each in items:
            _check_name(kind, each.name, _NAME)
            check_fields(f"{kind} {each.name}", each)
            for rule in getattr(each, "rules", ()):
                _check_rule(f"{name}/", rule, codes)
            for option in getattr(each, "options", ()):
                _check_option(option)
                if options.setdefault(option.name, option) != option:
                    raise ValueError(f"option {option.name!r} is declared twice, and differently")
    for emitter in emitters:
        if not _SUFFIX.fullmatch(emitter.suffix):
            raise ValueError(f"format {emitter.name}: suffix must be like '.csv', got {emitter.suffix!r}")


def _check_name(kind: str, name: Any, names: re.Pattern[str]) -> None:
    if not (isinstance(name, str) and names.fullmatch(name)):
        raise ValueError(f"the name of {kind} {shown(name)} must consist of letters, digits, dots and hyphens")


def _check_rule(prefix: str, rule: Rule, codes: set[str]) -> None:
    """A code begins with its plugin's name, so that those of two plugins cannot collide."""
    where = f"code {rule.code!r}"
    if not rule.code.startswith(prefix):
        raise ValueError(f"{where} must begin with {prefix!r}")
    if not _NAME.fullmatch(rule.code.removeprefix(prefix)):
        raise ValueError(f"{where}: after {prefix!r} only letters, digits, dots and hyphens may follow")
    if rule.code in codes:
        raise ValueError(f"{where} is declared twice")
    codes.add(rule.code)
    for field in ("summary", "help"):
        if not getattr(rule, field).strip():
            raise ValueError(f"{where} must have a {field}")


def _check_option(option: Option) -> None:
    _check_name("option", option.name, _OPTION)
    if option.default is None:
        return
    kinds = _DEFAULTS.get(option.type) if isinstance(option.type, type) else None
    if kinds and type(option.default) not in kinds:
        raise TypeError(f"option {option.name!r}: default must be of the option's type, got {shown(option.default)}")
    if option.choices and option.default not in option.choices:
        raise ValueError(f"option {option.name!r}: default must be one of its choices, got {shown(option.default)}")


# ── findings and notes ───────────────────────────────────────────────────────────────────────────────────────────────


def checked_finding(finding: Finding, codes: Iterable[str], alignment: Alignment) -> Finding:
    """Return the same finding made of plain values; raises TypeError or ValueError where it is invalid."""
    code = finding.code
    if not isinstance(code, str) or code not in codes:
        raise ValueError(f"code {shown(code)} is not declared")
    try:
        if finding.severity not in _SEVERITIES:
            check("severity", finding.severity, Severity)
        return Finding(
            code,
            finding.severity,
            _confidence(finding.confidence),
            _message(finding.message),
            _spans(finding.reference, alignment.reference, "reference"),
            _spans(finding.version, alignment.version, "version"),
            _data(finding.data),
        )
    except (TypeError, ValueError) as error:
        raise type(error)(f"{code}: {error}") from None


def checked_note(note: Note) -> Note:
    """Return the same note made of plain values; raises TypeError or ValueError where it is invalid."""
    check_fields("note", note)
    if not note.code.strip():
        raise ValueError("note: code must not be empty")
    return Note(str(note.code), _message(note.message), note.incomplete)


def _confidence(value: Any) -> float:
    if type(value) is float and 0 <= value <= 1:  # most are
        return value
    check("confidence", value, float)
    if not 0 <= value <= 1:
        raise ValueError(f"confidence must be between 0 and 1, got {value!r}")
    return float(value)


def _message(value: Any) -> str:
    if type(value) is not str:
        check("message", value, str)
        value = str.__str__(value)
    if not value.strip():
        raise ValueError("message must not be empty")
    return f"{value[:MAX_MESSAGE]}…" if len(value) > MAX_MESSAGE else value


def _spans(spans: Any, article: Article, side: str) -> tuple[Span, ...]:
    if type(spans) is not tuple and (isinstance(spans, str) or not isinstance(spans, Iterable)):
        raise TypeError(f"{side} must be a tuple of spans, got {shown(spans)}")
    found: tuple[Any, ...] = tuple(spans)
    for span in found:
        _check_span(span, article, side)
    return found


def _check_span(span: Any, article: Article, side: str) -> None:
    if not isinstance(span, Span):
        raise TypeError(f"{side} must hold spans, as `block.span(start, end)` makes them, got {shown(span)}")
    if not (isinstance(span.block, str) and type(span.start) is type(span.end) is int):
        check_fields(side, span)
    try:
        text = article.block(span.block).text
    except KeyError:
        raise ValueError(f"the {side} has no block {span.block!r}") from None
    if not 0 <= span.start <= span.end <= len(text):
        raise ValueError(f"{span!r} lies outside its block, which has {len(text)} characters")
    if text[span.start : span.end] != span.text:
        raise ValueError(f"{span!r} does not hold its block's text")


def _data(data: Any) -> dict[str, Any]:
    if type(data) is not dict and not isinstance(data, Mapping):
        raise TypeError(f"`data` must be a mapping, got {shown(data)}")
    return _JsonCopy().mapping(data, 0)


class _JsonCopy:
    """Copies a JSON value, made of the built-in types; `size` counts its values and characters."""

    size = 0

    def value(self, value: Any, depth: int) -> Any:
        """Return the copy of any value."""
        kind = type(value)
        if kind is str:
            self._count(len(value))
            return value
        self._count(1)
        if value is None or value is True or value is False:
            return value
        if depth > MAX_NESTED:
            raise ValueError(f"`data` is nested deeper than {MAX_NESTED} levels")
        if kind is dict or isinstance(value, Mapping):
            return self.mapping(value, depth)
        if isinstance(value, (list, tuple)) and not hasattr(value, "_fields"):
            return kind([self.value(each, depth + 1) for each in value])
        return self._scalar(value)

    def mapping(self, value: Mapping[Any, Any], depth: int) -> dict[str, Any]:
        """Return the copy of a mapping, whose keys must be strings."""
        copied = {}
        for key, each in value.items():
            if type(key) is not str:
                if not isinstance(key, str):
                    raise TypeError(f"`data` keys must be strings, got {shown(key)}")
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
        if isinstance(value, float) and math.isfinite(value):
            return float(value)
        if isinstance(value, int) and value.bit_length() <= 64:  # readers of JSON take no more
            return int(value)
        raise TypeError(
            "`data` values must be strings, finite numbers, integers of at most 64 bits, true, false, None, lists or "
            f"mappings, got {shown(value)}"
        )

    def _count(self, size: int) -> None:
        self.size += size
        if self.size > MAX_DATA:
            raise ValueError(f"`data` must not be larger than {MAX_DATA:,} characters")


# ── articles ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def checked_article(article: Article) -> Article:
    """Return the same article with tuples; raises TypeError or ValueError where it is invalid."""
    check_fields("article", article)
    figures = {figure.id for figure in article.figures}
    for block in article.blocks:
        _check_block(block, figures)
    for omission in article.omitted:
        _check_omission(omission, len(article.blocks))
    return replace(
        article,
        blocks=tuple(article.blocks),
        figures=tuple(article.figures),
        notes=tuple(map(checked_note, article.notes)),
        omitted=tuple(article.omitted),
    )


def _check_block(block: Block, figures: Iterable[str]) -> None:
    if not block.text.strip():
        raise ValueError(f"block {block.id!r} has no text")
    if block.figure is not None and block.figure not in figures:
        raise ValueError(f"block {block.id!r} names a figure {block.figure!r} that the article doesn't have")
    for link in block.links:
        if not 0 <= link.start <= link.end <= len(block.text):
            raise ValueError(f"block {block.id!r}: {link!r} lies outside its text")


def _check_omission(omission: Omission, blocks: int) -> None:
    words = len(omission.text.split())
    if not words:
        raise ValueError("omitted: a passage has no text")
    if omission.words != words:
        raise ValueError(f"omitted: a passage of {words} words says that it has {omission.words}")
    if not 0 <= omission.after <= blocks:
        raise ValueError(f"omitted: a passage is after {omission.after} blocks of {blocks}")

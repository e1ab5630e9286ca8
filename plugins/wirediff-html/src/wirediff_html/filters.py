"""Filters without script: radio buttons, and the style rules by which a kind of finding shows while it is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wirediff.model import Rule, Severity
from wirediff.wording import SEVERITIES
from wirediff_html.marks import Kind, Mark, rank


@dataclass(frozen=True)
class Choice:
    """A radio button; `key` is its id in the page."""

    key: str
    label: str
    count: int
    code: str = ""


@dataclass(frozen=True)
class PluginChoices:
    """The radio button of a plugin, and those of its codes."""

    all: Choice
    codes: Sequence[Choice]


@dataclass(frozen=True)
class Filters:
    """Everything there is to choose from. `kinds` come mildest first, so that the gravest style rule wins."""

    severities: Sequence[Choice]
    plugins: Sequence[PluginChoices]
    kinds: Sequence[tuple[Kind, str]]
    total: int


def make_filters(marks: Sequence[Mark], rules: Iterable[Rule]) -> Filters:
    """Filters for the kinds that occur among `marks`; each kind comes with the radio buttons that show it."""
    summaries = {rule.code: rule.summary for rule in rules}
    by_code = Counter(mark.kind.code for mark in marks)
    by_severity = Counter(mark.kind.severity for mark in marks)
    codes = {code: f"c{number}" for number, code in enumerate(sorted(by_code), start=1)}
    plugins = {name: f"p{number}" for number, name in enumerate(sorted({mark.kind.plugin for mark in marks}), start=1)}
    kinds = {mark.kind: rank(mark) for mark in marks}
    return Filters(
        severities=[
            Choice(f"s-{name}", SEVERITIES[name], by_severity[name]) for name in SEVERITIES if by_severity[name]
        ],
        plugins=[
            PluginChoices(
                Choice(
                    key, name.replace("-", " ").capitalize(), sum(by_code[code] for code in codes if _of(code, name))
                ),
                [
                    Choice(codes[code], _sentence_case(summaries.get(code, code)), by_code[code], code)
                    for code in codes
                    if _of(code, name)
                ],
            )
            for name, key in plugins.items()
        ],
        kinds=[
            (kind, _selector(kind.severity, plugins[kind.plugin], codes[kind.code]))
            for kind in sorted(kinds, key=lambda kind: -kinds[kind])
        ],
        total=len(marks),
    )


def _of(code: str, plugin: str) -> bool:
    return code.partition("/")[0] == plugin


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _selector(severity: Severity, plugin: str, code: str) -> str:
    return f"body:has(#all:checked,#{plugin}:checked,#{code}:checked):has(#s-all:checked,#s-{severity}:checked)"

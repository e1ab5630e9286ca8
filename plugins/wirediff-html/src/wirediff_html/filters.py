"""Filters without script: radio buttons, and the style rules that show a kind of finding while its button is on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wirediff.model import Rule, Severity
from wirediff.wording import SEVERITIES
from wirediff_html.marks import FindingMark, MarkKind, rank


@dataclass(frozen=True)
class Button:
    """A radio button; `key` is its id in the page."""

    key: str
    label: str
    count: int
    code: str = ""


@dataclass(frozen=True)
class PluginButtons:
    """The radio button of a plugin, and those of its codes."""

    all: Button
    codes: Sequence[Button]


@dataclass(frozen=True)
class Filters:
    """All buttons. `kinds` come least serious first, so that the style rule of the most serious wins."""

    severities: Sequence[Button]
    plugins: Sequence[PluginButtons]
    kinds: Sequence[tuple[MarkKind, str]]
    total: int


def make_filters(marks: Sequence[FindingMark], rules: Iterable[Rule]) -> Filters:
    """Return filters for the kinds that occur among `marks`; each kind comes with the buttons that show it."""
    summaries = {rule.code: rule.summary for rule in rules}
    counts = Counter(mark.kind.code for mark in marks)
    by_severity = Counter(mark.kind.severity for mark in marks)
    codes = {
        code: Button(f"c{number}", _sentence_case(summaries.get(code, code)), counts[code], code)
        for number, code in enumerate(sorted(counts), start=1)
    }
    plugins = {
        name: _plugin_buttons(f"p{number}", name, [button for code, button in codes.items() if name == _plugin(code)])
        for number, name in enumerate(sorted(set(map(_plugin, codes))), start=1)
    }
    kinds = {mark.kind: rank(mark) for mark in marks}
    return Filters(
        severities=[
            Button(f"s-{name}", SEVERITIES[name], by_severity[name]) for name in SEVERITIES if by_severity[name]
        ],
        plugins=list(plugins.values()),
        kinds=[
            (kind, _selector(kind.severity, plugins[kind.plugin].all.key, codes[kind.code].key))
            for kind in sorted(kinds, key=lambda kind: -kinds[kind])
        ],
        total=len(marks),
    )


def _plugin(code: str) -> str:
    return code.partition("/")[0]


def _plugin_buttons(key: str, name: str, codes: Sequence[Button]) -> PluginButtons:
    label = name.replace("-", " ").capitalize()
    return PluginButtons(Button(key, label, sum(button.count for button in codes)), codes)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _selector(severity: Severity, plugin: str, code: str) -> str:
    return f"body:has(#all:checked,#{plugin}:checked,#{code}:checked):has(#s-all:checked,#s-{severity}:checked)"

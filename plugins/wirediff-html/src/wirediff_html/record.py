"""The record of settings."""

from __future__ import annotations

from typing import Any

from wirediff.model import Report

OPTIONS = {
    "blocked_plugins": "Plugins switched off",
    "budget": "Time limit (s)",
    "exclude": "Parts of pages excluded",
    "ignore": "Findings left out",
    "input_format": "Input format",
    "installed_plugins": "Installed plugins used",
    "min_confidence": "Minimum confidence",
    "select": "Findings requested",
    "settings": "Settings",
    "text": "Article text included",
}
"""The names of a comparison's options in the record."""


def settings(report: Report) -> list[tuple[str, str]]:
    """Return the options in force, by name, as text."""
    return [
        (OPTIONS.get(name, name), _text(value))
        for name, value in sorted(report.options.items())
        if value not in (None, (), [], {})
    ]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} = {_text(each)}" for name, each in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(_text(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)

"""What the cover says of limits, and the record of settings."""

from __future__ import annotations

from typing import Any

from wirediff import wording
from wirediff.model import Report
from wirediff.wording import shorten

OPTIONS = {
    "blocked_plugins": "Plugins switched off",
    "budget": "Time limit (s)",
    "ignore": "Findings left out",
    "input_format": "Input format",
    "installed_plugins": "Installed plugins used",
    "min_confidence": "Minimum confidence",
    "select": "Findings requested",
    "settings": "Settings",
    "text": "Article text included",
}
"""The names of a comparison's options in the record."""
MOST = 400
"""Characters of a message on the cover; a plugin's error may be of any length."""


def alerts(report: Report) -> list[str]:
    """Return why something that is not listed may still differ; shown at the top."""
    return [shorten(message, MOST) for message in wording.alerts(report)]


def reservations(report: Report) -> list[str]:
    """Return what was not compared, or only in part, in sentences."""
    return [shorten(message, MOST) for message in wording.reservations(report)]


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

"""What the report does not rest on: unread input, failed plugins, images, codes that were left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wirediff import wording
from wirediff.model import Report
from wirediff.wording import shorten

OPTIONS = {
    "blocked_plugins": "Plugins switched off",
    "budget": "Seconds allowed",
    "ignore": "Kinds of findings left out",
    "input_format": "Format of the documents",
    "installed_plugins": "Installed plugins used",
    "min_confidence": "Least confidence",
    "select": "Kinds of findings asked for",
    "settings": "Settings",
    "text": "Text of the documents shown",
}
"""What the options of a comparison are called in the record."""
MOST = 400
"""Characters of a message on the cover; a plugin's error may be of any length."""


def alerts(report: Report) -> list[str]:
    """What makes silence mean something other than "no difference"; said at the top."""
    return [shorten(message, MOST) for message in wording.alerts(report)]


def reservations(report: Report) -> list[str]:
    """What was not examined, or only with reservations, in sentences."""
    notes = dict.fromkeys(note.message for note in report.notes if not note.incomplete)
    return [*_left_out(report), *(shorten(message, MOST) for message in notes), *_pictures(report), *_always()]


def _left_out(report: Report) -> Iterator[str]:
    options = report.options
    for name, sentence in (
        ("select", "Only these kinds of findings were asked for: {}."),
        ("ignore", "These kinds of findings were left out on request: {}."),
    ):
        codes = options.get(name)
        if codes and not isinstance(codes, str):
            yield sentence.format(", ".join(str(code) for code in codes))
    if options.get("text") is False:
        yield "The text of the documents is covered on request, but for the words that findings are about."
    least = options.get("min_confidence")
    if isinstance(least, (int, float)) and least > 0:
        yield f"Findings of a confidence under {least:g} were left out on request."


def _pictures(report: Report) -> Iterator[str]:
    counts = len(report.reference.figures), len(report.version.figures)
    if any(counts):
        yield (
            f"The pictures themselves ({counts[0]:,} in the reference, {counts[1]:,} in the version) were not "
            "examined: only their captions, credits and addresses were compared."
        )


def _always() -> Iterator[str]:
    yield "Whether any statement in either document is true was not examined."


def settings(report: Report) -> list[tuple[str, str]]:
    """The options in force, by name, as text."""
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

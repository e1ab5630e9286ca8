"""What the report does not rest on: unread input, failed plugins, images, codes that were left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wirediff.model import Failure, Report, Stage

STAGES: dict[Stage, str] = {
    "import": "could not be loaded",
    "register": "could not be registered",
    "load": "failed while reading",
    "detect": "failed while looking for findings",
    "emit": "failed while writing",
}


def alerts(report: Report) -> list[str]:
    """What makes silence mean something other than "no difference"; said at the top."""
    failed = [describe_failure(failure) for failure in report.failures]
    return [*failed, *(note.message for note in report.notes if note.incomplete)]


def describe_failure(failure: Failure) -> str:
    """One sentence on a failed plugin."""
    name = " ".join(part for part in (failure.plugin, failure.plugin_version) if part)
    return f"The plugin {name} {STAGES[failure.stage]}; its results are missing: {failure.error}"


def not_checked(report: Report) -> list[str]:
    """What was not examined, in sentences, gravest first."""
    return [*alerts(report), *_left_out(report), *_pictures(report), *_always()]


def remarks(report: Report) -> list[str]:
    """Notes that disclose a choice without making the result doubtful."""
    return list(dict.fromkeys(note.message for note in report.notes if not note.incomplete))


def _left_out(report: Report) -> Iterator[str]:
    options = report.options
    for name, wording in (
        ("select", "Only these kinds of findings were asked for: {}."),
        ("ignore", "These kinds of findings were left out on request: {}."),
    ):
        codes = options.get(name)
        if codes and not isinstance(codes, str):
            yield wording.format(", ".join(str(code) for code in codes))
    least = options.get("min_confidence")
    if isinstance(least, (int, float)) and least > 0:
        yield f"Findings of a confidence under {least:g} were left out on request."


def _pictures(report: Report) -> Iterator[str]:
    counts = len(report.reference.figures), len(report.version.figures)
    if any(counts):
        yield (
            f"The pictures themselves ({counts[0]} in the reference, {counts[1]} in the version): only their captions, "
            "credits and addresses were compared."
        )


def _always() -> Iterator[str]:
    yield "Whether any statement in either document is true."


def settings(report: Report) -> list[tuple[str, str]]:
    """The options in force, by name, as text."""
    return [
        (str(name), _text(value)) for name, value in sorted(report.options.items()) if value not in (None, (), [], {})
    ]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} = {_text(each)}" for name, each in value.items())
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(_text(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)

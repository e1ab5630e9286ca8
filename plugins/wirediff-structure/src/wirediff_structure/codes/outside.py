"""A passage that neither side has in its article, and that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wirediff.model import Alignment, Example, Finding, Omission, Rule
from wirediff.wording import excerpt


def _page(notice: str, teaser: str) -> str:
    return (
        "<main><article><h1>Ferry line to close in May</h1>"
        "<p>The harbour council met on Tuesday evening and voted to close the line to Gull Island.</p>"
        "<p>Forty pupils cross the sound every morning, and nobody has told them how they will from June.</p></article>"
        f"<aside class='related'><a href='/1'>{teaser}</a></aside></main><footer><p>{notice}</p></footer>"
    )


RULE = Rule(
    "structure/outside",
    "passage outside the article differs",
    "Both pages leave a passage out of the article (a notice, a box, a caption that was not recognised), and it says "
    "nearly the same on both. `data.reference` and `data.version` hold its text, where it is, and why it was left out. "
    "Only sentences count, and between the article's blocks anything of five words or more. Teasers, dates, counters "
    "and advertising that come and go are ignored, and so is what `exclude` in the configuration file names.",
    "note",
    nature="form",
    message="Outside the article, “{old}” became “{new}”.",
    examples=(
        Example(
            _page("Readers may quote up to ten lines of each article without asking.", "Mayor opens bridge"),
            _page("Readers may quote up to ten lines of each article after asking.", "Storm closes school"),
            (
                (
                    "Readers may quote up to ten lines of each article without asking.",
                    "Readers may quote up to ten lines of each article after asking.",
                ),
            ),
            "text/html",
        ),
        Example(
            _page("Readers may quote up to ten lines of each article without asking.", "Mayor opens bridge"),
            _page("Readers may quote up to ten lines of each article without asking.", "Storm closes school"),
            media_type="text/html",
        ),
    ),
)
_BEFORE = 4
"""Words quoted before the first that differs, so that a reader finds the place."""


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each passage outside both articles that differs."""
    for reference, version in alignment.outside:
        words = reference.text.split(), version.text.split()
        first = _first_difference(*words)
        message = RULE.message.format(old=_quoted(words[0], first), new=_quoted(words[1], first))
        yield RULE.finding(message, reference=_place(reference), version=_place(version))


def _first_difference(reference: Sequence[str], version: Sequence[str]) -> int:
    pairs = enumerate(zip(reference, version, strict=False))
    return next((number for number, (old, new) in pairs if old != new), min(len(reference), len(version)))


def _quoted(words: Sequence[str], first: int) -> str:
    start = max(first - _BEFORE, 0)
    return f"{'… ' if start else ''}{excerpt(' '.join(words[start:]))}"


def _place(omission: Omission) -> dict[str, Any]:
    return {"text": omission.text, "path": omission.path, "line": omission.line, "reason": omission.reason}

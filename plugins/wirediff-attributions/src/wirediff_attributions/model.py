"""Attributed statements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from wirediff.model import Span

Slots: TypeAlias = dict[str, str | None]
StatementKind: TypeAlias = Literal["direct", "mixed", "indirect", "attitude"]


class Statement(NamedTuple):
    """What someone is reported to have said or thought.

    `speaker`, `title`, `cue` and `content` are places in the text, in order; `name` is the speaker by name where
    pronouns and descriptions could be resolved.
    """

    kind: StatementKind
    content: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    title: tuple[Span, ...] = ()
    name: str | None = None
    finite: bool = True
    """Whether a verb with a subject of its own reports it, rather than a noun, an infinitive or a passive."""
    nested: bool = False
    """Whether it is within the content of another statement."""

    @property
    def content_text(self) -> str:
        """All of the content, its stretches separated by an ellipsis."""
        return text_of(self.content)


def text_of(spans: Iterable[Span]) -> str:
    """Return the texts of `spans` as one."""
    return " … ".join(span.text for span in spans)


def slots(statement: Statement | None, content: str) -> Slots:
    """Return what a finding says about one side; `content` is the words that it is about."""
    if statement is None:
        return {"speaker": None, "title": None, "cue": None, "content": content}
    return {
        "speaker": statement.name or text_of(statement.speaker) or None,
        "title": text_of(statement.title) or None,
        "cue": text_of(statement.cue) or None,
        "content": content,
    }

"""What is in force inside a group of RTF; what it changes ends with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from wirediff_documents.rtf.story import Properties
from wirediff_documents.rtf.targets import PLAIN, Face, Target, Writer


@dataclass
class Group:
    """One group: where its text goes, how that looks, what is said of the paragraph.

    `name` is that of the destination that it is in. `writer` writes the story that it is in, whatever takes its text.
    `fallback` is how many characters for older programs follow one in Unicode. `code` is that of the field around it.
    """

    target: Target
    writer: Writer
    face: Face = PLAIN
    properties: Properties = field(default_factory=Properties)
    fallback: int = 1
    name: str = ""
    code: list[str] = field(default_factory=list)
    is_skipped: bool = False
    is_optional: bool = False
    at_start: bool = True
    ends: list[Callable[[], None]] = field(default_factory=list)

    def inner(self) -> Group:
        """A group inside this one, in which the same is in force."""
        properties = replace(self.properties)
        return replace(self, properties=properties, is_optional=False, at_start=True, ends=[])

    def takes(self, target: Target) -> None:
        """Let the text of this group go to `target`."""
        self.target = target
        self.ends.append(target.end)

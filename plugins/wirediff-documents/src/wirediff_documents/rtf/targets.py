"""Where the text of RTF's groups goes: to the story, to what collects it, or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wirediff_documents.inline import Unseen
from wirediff_documents.rtf.story import Properties, Story


@dataclass(frozen=True)
class Face:
    """How text looks, and the number of its font."""

    font: int = -1
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    revised: bool = False


PLAIN = Face()


class Target:
    """Takes the text of a group, and of the groups in it; this one drops it."""

    def text(self, text: str, face: Face) -> None:
        """Take text."""

    def line(self) -> None:
        """Take the end of a paragraph or line."""

    def end(self) -> None:
        """The group is over."""


class Collector(Target):
    """Collects text, paragraphs in lines of their own, for what is called with it in the end."""

    def __init__(self, use: Callable[[str], None]) -> None:
        self._pieces: list[str] = []
        self._use = use

    def text(self, text: str, face: Face) -> None:  # noqa: ARG002
        """Take text, however it looks."""
        self._pieces.append(text)

    def line(self) -> None:
        """Begin a line."""
        self._pieces.append("\n")

    def end(self) -> None:
        """Hand over what was collected."""
        self._use("".join(self._pieces).strip())


class Writer(Target):
    """Writes text to a story, what is hidden or was deleted apart."""

    def __init__(self, story: Story, use: Callable[[Story], None]) -> None:
        self.story = story
        self.properties = Properties()
        self._use = use
        self._unseen: Unseen | None = None

    def text(self, text: str, face: Face) -> None:
        """Take text."""
        if face.hidden or face.deleted:
            self._unseen = self._unseen or Unseen(self.story.inline)
            self._unseen.add(text, "hidden")
        else:
            self.story.inline.text(text, bold=face.bold, italic=face.italic)

    def line(self) -> None:
        """Leave out what was not seen of the paragraph, which ends."""
        for text, reason in self._unseen.texts() if self._unseen else ():
            self.story.leave(text, reason)
        self._unseen = None

    def end(self) -> None:
        """Hand over the story, its last paragraph with what was said of that last."""
        self.line()
        self.story.end(self.properties)
        self._use(self.story)

"""Paragraphs and tables of an RTF document in the making, to be written to a page in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from operator import methodcaller
from typing import Any, TypeAlias

from wirediff.model import Reason
from wirediff_documents.inline import Inline
from wirediff_documents.names import class_names, role_of
from wirediff_documents.page import Page, Place, Role
from wirediff_documents.styles import Style, Styles

Event: TypeAlias = Callable[[Page], Any]
_TABLE = ("table", "tr", "td")


@dataclass
class Properties:
    """What is said of the paragraph that is read, until it is all taken back."""

    style: str = "s0"
    outline: int | None = None
    is_item: bool = False
    in_table: bool = False
    is_drop_cap: bool = False
    """Whether the paragraph holds the large first letter of the next one."""


def places() -> Iterator[Place]:
    """The places of a document's paragraphs, wherever they are."""
    return (Place(f"p[{number}]", number) for number in count(1))


class Story:
    """The text of the document, of a note, or of a text box: what is to be done with a page, in order."""

    def __init__(self, styles: dict[str, Style], numbers: Iterator[Place]) -> None:
        self._styles = styles
        self._numbers = numbers
        self._opened = 0
        self._left: list[tuple[str, Reason]] = []
        self.events: list[Event] = []
        self.boxes: list[Story] = []
        self.inline = Inline()

    def end_paragraph(self, properties: Properties) -> None:
        """End the paragraph; text boxes in it come after it."""
        if properties.is_drop_cap:
            return
        place = next(self._numbers)
        self._open(len(_TABLE) if properties.in_table else 0)
        names = Styles(self._styles).names(properties.style)
        self.events.extend(methodcaller("omit", text, reason, place) for text, reason in self._left)
        role = _role(Styles(self._styles), names, properties)
        self.events.append(methodcaller("paragraph", self.inline, role, place, class_names(names)))
        self.inline, self._left = Inline(), []
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.events.extend(box.events)

    def end_cell(self, properties: Properties) -> None:
        """End the cell, and the paragraph in it."""
        properties.in_table = True
        self._open(len(_TABLE))
        if not self.inline.is_empty or self._left:
            self.end_paragraph(properties)
        self._open(len(_TABLE) - 1)

    def end_row(self) -> None:
        """End the row of a table."""
        self._open(min(self._opened, 1))

    def end(self, properties: Properties) -> None:
        """End the last paragraph, which may have no mark, and all tables."""
        if not self.inline.is_empty or self._left or self.boxes:
            self.end_paragraph(properties)
        self._open(0)

    def leave(self, text: str, reason: Reason) -> None:
        """Leave text out of the paragraph."""
        if text.strip():
            self._left.append((text, reason))

    def _open(self, wanted: int) -> None:
        """Let as many elements of a table be open as are `wanted`: none, the table, a row, a cell."""
        while self._opened > wanted:
            self._opened -= 1
            self.events.append(methodcaller("close", _TABLE[self._opened]))
        while self._opened < wanted:
            self.events.append(methodcaller("open", _TABLE[self._opened]))
            self._opened += 1


def _role(styles: Styles, names: tuple[str, ...], properties: Properties) -> Role:
    named = role_of(names)
    if named:
        return named
    if properties.outline is not None or styles.outline(properties.style) is not None:
        return "subheading"
    return "item" if properties.is_item else "paragraph"

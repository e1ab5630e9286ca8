"""The text of a Word document's part: its paragraphs and tables in order, as they are if all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from wirediff.model import Reason
from wirediff_documents.docx.reading import (
    DELETED,
    HOLDERS,
    INSERTED,
    Reading,
    chosen,
    is_drop_cap,
    is_mark_deleted,
    plain,
)
from wirediff_documents.docx.styles import outline_of
from wirediff_documents.docx.words import Words
from wirediff_documents.inline import Inline
from wirediff_documents.names import class_names, role_of
from wirediff_documents.page import Place, Role
from wirediff_documents.trees import attribute, child, descendants, local


class Story:
    """Writes what one part of a document holds to the page of its reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._number = 0
        self._carried: Inline | None = None

    def add(self, holder: Iterable[_Element]) -> None:
        """Add the paragraphs and tables in an element, in order."""
        for element in holder:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in HOLDERS or name in INSERTED:
                self.add(element)
            elif name in DELETED:
                self._leave(element, DELETED[name])
            elif name == "AlternateContent":
                self.add(chosen(element))
            elif name == "altChunk":
                self._reading.foreign.append(attribute(element, "id") or "")

    def _place(self) -> Place:
        """The place of the next paragraph, those counted that were deleted."""
        self._number += 1
        return Place(f"{self._reading.part}/p[{self._number}]", self._number)

    def _paragraph(self, element: _Element) -> None:
        place = self._place()
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        inline, self._carried = self._carried or Inline(), None
        Words(self._reading, inline, style, place).add(element)
        if is_mark_deleted(properties):
            self._reading.changes["del"] += 1
            self._carried = inline
        elif is_drop_cap(properties):
            self._carried = inline
        else:
            names = self._reading.styles.names(style)
            self._reading.page.paragraph(inline, self._role(properties, style, names), place, class_names(names))
        boxes, self._reading.boxes = self._reading.boxes, []
        for box in boxes:
            self.add(box)

    def _role(self, properties: _Element | None, style: str | None, names: tuple[str, ...]) -> Role:
        """The role of a paragraph: by its style's name, as a heading of some level, or as an item of a list."""
        named = role_of(names)
        if named:
            return named
        level = outline_of(properties)
        if level is None:
            level = self._reading.styles.outline(style)
        if level is not None:
            return "subheading"
        return "item" if self._is_item(properties, style) else "paragraph"

    def _is_item(self, properties: _Element | None, style: str | None) -> bool:
        """Whether a paragraph is numbered or has a bullet; the number 0 takes away what its style gives."""
        number = attribute(child(properties, "numPr", "numId"), "val")
        return number != "0" and (number is not None or self._reading.styles.is_item(style))

    def _table(self, table: _Element) -> None:
        page = self._reading.page
        page.open("table")
        for row in _inside(table, "tr"):
            if child(row, "trPr", "del") is not None:
                self._leave(row, "hidden")
                continue
            page.open("tr")
            for cell in _inside(row, "tc"):
                page.open("td")
                self.add(cell)
                page.close("td")
            page.close("tr")
        page.close("table")

    def _leave(self, element: _Element, reason: Reason) -> None:
        """Leave out paragraphs or rows that were deleted."""
        self._reading.changes["del" if reason == "hidden" else "moveFrom"] += 1
        for paragraph in descendants(element, "p"):
            self._reading.page.omit(plain(paragraph), reason, self._place())


def _inside(element: _Element, name: str) -> Iterator[_Element]:
    """The rows of a table, or the cells of a row, also those within elements that only hold them."""
    for each in element:
        if local(each) == name:
            yield each
        elif local(each) in HOLDERS or local(each) in INSERTED:
            yield from _inside(each, name)

"""The text of an OpenDocument: its paragraphs, lists and tables in order, as they are if all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from wirediff_documents.inline import Inline
from wirediff_documents.names import class_names, role_of
from wirediff_documents.odt.reading import LINES, PART, Reading, plain
from wirediff_documents.odt.styles import key
from wirediff_documents.odt.words import Words
from wirediff_documents.page import Place, Role
from wirediff_documents.trees import attribute, children, local

_PASSED_OVER = frozenset({"tracked-changes", "forms", "annotation", "annotation-end"})
"""Elements between paragraphs that are no part of the text, or whose text is left out where they are referred to."""
_ROWS = frozenset({"table-row", "table-header-rows", "table-rows", "table-row-group"})


class Story:
    """Writes the text to the page of its reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._number = 0

    def add(self, holder: Iterable[_Element], role: Role | None = None) -> None:
        """Add the paragraphs and tables in an element, in order; `role` is that of paragraphs in it."""
        for element in holder:
            name = local(element)
            if name in LINES:
                self._paragraph(element, role)
            elif name == "table":
                self._table(element)
            elif name == "section" and _is_hidden(element):
                self._reading.page.omit(plain(element), "hidden", Place(f"{PART}/{attribute(element, 'name')}"))
            elif name in ("list", "numbered-paragraph"):
                self.add(element, "item")
            elif name == "frame":
                self._paragraph(element, role)
            elif name not in _PASSED_OVER:
                self.add(element, role)

    def add_notes(self) -> None:
        """Add footnotes, then endnotes, in the order of their signs in the text."""
        page = self._reading.page
        for notes in self._reading.notes.values():
            page.open("ol")
            for note in notes:
                page.open("li")
                for body in children(note, "note-body"):
                    self.add(body)
                page.close("li")
            page.close("ol")

    def _paragraph(self, element: _Element, role: Role | None) -> None:
        self._number += 1
        place = Place(f"{PART}/p[{self._number}]", self._number)
        style = key("paragraph", attribute(element, "style-name"))
        inline = Inline()
        words = Words(self._reading, inline, style, place)
        if local(element) == "frame":
            words.draw(element)
        else:
            words.add(element)
        names = self._reading.styles.names(style)
        self._reading.page.paragraph(inline, self._role(element, style, names, role), place, class_names(names))
        boxes, self._reading.boxes = self._reading.boxes, []
        for box in boxes:
            self.add(box)

    def _role(self, element: _Element, style: str, names: tuple[str, ...], around: Role | None) -> Role:
        """The role of a paragraph: by its style's name, as a heading of some level, or by what is around it."""
        named = role_of(names)
        if named:
            return named
        if local(element) == "h" or self._reading.styles.outline(style) is not None:
            return "subheading"
        return around or "paragraph"

    def _table(self, table: _Element) -> None:
        page = self._reading.page
        page.open("table")
        for row in _rows(table):
            page.open("tr")
            for cell in children(row, "table-cell"):
                page.open("td")
                self.add(cell)
                page.close("td")
            page.close("tr")
        page.close("table")


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, also those in its heading and in groups."""
    for each in table:
        if local(each) == "table-row":
            yield each
        elif local(each) in _ROWS:
            yield from _rows(each)


def _is_hidden(section: _Element) -> bool:
    return attribute(section, "display") == "none" or attribute(section, "is-hidden") == "true"

"""What the readers of a Word document's paragraphs share, and what they know of its elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from wirediff.model import Reason
from wirediff_documents.docx.fields import Fields
from wirediff_documents.docx.notes import Notes
from wirediff_documents.docx.parts import Relation
from wirediff_documents.page import Page
from wirediff_documents.styles import Styles
from wirediff_documents.trees import attribute, child, local

HOLDERS = frozenset({"customXml", "smartTag", "sdt", "sdtContent", "bdo", "dir", "fldSimple"})
"""Elements that only hold others, around paragraphs or in them."""
INSERTED = frozenset({"ins", "moveTo"})
DELETED: Mapping[str, Reason] = {"del": "hidden", "moveFrom": "repeated"}
"""Changes that take text away, and what it is once they are accepted: what was moved is at its new place."""
TYPED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": "\u00ad"}
"""Elements that mean a character."""

_PROPERTIES = frozenset({"pPr", "rPr", "tblPr", "trPr", "tcPr"})


@dataclass
class Reading:
    """One part of a document while it is read: what it refers to, and what was found in it so far.

    `changes` counts the tracked changes; `boxes` are the text boxes of the paragraph that is read, which come after it;
    `foreign` are the parts in other formats that are shown within the text.
    """

    part: str
    relations: Mapping[str, Relation]
    styles: Styles
    page: Page
    notes: Notes
    fields: Fields = field(default_factory=Fields)
    changes: Counter[str] = field(default_factory=Counter)
    boxes: list[_Element] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def chosen(alternatives: _Element) -> _Element:
    """Of several forms of one content the first, which newer programs show; the other repeats it for older ones."""
    return next(iter(alternatives), alternatives)


def current(element: _Element) -> Iterator[_Element]:
    """What is inside an element, each form of a content once, and no properties."""
    for each in element.iterchildren(etree.Element):
        name = local(each)
        if name == "AlternateContent":
            yield from current(chosen(each))
        elif name not in _PROPERTIES:
            yield each
            yield from current(each)


def plain(element: _Element) -> str:
    """The text of an element and what is in it, a new line before each paragraph, deleted text included."""
    pieces: list[str] = []
    for each in current(element):
        name = local(each)
        if name == "p":
            pieces.append("\n")
        elif name in ("t", "delText"):
            pieces.append(each.text or "")
        elif name in TYPED:
            pieces.append(TYPED[name])
    return "".join(pieces)


def is_drop_cap(properties: _Element | None) -> bool:
    """Whether a paragraph holds the large first letter of the next one, as Word has it."""
    return attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin")


def is_mark_deleted(properties: _Element | None) -> bool:
    """Whether a paragraph goes on in the next one, as the mark between both was deleted or moved."""
    return any(child(properties, "rPr", name) is not None for name in DELETED)

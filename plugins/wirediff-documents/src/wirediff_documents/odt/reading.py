"""What the readers of an OpenDocument text's paragraphs share, and what they know of its elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from wirediff_documents.page import Page
from wirediff_documents.styles import Styles
from wirediff_documents.trees import attribute, local

PART = "content.xml"
TYPED = {"tab": "\t", "line-break": "\n"}
"""Elements that mean a character."""
LINES = frozenset({"p", "h"})
"""Elements that are paragraphs."""
_MOST_SPACES = 1000
"""More in a row mean nothing, but any number can be written."""


@dataclass
class Reading:
    """The text while it is read, and what was found in it so far.

    `deleted` are the passages that tracked changes took away, by the names of the changes. `boxes` are the text boxes
    of the paragraph that is read, which come after it; `objects` are parts that it shows as pictures. `notes` are the
    footnotes and endnotes, which come at the end.
    """

    styles: Styles
    page: Page
    deleted: Mapping[str, _Element]
    boxes: list[_Element] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    notes: dict[str, list[_Element]] = field(default_factory=lambda: {"footnote": [], "endnote": []})


def plain(element: _Element) -> str:
    """The text of an element, each paragraph in it on a line of its own."""
    pieces: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            pieces.append("\n" if local(each) in LINES else typed(each))
            pieces.append(each.text or unseen(each))
        elif each is not element:
            pieces.append(each.tail or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def unseen(element: _Element) -> str:
    """The text that an element keeps from being shown, which may be in an attribute."""
    return attribute(element, "string-value") or "" if local(element) == "hidden-text" else ""


def typed(element: _Element) -> str:
    """The characters that an element means, or nothing."""
    if local(element) == "s":
        count = attribute(element, "c") or "1"
        return " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
    return TYPED.get(local(element), "")

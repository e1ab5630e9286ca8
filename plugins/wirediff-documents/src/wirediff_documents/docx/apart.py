"""What a Word document has beside its text: notes, headers and footers, comments, charts, parts in other formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from wirediff.model import Note
from wirediff_documents.docx.parts import Parts
from wirediff_documents.docx.reading import Reading, plain
from wirediff_documents.docx.story import Story
from wirediff_documents.page import Page, Place
from wirediff_documents.trees import attribute, descendants, local

_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_MARGINS = ("header", "footer")
_DRAWN = ("chart", "diagramData", "chartEx")


def add_notes(parts: Parts, main: str, reading: Reading) -> None:
    """Add footnotes, then endnotes, in the order of their signs in the text; those without one are left out."""
    for kind, relation in _NOTES.items():
        for part in parts.related(main, relation):
            _add_notes(parts, part, kind, reading)


def _add_notes(parts: Parts, part: str, kind: str, reading: Reading) -> None:
    root = parts.required(part)
    notes = {attribute(each, "id") or "": each for each in root if _is_text(each)}
    wanted = dict.fromkeys(name for of_kind, name in reading.notes.referred if of_kind == kind)
    story = Story(replace(reading, part=part, relations=parts.relations(part)))
    reading.page.open("ol")
    for name in wanted:
        if name in notes:
            reading.page.open("li")
            story.add(notes.pop(name))
            reading.page.close("li")
    reading.page.close("ol")
    for name, note in notes.items():
        reading.page.omit(plain(note), "no-role", Place(f"{part}/{kind}[@id='{name}']"))


def _is_text(note: _Element) -> bool:
    """Whether this is a note, not the rule that parts notes from the text."""
    return local(note) in _NOTES and attribute(note, "type") in (None, "normal")


def leave_what_is_apart(parts: Parts, main: str, page: Page) -> None:
    """Leave out running heads, comments, and the words of charts and diagrams."""
    for part in dict.fromkeys(parts.related(main, *_MARGINS)):
        page.omit(plain(parts.required(part)), "boilerplate", Place(part))
    for part in parts.related(main, "comments"):
        for number, comment in enumerate(descendants(parts.required(part), "comment"), 1):
            page.omit(plain(comment), "comments", Place(f"{part}/comment[{number}]"))
    for part in parts.related(main, *_DRAWN):
        page.omit("\n".join(_drawn(parts.required(part))), "no-role", Place(part))


def _drawn(root: _Element) -> Iterator[str]:
    """The words of a chart or diagram: titles and labels, and the values that they were made of."""
    return (each.text for each in descendants(root, "t", "v") if each.text)


def disclose(reading: Reading) -> None:
    """Disclose tracked changes, and text that could not be read."""
    changes = reading.changes
    reading.page.disclose_changes(changes["ins"] + changes["moveTo"], changes["del"] + changes["moveFrom"])
    if reading.foreign:
        message = f"{len(reading.foreign)} parts in another format are shown within the text and were not read"
        reading.page.notes.append(Note("part-not-read", message, True))

"""What is inside one paragraph of an OpenDocument text: spans, links, notes, comments, pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree
from lxml.etree import _Element

from wirediff.model import Reason
from wirediff_documents.inline import Inline
from wirediff_documents.odt.reading import Reading, plain, typed
from wirediff_documents.odt.styles import key
from wirediff_documents.page import Place
from wirediff_documents.styles import Look
from wirediff_documents.trees import attribute, child, children, descendants, local, text_of

_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


class Words:
    """Adds what a paragraph holds to `inline`; what is hidden in it is left out of the page."""

    def __init__(self, reading: Reading, inline: Inline, style: str | None, place: Place) -> None:
        self._reading = reading
        self._inline = inline
        self._styles: tuple[str | None, ...] = (style,)
        self._place = place

    def add(self, paragraph: _Element) -> None:
        """Add all that is in a paragraph."""
        if any(attribute(each, "is-hidden") == "true" for each in descendants(paragraph, "hidden-paragraph")):
            self._leave(plain(paragraph), "hidden")
        else:
            self._inside(paragraph)
        self._inline.close_link()

    def _inside(self, element: _Element, *styles: str | None) -> None:
        """Add the text and the elements in an element, which has these styles besides those around it."""
        before, self._styles = self._styles, (*styles, *self._styles)
        look = self._reading.styles.look(Look(), *self._styles)
        if look.hidden:
            self._leave(plain(element), "hidden")
        else:
            self._text(element.text, look)
            for each in element.iterchildren(etree.Element):
                self._element(each, look)
                self._text(each.tail, look)
        self._styles = before

    def _text(self, text: str | None, look: Look) -> None:
        self._inline.text(text or "", bold=bool(look.bold), italic=bool(look.italic))

    def _element(self, element: _Element, look: Look) -> None:
        name = local(element)
        if characters := typed(element):
            self._inline.line_break() if characters == "\n" else self._text(characters, look)
        elif str(element.tag).startswith(_DRAWING):
            self.draw(element)
        elif name in _KNOWN:
            _KNOWN[name](self, element)
        else:
            self._inside(element)

    def _leave(self, text: str, reason: Reason) -> None:
        self._reading.page.omit(text, reason, self._place)

    def _span(self, element: _Element) -> None:
        self._inside(element, key("text", attribute(element, "style-name")))

    def _link(self, element: _Element) -> None:
        self._inline.open_link(attribute(element, "href") or "")
        self._inside(element)
        self._inline.close_link()

    def _note(self, element: _Element) -> None:
        kind = "endnote" if attribute(element, "note-class") == "endnote" else "footnote"
        notes = self._reading.notes[kind]
        notes.append(element)
        self._inline.note_mark(text_of(child(element, "note-citation")), f"{kind}-{len(notes)}")

    def _comment(self, element: _Element) -> None:
        paragraphs = (plain(each) for each in children(element, "p", "list"))
        self._leave("\n".join(paragraphs), "comments")

    def _deletion(self, element: _Element) -> None:
        deleted = self._reading.deleted.get(attribute(element, "change-id") or "")
        if deleted is not None:
            self._leave("\n".join(plain(each) for each in children(deleted, *_PASSAGES)), "hidden")

    def _ruby(self, element: _Element) -> None:
        """A word; how it is read is said above it."""
        for base in children(element, "ruby-base"):
            self._inside(base)
        self._leave("\n".join(map(text_of, children(element, "ruby-text"))), "no-role")

    def _hidden_text(self, element: _Element) -> None:
        self._leave(attribute(element, "string-value") or text_of(element), "hidden")

    def _script(self, element: _Element) -> None:
        self._leave(text_of(element), "script")

    # ── pictures and text boxes ──────────────────────────────────────────────────────────────────────────────────────

    def draw(self, element: _Element) -> None:
        """Add what is drawn: pictures in their place, boxes with text after the paragraph."""
        alt = text_of(child(element, "desc")) or text_of(child(element, "title"))
        if any(True for _ in children(element, *_PASSAGES)):
            self._reading.boxes.append(element)
            return
        for each in element.iterchildren(etree.Element):
            name = local(each)
            if name == "image":
                self._inline.image(attribute(each, "href") or "", alt)
            elif name == "object":
                self._reading.objects.append(attribute(each, "href") or "")
            elif str(each.tag).startswith(_DRAWING):
                self.draw(each)


_PASSAGES = ("p", "h", "list", "table")
_KNOWN: Mapping[str, Callable[[Words, _Element], None]] = {
    "span": Words._span,
    "a": Words._link,
    "note": Words._note,
    "annotation": Words._comment,
    "change": Words._deletion,
    "ruby": Words._ruby,
    "hidden-text": Words._hidden_text,
    "script": Words._script,
}

"""What is inside one paragraph of a Word document: runs, links, fields, pictures, changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml.etree import _Element

from wirediff_documents.docx.notes import KINDS
from wirediff_documents.docx.reading import DELETED, HOLDERS, INSERTED, TYPED, Reading, chosen, current, plain
from wirediff_documents.docx.styles import look_of
from wirediff_documents.inline import Inline, Unseen
from wirediff_documents.page import Place
from wirediff_documents.trees import attribute, child, descendants, local

_PRIVATE = 0xF000
"""Where Word puts the characters of symbol fonts."""


class Words:
    """Adds what a paragraph holds to `inline`; what is deleted or hidden in it is left out of the page."""

    def __init__(self, reading: Reading, inline: Inline, style: str | None, place: Place) -> None:
        self._reading = reading
        self._inline = inline
        self._style = style
        self._place = place
        self._unseen = Unseen(inline)
        reading.fields.reopen(inline)

    def add(self, paragraph: _Element) -> None:
        """Add all that is in a paragraph."""
        self._add(paragraph)
        self._inline.close_link()
        for text, reason in self._unseen.texts():
            self._reading.page.omit(text, reason, self._place)

    def _add(self, holder: Iterable[_Element]) -> None:
        for element in holder:
            name = local(element)
            if name == "r":
                self._run(element)
            elif name in HOLDERS or name in INSERTED:
                self._reading.changes[name] += name in INSERTED
                self._add(element)
            elif name in DELETED:
                self._reading.changes[name] += 1
                self._unseen.add(plain(element), DELETED[name])
            elif name == "hyperlink":
                self._link(element)
            elif name in ("oMath", "oMathPara"):
                self._inline.text("".join(each.text or "" for each in descendants(element, "t")))
            elif name == "AlternateContent":
                self._add(chosen(element))

    def _link(self, element: _Element) -> None:
        relation = self._reading.relations.get(attribute(element, "id") or "")
        anchor = attribute(element, "anchor")
        self._inline.open_link(f"{relation.target if relation else ''}{f'#{anchor}' if anchor else ''}")
        self._add(element)
        self._inline.close_link()

    # ── runs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _run(self, run: _Element) -> None:
        properties = child(run, "rPr")
        style = attribute(child(properties, "rStyle"), "val")
        look = self._reading.styles.look(look_of(properties), style, self._style)
        if look.hidden:
            self._unseen.add(plain(run), "hidden")
            return
        for element in run:
            name = local(element)
            if name in ("t", *TYPED):
                self._text(element.text or "" if name == "t" else TYPED[name], bool(look.bold), bool(look.italic))
            elif name in _IN_RUNS:
                _IN_RUNS[name](self, element)

    def _text(self, text: str, bold: bool, italic: bool) -> None:
        if not self._reading.fields.show:
            return
        if text == "\n":
            self._inline.line_break()
        else:
            self._inline.text(text, bold=bold, italic=italic)

    def _symbol(self, element: _Element) -> None:
        """A character of a font; those of symbol fonts have no meaning beside their look."""
        code = int(attribute(element, "char") or "0", 16)
        self._text(chr(code) if 0 < code < _PRIVATE else "�", bold=False, italic=False)

    def _ruby(self, element: _Element) -> None:
        """A word; how it is read is said above it."""
        for base in descendants(element, "rubyBase"):
            self._add(base)
        for reading in descendants(element, "rt"):
            self._reading.page.omit(plain(reading), "no-role", self._place)

    def _field_mark(self, element: _Element) -> None:
        code = self._reading.fields.mark(attribute(element, "fldCharType"), self._inline)
        self._reading.page.omit(code, "script", self._place)

    def _field_code(self, element: _Element) -> None:
        self._reading.fields.code(element.text or "")

    def _note(self, element: _Element) -> None:
        kind = KINDS[local(element)]
        sign = self._reading.notes.sign(element, kind)
        if sign:
            self._inline.note_mark(sign, f"{kind}-{attribute(element, 'id')}")

    def _alternative(self, element: _Element) -> None:
        for each in chosen(element):
            if local(each) in _IN_RUNS:
                _IN_RUNS[local(each)](self, each)

    # ── pictures and text boxes ──────────────────────────────────────────────────────────────────────────────────────

    def _drawing(self, drawing: _Element) -> None:
        alt = ""
        for element in current(drawing):
            name = local(element)
            if name in ("docPr", "cNvPr", "shape"):
                alt = attribute(element, "descr") or attribute(element, "alt") or alt
            elif name in ("blip", "imagedata"):
                self._image(element, alt)
            elif name == "txbxContent":
                self._reading.boxes.append(element)
            elif name == "textpath":
                self._reading.page.omit(attribute(element, "string") or "", "no-role", self._place)

    def _image(self, element: _Element, alt: str) -> None:
        identifier = attribute(element, "embed") or attribute(element, "id") or attribute(element, "link")
        relation = self._reading.relations.get(identifier or "")
        self._inline.image(relation.target if relation else "", alt)


_IN_RUNS: Mapping[str, Callable[[Words, _Element], None]] = {
    "sym": Words._symbol,
    "ruby": Words._ruby,
    "fldChar": Words._field_mark,
    "instrText": Words._field_code,
    "footnoteReference": Words._note,
    "endnoteReference": Words._note,
    "drawing": Words._drawing,
    "pict": Words._drawing,
    "object": Words._drawing,
    "AlternateContent": Words._alternative,
}

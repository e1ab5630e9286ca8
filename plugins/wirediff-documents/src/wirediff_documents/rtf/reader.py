"""RTF's groups and control words, one after another: what each means for the text that follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from wirediff.errors import InputError
from wirediff_documents.page import Page, Place
from wirediff_documents.rtf import charsets
from wirediff_documents.rtf.destinations import enter
from wirediff_documents.rtf.groups import Group
from wirediff_documents.rtf.story import Properties, Story, places
from wirediff_documents.rtf.targets import PLAIN, Collector, Face, Writer
from wirediff_documents.rtf.tokens import Kind, Token
from wirediff_documents.styles import Style

MOST_LEVELS = 5_000
"""Groups inside each other; those of real documents have a dozen."""
_CHARACTERS: Mapping[str, str] = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
_SYMBOLS: Mapping[str, str] = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_FACES = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "revised": "revised"}
_ENDS = frozenset({"par", "sect", "page", "nestcell", "column"})
"""Words that end a paragraph."""
_TEXT = 9
"""The outline level of text that is no heading."""
_NOT_HEX = re.compile(r"[^0-9A-Fa-f]+")


class Reader:
    """Reads one document, to be written to a page in the end."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._numbers = places()
        self._styles: dict[str, Style] = {}
        self._fonts: dict[int, str | None] = {}
        self._font = 0
        self._style: dict[str, int] = {}
        self.encoding = charsets.USUAL
        self._pending = bytearray()
        self._pending_encoding = charsets.USUAL
        self._passing_over = 0
        self._face = PLAIN
        self._alt = ""
        self._property = ""
        self._references = self._half = 0
        self._margins: list[tuple[str, str]] = []
        self._notes: list[Story] = []
        self.added = self.deleted = 0
        self.pictures: dict[str, bytes] = {}
        self.title = ""
        self._main = Writer(self.new_story(), lambda _: None)
        self._groups = [Group(self._main, self._main)]

    # ── tokens ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def read(self, found: Iterable[Token]) -> bool:
        """Read all tokens; return whether every group was closed."""
        for token in found:
            _TOKENS[token.kind](self, token)
        self._flush()
        whole = len(self._groups) == 1
        while len(self._groups) > 1:
            self._close()
        self._main.end()
        return whole

    def _open(self, _: Token) -> None:
        self._flush()
        self._passing_over = 0
        if len(self._groups) == MOST_LEVELS:
            raise InputError(f"{self._name}: has more than {MOST_LEVELS:,} groups inside each other")
        parent = self._groups[-1]
        self._groups.append(parent.inner())
        if parent.name == "stylesheet":
            self._style = {}
            self._groups[-1].name = "style"
            self._groups[-1].takes(Collector(self._take_style))

    def _close(self, _: Token | None = None) -> None:
        self._flush()
        self._passing_over = 0
        if len(self._groups) > 1:
            for end in self._groups.pop().ends:
                end()

    def _word(self, token: Token) -> None:
        self._flush()
        group = self._groups[-1]
        at_start, group.at_start = group.at_start, False
        if group.is_skipped or (at_start and enter(self, group, token.name)):
            return
        number = 1 if token.number is None else token.number
        if token.name in _CHARACTERS:
            self._text(_CHARACTERS[token.name])
        elif token.name in _FACES:
            group.face = replace(group.face, **{_FACES[token.name]: number != 0})
        elif token.name in _WORDS:
            _WORDS[token.name](self, group, number)
        elif encoding := charsets.of_document(token.name, token.number):
            self.encoding = encoding

    def _symbol(self, token: Token) -> None:
        group = self._groups[-1]
        if token.name == "*" and group.at_start:
            group.is_optional = True
        elif self._passing_over:
            self._passing_over -= 1
        elif token.name in _SYMBOLS:
            self._flush()
            self._text(_SYMBOLS[token.name])
        elif token.name in "\r\n":
            self._flush()
            self._end_paragraph(group)

    def _bytes(self, token: Token) -> None:
        passed = min(self._passing_over, len(token.data))
        self._passing_over -= passed
        group = self._groups[-1]
        group.at_start = False
        encoding = self._fonts.get(group.face.font) or self.encoding
        if encoding != self._pending_encoding:
            self._flush()
            self._pending_encoding = encoding
        self._pending += token.data[passed:]

    def _binary(self, token: Token) -> None:
        if self._groups[-1].name == "pict":
            self._text(token.data.hex())

    def _flush(self) -> None:
        """Hand over the bytes of text so far, of which several may be one character."""
        if self._pending:
            text = self._pending.decode(self._pending_encoding, "replace")
            self._pending.clear()
            self._text(text)

    def _text(self, text: str) -> None:
        group = self._groups[-1]
        if group.is_skipped:
            return
        self._count_change(group.face)
        if group.target is group.writer:
            group.writer.properties = group.properties
        group.target.text(text, group.face)

    def _count_change(self, face: Face) -> None:
        self.added += face.revised and not self._face.revised
        self.deleted += face.deleted and not self._face.deleted
        self._face = face

    # ── words ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _unicode(self, group: Group, number: int) -> None:
        code = number % 0x10000
        self._passing_over = group.fallback
        if 0xD800 <= code < 0xDC00:
            self._half = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._half - 0xD800) << 10) + code - 0xDC00 if self._half else 0xFFFD
        self._half = 0
        self._text(chr(code))

    def _fallback(self, group: Group, number: int) -> None:
        group.fallback = number

    def _plain(self, group: Group, _: int) -> None:
        group.face = PLAIN

    def _pard(self, group: Group, _: int) -> None:
        group.properties = Properties()

    def _s(self, group: Group, number: int) -> None:
        self._style["s"] = number
        group.properties.style = f"s{number}"

    def _sbasedon(self, _: Group, number: int) -> None:
        self._style["sbasedon"] = number

    def _outline(self, group: Group, number: int) -> None:
        self._style["outlinelevel"] = number
        group.properties.outline = number if number < _TEXT else None

    def _list(self, group: Group, number: int) -> None:
        group.properties.is_item = number > 0

    def _in_table(self, group: Group, _: int) -> None:
        group.properties.in_table = True

    def _drop_cap(self, group: Group, _: int) -> None:
        group.properties.is_drop_cap = True

    def _line(self, group: Group, _: int) -> None:
        if group.target is group.writer:
            group.writer.story.inline.line_break()
        else:
            group.target.line()

    def _end_paragraph(self, group: Group, _: int = 1) -> None:
        if group.is_skipped:
            return
        group.target.line()
        if group.target is group.writer:
            group.writer.story.end_paragraph(group.properties)

    def _cell(self, group: Group, _: int) -> None:
        group.target.line()
        if group.target is group.writer:
            group.writer.story.end_cell(group.properties)

    def _row(self, group: Group, _: int) -> None:
        if group.target is group.writer:
            group.writer.story.end_row()

    def _choose_font(self, group: Group, number: int) -> None:
        if group.name == "fonttbl":
            self._font = number
        group.face = replace(group.face, font=number)

    def _charset(self, _: Group, number: int) -> None:
        self._fonts[self._font] = charsets.of_font(number)

    def _reference(self, group: Group, _: int) -> None:
        """The sign of a note; the note itself begins with it too."""
        if group.target is self._main:
            self._references += 1
            self._main.story.inline.note_mark(str(self._references), f"footnote-{self._references}")

    # ── what destinations hand over ──────────────────────────────────────────────────────────────────────────────────

    def new_story(self) -> Story:
        """A story whose paragraphs are counted with the others."""
        return Story(self._styles, self._numbers)

    def take_title(self, title: str) -> None:
        """Take the title that the document's properties give."""
        self.title = title

    def take_note(self, story: Story) -> None:
        """Take a footnote."""
        self._notes.append(story)

    def take_margin(self, margin: str, text: str) -> None:
        """Take a running head."""
        self._margins.append((margin, text))

    def take_picture(self, story: Story, digits: str) -> None:
        """Take the bytes of a picture in hexadecimal digits."""
        digits = _NOT_HEX.sub("", digits)
        data = bytes.fromhex(digits[: len(digits) // 2 * 2])
        if data:
            address = f"picture-{len(self.pictures) + 1}"
            self.pictures[address] = data
            story.inline.image(address, self._alt)
        self._alt = ""

    def take_property_name(self, name: str) -> None:
        """Take the name of a shape's property."""
        self._property = name

    def take_property(self, story: Story, value: str) -> None:
        """Take the value of a shape's property."""
        if self._property == "wzDescription":
            self._alt = value
        elif self._property == "gtextUNICODE":
            story.leave(value, "no-role")

    def take_label(self, label: str) -> None:
        """Take the number or bullet that a program put before an item of a list."""
        properties = self._groups[-1].properties
        properties.is_item = properties.is_item or bool(label)

    def _take_style(self, name: str) -> None:
        own, above, level = (self._style.get(word) for word in ("s", "sbasedon", "outlinelevel"))
        outline = level if level is not None and level < _TEXT else None
        self._styles[f"s{own or 0}"] = Style(name.rstrip(";"), None if above is None else f"s{above}", outline=outline)

    def write(self, page: Page) -> None:
        """Write the text, then the notes."""
        for event in self._main.story.events:
            event(page)
        page.open("ol")
        for note in self._notes:
            page.open("li")
            for event in note.events:
                event(page)
            page.close("li")
        page.close("ol")
        for margin, text in self._margins:
            page.omit(text, "boilerplate", Place(margin))


_TOKENS: Mapping[Kind, Callable[[Reader, Token], None]] = {
    "open": Reader._open,
    "close": Reader._close,
    "word": Reader._word,
    "symbol": Reader._symbol,
    "bytes": Reader._bytes,
    "binary": Reader._binary,
}
_WORDS: Mapping[str, Callable[[Reader, Group, int], None]] = {
    **dict.fromkeys(_ENDS, Reader._end_paragraph),
    "u": Reader._unicode,
    "uc": Reader._fallback,
    "plain": Reader._plain,
    "pard": Reader._pard,
    "s": Reader._s,
    "sbasedon": Reader._sbasedon,
    "outlinelevel": Reader._outline,
    "ls": Reader._list,
    "intbl": Reader._in_table,
    "dropcapli": Reader._drop_cap,
    "line": Reader._line,
    "cell": Reader._cell,
    "row": Reader._row,
    "f": Reader._choose_font,
    "fcharset": Reader._charset,
    "chftn": Reader._reference,
}

"""What PDFium says of a page: its glyphs with their places and looks, its images, links and annotations.

All calls of PDFium are here; nothing else of the package knows it. Coordinates are turned so that most of the page's
text is upright, x to the right and y down, whatever the page's rotation.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from wirediff.errors import InputError
from wirediff.model import Source
from wirediff_documents.pdf.shapes import Box, Glyph, Image, Look, Sheet, Turn

MOST_GLYPHS = 60_000
"""Characters of a page that are read; the fullest newspaper page that we made has 25,000."""
MOST_OBJECTS = 20_000
"""Drawings of a page that are looked at; maps have more, and none of them is a photo."""
MOST_NOTES = 2_000
_DOT = 8.0
"""Points of a bullet that is drawn, at most; browsers draw those of lists, 4 points wide."""
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
_SLANTED_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SLANTED_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
"""Flags of a font's descriptor (ISO 32000, 9.8.2)."""
_LIGATURES = {
    chr(0xFB00 + place): letters for place, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
_LINE_HYPHEN, _SOFT_HYPHEN = "\x02", "\xad"
"""What PDFium writes for a hyphen at the end of a line; and the character that is one by its nature."""
_NOTE_KINDS = {
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_CARET, pdfium.FPDF_ANNOT_STAMP,
    pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_INK, pdfium.FPDF_ANNOT_LINE,
}  # fmt: skip
"""Annotations in which people write about the text."""


class _Style(NamedTuple):
    """What all glyphs of one text object share."""

    size: float
    turn: Turn
    look: Look
    visible: bool
    run: int = 0


class Document:
    """A PDF document; close it, or use it as a context manager.

    Raises InputError for one that is encrypted, or damaged so that nothing of it can be read.
    """

    def __init__(self, source: Source) -> None:
        try:
            self._document = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            raise InputError(f"{source.name}: {_reason(error)}") from None
        self.pages = len(self._document)

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    @property
    def title(self) -> str | None:
        """The declared title."""
        return " ".join(str(self._document.get_metadata_value("Title")).split()) or None

    @property
    def language(self) -> str | None:
        """The declared language."""
        found = _wide(partial(pdfium.FPDFCatalog_GetLanguage, self._document.raw))
        return found.strip("\0 ") or None

    def sheet(self, place: int) -> Sheet | None:
        """What is on the page of that index, or None where the page is damaged."""
        try:
            page = self._document[place]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return None
        try:
            return _sheet(page, text)
        finally:
            text.close()
            page.close()


def _reason(error: pypdfium2.PdfiumError) -> str:
    if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return "is encrypted; save it without a password"
    return "the PDF is damaged or cut short, and nothing of it can be read"


def _sheet(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Sheet:
    drawn = list(_placed_glyphs(text.raw))
    turns = Counter(turn for turn, _ in drawn)
    main = turns.most_common(1)[0][0] if turns else Turn(0)
    frame = main.box(Box(*page.get_bbox()))
    images, dots, others = _drawings(page, main)
    return Sheet(
        frame=frame,
        glyphs=[glyph for turn, glyph in drawn if turn == main],
        turned=[glyph for turn, glyph in drawn if turn != main],
        images=images,
        dots=dots,
        drawings=others,
        links=list(_links(page, main)),
        notes=list(_notes(page)),
        cut=text.count_chars() > MOST_GLYPHS,
    )


def _placed_glyphs(text: Any) -> Iterator[tuple[Turn, Glyph]]:
    styles: dict[int | None, _Style] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    previous: tuple[Turn, Glyph] | None = None
    for index in range(min(pdfium.FPDFText_CountChars(text), MOST_GLYPHS)):
        letters = _letters(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) == 1 and letters.isspace():
            if previous is not None and not previous[1].text.isspace():
                yield previous[0], previous[1]._replace(text=" ", x0=previous[1].x1)
            continue
        if not letters:
            continue
        held = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(held, ctypes.c_void_p).value
        style = styles.get(key) or styles.setdefault(key, _style(text, index, held)._replace(run=len(styles)))
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        around = style.turn.box(Box(box.left, box.bottom, box.right, box.top))
        base = style.turn.point(x.value, y.value)[1]
        unread = pdfium.FPDFText_HasUnicodeMapError(text, index) == 1 or "\ufffd" in letters
        glyph = Glyph(letters, around.x0, around.x1, base, style.size, style.look, style.visible, unread, run=style.run)
        previous = style.turn, glyph
        yield previous


def _letters(text: Any, index: int) -> str:
    """The character as a reader takes it: ligatures as letters, line ends and the like as nothing or a space."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    if code == 0:
        return "\ufffd"
    character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if character == _LINE_HYPHEN:
        return _SOFT_HYPHEN
    if character.isspace():
        return " "
    readable = character.isprintable() or character == _SOFT_HYPHEN or is_private(character)
    return _LIGATURES.get(character, character) if readable else ""


def is_private(character: str) -> bool:
    """Whether a character means what its font says only: bullets and other signs do, and letters of careless fonts."""
    return "\ue000" <= character <= "\uf8ff"


def _style(text: Any, index: int, held: Any) -> _Style:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1.0)
    turn = Turn(round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360)
    if not held:
        return _Style(size, turn, Look(), True)
    visible = pdfium.FPDFTextObj_GetTextRenderMode(held) not in _INVISIBLE and not _is_clear(held)
    return _Style(size, turn, _look(held), visible)


def _is_clear(held: Any) -> bool:
    """Whether a text is filled with nothing: its opacity is 0."""
    red, green, blue, opacity = (ctypes.c_uint(255) for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(held, red, green, blue, opacity)
    return bool(known) and opacity.value == 0


def _look(held: Any) -> Look:
    font = pdfium.FPDFTextObj_GetFont(held)
    if not font:
        return Look()
    name = _narrow(partial(pdfium.FPDFFont_GetBaseFontName, font))
    flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    angle = ctypes.c_int()
    slanted = bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
    bold = bool(_BOLD_NAME.search(name) or flags & _BOLD_FLAG or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT)
    return Look(bold, bool(slanted or flags & _SLANTED_FLAG or _SLANTED_NAME.search(name)))


def _drawings(page: pypdfium2.PdfPage, turn: Turn) -> tuple[list[Image], list[Box], int]:
    """The images of a page, its drawings that are as small as bullets, and how many drawings it has."""
    images: list[Image] = []
    dots: list[Box] = []
    others = 0
    for held in islice(page.get_objects(max_depth=4), MOST_OBJECTS):
        if held.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(Image(turn.box(Box(*held.get_bounds())), _picture(held)))
        elif held.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            others += 1
            box = turn.box(Box(*held.get_bounds()))
            if max(box.width, box.height) < _DOT and len(dots) < MOST_NOTES:
                dots.append(box)
    return images, dots, others


def _picture(held: Any) -> bytes | None:
    """The file of a picture, where the document holds it as one (JPEG)."""
    if pdfium.FPDFImageObj_GetImageFilterCount(held.raw) != 1:
        return None
    kind = _narrow(partial(pdfium.FPDFImageObj_GetImageFilter, held.raw, 0))
    return bytes(held.get_data(decode_simple=False)) if kind == "DCTDecode" else None


def _links(page: pypdfium2.PdfPage, turn: Turn) -> Iterator[tuple[Box, str]]:
    """The areas that lead to web addresses."""
    place, link, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(MOST_NOTES):
        if not pdfium.FPDFLink_Enumerate(page.raw, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        address = _narrow(partial(pdfium.FPDFAction_GetURIPath, page.pdf.raw, action)) if action else ""
        if address and pdfium.FPDFLink_GetAnnotRect(link, area):
            yield turn.box(Box(area.left, area.bottom, area.right, area.top)), address


def _notes(page: pypdfium2.PdfPage) -> Iterator[tuple[str, bool]]:
    """What people wrote on a page, and whether it is in the field of a form."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MOST_NOTES)):
        held = pdfium.FPDFPage_GetAnnot(page.raw, index)
        kind = pdfium.FPDFAnnot_GetSubtype(held)
        is_field = kind == pdfium.FPDF_ANNOT_WIDGET
        if is_field or kind in _NOTE_KINDS:
            key = b"V" if is_field else b"Contents"
            written = _wide(partial(pdfium.FPDFAnnot_GetStringValue, held, key))
            if written.strip():
                yield written, is_field
        pdfium.FPDFPage_CloseAnnot(held)


def _narrow(fill: Callable[[Any, int], int]) -> str:
    """What a function of PDFium writes into a buffer, in one byte a character."""
    size = max(fill(None, 0), 0)
    buffer = ctypes.create_string_buffer(size)
    fill(buffer, size)
    return buffer.raw.decode("utf-8", "replace").rstrip("\0")


def _wide(fill: Callable[[Any, int], int]) -> str:
    """The same in two bytes a character; sizes count bytes."""
    size = max(fill(None, 0), 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    fill(buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")

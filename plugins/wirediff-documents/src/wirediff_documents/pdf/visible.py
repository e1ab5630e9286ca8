"""What of a page's text its reader sees, and what hides from him."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wirediff_documents.pdf.shapes import Box, Glyph, Sheet

_COVERED = 0.5
"""Share of a page that a picture of it covers; scans cover all of it, or all that was cut out of a newspaper."""
_FEW_LETTERS = 200
"""Letters that a scanner's stamp, a library's licence or a page number prints over the picture of a page."""
_OUTLINES = 50
"""Drawings of a page without text from which it may show letters as outlines; frames and rules are fewer."""
_UNREAD = 0.01
"""Share of a page's letters that a document may leave unnamed: signs and bullets. A line of a page is more."""


class Seen(NamedTuple):
    """The text of a page that is seen and that which isn't; `problem` says why it is not all that a reader sees."""

    glyphs: list[Glyph]
    turned: list[Glyph]
    hidden: list[Glyph]
    problem: str | None = None


def seen(sheet: Sheet) -> Seen:
    """Part the text of a page in what is seen and what isn't: drawn with no ink, or outside the page.

    Invisible text over a picture of the page is what a program recognised in it. That is read, with a problem.
    """
    shown = [glyph for glyph in sheet.glyphs if _is_seen(glyph, sheet.frame)]
    letters = sum(glyph.text.isalnum() for glyph in shown)
    unseen = [glyph for glyph in (*sheet.glyphs, *sheet.turned) if not glyph.visible]
    is_scan = _is_covered(sheet) and letters < _FEW_LETTERS
    if is_scan and sum(glyph.text.isalnum() for glyph in unseen) > letters:
        inside = [glyph for glyph in sheet.glyphs if sheet.frame.holds(*glyph.middle)]
        return Seen(inside, [], [], "recognised")
    hidden = [glyph for glyph in sheet.glyphs if not _is_seen(glyph, sheet.frame)]
    turned = [glyph for glyph in sheet.turned if glyph.visible]
    hidden.extend(glyph for glyph in sheet.turned if not glyph.visible)
    return Seen(shown, turned, hidden, _problem(sheet, shown, is_scan))


def _problem(sheet: Sheet, shown: Sequence[Glyph], is_scan: bool) -> str | None:
    drawn = sheet.images or sheet.drawings > _OUTLINES
    if is_scan or (drawn and not any(glyph.text.isalnum() for glyph in shown)):
        return "picture"
    if sheet.cut:
        return "cut"
    unread = sum(glyph.unread or _is_private(glyph.text) for glyph in shown)
    return "unread" if unread > 2 and unread > _UNREAD * len(shown) else None


def _is_private(text: str) -> bool:
    """Whether a character means what its font says only, as those of careless fonts do; Symbol's bullets are F0B7."""
    return "\ue000" <= text[0] <= "\uf8ff" and text[0] < "\uf000"


def _is_seen(glyph: Glyph, frame: Box) -> bool:
    return glyph.visible and frame.holds(*glyph.middle)


def _is_covered(sheet: Sheet) -> bool:
    """Whether pictures cover most of a page; scanners cut one into strips."""
    return sum(image.box.share_of(sheet.frame) for image in sheet.images) >= _COVERED

"""Encodings of RTF's text: those of its code page, and those of its fonts.

The numbers are those of the RTF specification 1.9.1, "Font Table" and "Character Set".
"""

from __future__ import annotations

import codecs

USUAL = "cp1252"
_OF_FONTS = {
    77: "mac_roman",
    78: "shift_jis",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_OF_DOCUMENTS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": USUAL}


def of_font(charset: int) -> str | None:
    """The encoding of a font's character set; None for that of the document."""
    return _OF_FONTS.get(charset)


def of_document(word: str, number: int | None) -> str | None:
    """The encoding that a control word at the head of a document gives to all of it, or None where it gives none."""
    if word != "ansicpg":
        return _OF_DOCUMENTS.get(word)
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None

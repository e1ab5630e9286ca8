"""Footnotes and endnotes of a Word document: their signs, in the order in which the text refers to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.etree import _Element

from wirediff_documents.trees import attribute, child

_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
)
_ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CHICAGO = "*†‡§"


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _letters(number: int) -> str:
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _marks(number: int) -> str:
    return _CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "chicago": _marks,
}
KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes that were referred to so far, by kind and id; a note with a sign of its own is not counted."""

    def __init__(self, settings: _Element | None) -> None:
        self._formats = {
            kind: attribute(child(settings, f"{kind}Pr", "numFmt"), "val") or usual for kind, usual in _USUAL.items()
        }
        self._counts = dict.fromkeys(_USUAL, 0)
        self.referred: list[tuple[str, str]] = []

    def sign(self, reference: _Element, kind: str) -> str:
        """The sign that is printed for a reference; empty where the text itself has it."""
        self.referred.append((kind, attribute(reference, "id") or ""))
        if attribute(reference, "customMarkFollows") in ("1", "true", "on"):
            return ""
        self._counts[kind] += 1
        return _FORMATS.get(self._formats[kind], str)(self._counts[kind])

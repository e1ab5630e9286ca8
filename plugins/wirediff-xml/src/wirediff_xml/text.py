"""Writes any text into XML, reversibly: what XML cannot hold becomes an element that names the character."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml.etree import _Element

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Everything outside the production Char of XML 1.0. (A carriage return is held as a character reference.)"""
_FORBIDDEN_OR_BACKSLASH = re.compile(f"{_FORBIDDEN.pattern[:-1]}\\\\]")


class TextWriter:
    """Appends text to elements; `stand_in(parent, code)` makes the element for a forbidden character.

    `code` is the code point in hexadecimal, at least four digits. `written` counts these characters by code.
    """

    def __init__(self, stand_in: Callable[[_Element, str], _Element]) -> None:
        self.stand_in = stand_in
        self.written: Counter[str] = Counter()

    def append(self, element: _Element, text: str) -> None:
        """Append `text` after whatever `element` holds."""
        if element.text is None and not _FORBIDDEN.search(text) and not len(element):
            element.text = text or None
            return
        at = 0
        for match in _FORBIDDEN.finditer(text):
            _append(element, text[at : match.start()])
            code = code_of(match[0])
            self.stand_in(element, code)
            self.written[code] += 1
            at = match.end()
        _append(element, text[at:])

    def attribute(self, text: str) -> str:
        """Return `text` for an attribute, and count its forbidden characters too."""
        if not _FORBIDDEN_OR_BACKSLASH.search(text):
            return text
        self.written.update(map(code_of, _FORBIDDEN.findall(text)))
        return attribute(text)


def code_of(character: str) -> str:
    """Return the code point of `character` in hexadecimal, at least four digits."""
    return f"{ord(character):04X}"


def attribute(text: str) -> str:
    r"""Return `text` for an attribute: a forbidden character as `\u{0000}`, and so a backslash doubled."""
    return _FORBIDDEN_OR_BACKSLASH.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return "\\\\" if match[0] == "\\" else f"\\u{{{code_of(match[0])}}}"


def _append(element: _Element, text: str) -> None:
    if not text:
        return
    # Not by `len` or `element[-1]`: lxml counts all children for these, each time.
    last = next(element.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text

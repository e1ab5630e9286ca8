"""Lines joined to running text: words that a line end parts are put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from wirediff_documents.inline import Inline
from wirediff_documents.pdf.shapes import Glyph, Line

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010'’][^\W\d_]+)*")
_HYPHENS = ("-", "\u2010")
_SOFT = "\xad"
_LAST = re.compile(r"(?<![-\u2010\w])([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[-\u2010\xad]$")
_FIRST = re.compile(r"[^\W\d_]+")
_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u31f0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff00-\uffef]")
"""Scripts without spaces between words."""
_REACH = 40
"""Glyphs on either side of a line end that show how both lines are joined: the longest words have no more."""
_LONG = 4
"""Letters of a word that is known as part of a hyphened one."""


class Vocabulary:
    """The words that a document has inside its lines, which show how those at line ends are written."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known: Counter[str] = Counter()
        after_hyphen = False
        for line in lines:
            found = [match[0] for match in _WORD.finditer(line.text)]
            begin, end = int(after_hyphen), len(found)
            after_hyphen = line.text.endswith((*_HYPHENS, _SOFT))
            self._known.update(map(_folded, found[begin : end - 1 if after_hyphen else end]))

    def keeps_hyphen(self, first: str, second: str) -> bool:
        """Whether two parts of a word, parted at a line end, are written with a hyphen.

        By evidence: the joined word occurs elsewhere, or the hyphened one does; else both parts are words of the text,
        and longer than those that happen to be parts of others ("of-ten").
        """
        first, second = _folded(first), _folded(second)
        if self._known[first + second]:
            return False
        if self._known[f"{first}-{second}"]:
            return True
        parts = first.rpartition("-")[2], second
        return all(len(part) >= _LONG and self._known[part] for part in parts)


def _folded(word: str) -> str:
    return word.casefold().replace("\u2010", "-").replace(_SOFT, "")


def joint(above: str, below: str, known: Vocabulary) -> tuple[int, str]:
    """How two lines are joined: how many characters of the upper one go, and what comes between."""
    if not above or not below:
        return 0, ""
    parted = _LAST.search(above)
    begin = _FIRST.match(below)
    if above.endswith((*_HYPHENS, _SOFT)):
        return _hyphened(above, parted[1] if parted else "", begin[0] if begin else "", known)
    if above.endswith("/") and not above.endswith(" /"):
        return 0, ""
    if _WIDE.match(above[-1]) and _WIDE.match(below[0]):
        return 0, ""
    return 0, " "


def _hyphened(above: str, first: str, second: str, known: Vocabulary) -> tuple[int, str]:
    if not first and not above.endswith(_SOFT):
        # A dash at the end of a line, or a hyphen after a number.
        return 0, " " if above.endswith((" -", " \u2010")) or len(above) == 1 else ""
    if not second or second[0].isupper() or known.keeps_hyphen(first, second):
        # PDFium writes a soft hyphen for a real one at the end of a line.
        return (1, "-") if above.endswith(_SOFT) else (0, "")
    return 1, ""


def inline(lines: Sequence[Line], known: Vocabulary, *, skip: int = 0) -> Inline:
    """The text of lines, with links, looks and the signs of footnotes; `skip` glyphs at its head are left out."""
    found = Inline()
    url: str | None = None
    for glyph in _runs(_joined(lines, known)[skip:]):
        if glyph.url != url:
            if url:
                found.close_link()
            if glyph.url:
                found.open_link(glyph.url)
            url = glyph.url
        if glyph.raised and glyph.text.strip():
            found.note_mark(glyph.text, f"note-{glyph.text}")
        else:
            found.text(glyph.text, bold=glyph.look.bold, italic=glyph.look.italic)
    return found


def head(line: Line, sign: re.Pattern[str]) -> int:
    """How many glyphs the sign at the head of a line has, with the space after it."""
    glyphs = _cleaned(_trimmed(line.glyphs))
    found = sign.match(_text(glyphs))
    ends = accumulate(len(glyph.text) for glyph in glyphs)
    return sum(end <= found.end() for end in ends) if found else 0


def plain(lines: Sequence[Line], known: Vocabulary, *, end: int | None = None) -> str:
    """The text of lines alone, or of so many glyphs at their head."""
    return _text(_joined(lines, known)[:end])


def _joined(lines: Sequence[Line], known: Vocabulary) -> list[Glyph]:
    """The glyphs of lines in one row, white space collapsed."""
    every: list[Glyph] = []
    for line in lines:
        glyphs = _trimmed(line.glyphs)
        if every and glyphs:
            gone, between = joint(_text(every[-_REACH:]), _text(glyphs[:_REACH]), known)
            every[len(every) - gone :] = []
            if between and every:
                url = every[-1].url if every[-1].url == glyphs[0].url else None
                every.append(every[-1]._replace(text=between, raised=False, url=url))
        every.extend(glyphs)
    if every and every[-1].text == _SOFT:
        every[-1] = every[-1]._replace(text="-")  # A hyphen that nothing follows.
    return _cleaned(every)


def _text(glyphs: Sequence[Glyph]) -> str:
    return "".join(glyph.text for glyph in glyphs)


def _trimmed(glyphs: list[Glyph]) -> list[Glyph]:
    begin, end = 0, len(glyphs)
    while begin < end and glyphs[begin].text.isspace():
        begin += 1
    while end > begin and glyphs[end - 1].text.isspace():
        end -= 1
    return glyphs[begin:end]


def _cleaned(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without soft hyphens, and with one space where there are several."""
    found: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text == _SOFT or (glyph.text.isspace() and (not found or found[-1].text.isspace())):
            continue
        found.append(glyph)
    return found


def _runs(glyphs: list[Glyph]) -> Iterator[Glyph]:
    held: Glyph | None = None
    for glyph in glyphs:
        if held is not None and (glyph.look, glyph.url, glyph.raised) == (held.look, held.url, held.raised):
            held = held._replace(text=held.text + glyph.text)
        else:
            if held is not None:
                yield held
            held = glyph
    if held is not None:
        yield held

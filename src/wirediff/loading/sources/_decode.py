"""From bytes to text: byte order mark, declared encoding, strict UTF-8, windows-1252, in that order of trust."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from wirediff.errors import InputError
from wirediff.model import Note, Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""")
_HTML_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_META_REACH = 4096
"""Browsers look for the declaration in the first 1,024 bytes; some pages put scripts before it."""
_WIDEST = 4
"""Bytes of the widest character."""
_SAMPLE = 4096
"""Bytes by which a file is taken for binary, or for UTF-16 without a mark."""
_PIECE = 65_536
_BINARY = 200
"""A file with more than one control character in so many bytes is not text."""
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
"""Those of ASCII that no text has; the escape character is left out, as Japanese encodings use it."""
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_READ_AS_1252 = frozenset({"ascii", "iso8859-1"})
"""The web standard reads these labels as windows-1252 (encoding.spec.whatwg.org, "Names and labels")."""


class BinaryDataError(InputError):
    """The bytes are not text; only a loader of another format may still know them."""


class Decoded(NamedTuple):
    """A document's bytes without their mark, the encoding they are in, and what has to be disclosed about it."""

    data: bytes
    encoding: str
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """The document's text, with marks for what cannot be read."""
        return self.data.decode(self.encoding, "replace")

    def beginning(self, reach: int) -> str:
        """The first `reach` characters of the text, without white space and marks before the first one that shows."""
        head = self.data[: reach * _WIDEST].decode(self.encoding, "replace")
        return head[:reach].lstrip("\ufeff \t\r\n")

    @property
    def in_utf_8(self) -> bytes:
        """The text in UTF-8: the bytes as they are where that is their encoding."""
        as_they_are = self.encoding == "utf-8" and not any(note.incomplete for note in self.notes)
        return self.data if as_they_are else self.text.encode("utf-8", "replace")


def decode(source: Source) -> Decoded:
    """The text of `source`; raises BinaryDataError where its bytes are not text."""
    data = source.data
    label = _declared(source)
    declared = _known(label)
    unknown = (
        (Note("unknown-encoding", f"the declared encoding {label!r} is not known"),) if label and not declared else ()
    )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding, *unknown, *_conflict(label, declared, encoding))
    wide = _wide_without_mark(data)
    if wide:
        return _decode_as(data, wide, Note("guessed-encoding", f"no encoding is declared; read as {wide}"))
    sample = data[:_SAMPLE]
    if (len(sample) - len(sample.translate(None, _CONTROLS))) * _BINARY > len(sample):
        raise BinaryDataError(f"{source.name}: a binary file, not text")
    return _without_mark(data, label, declared, unknown)


def _without_mark(data: bytes, label: str | None, declared: str | None, unknown: tuple[Note, ...]) -> Decoded:
    """UTF-8 wins over another declaration where the bytes are valid in it: other text hardly ever is by chance."""
    multibyte = declared is not None and declared.startswith(("iso2022", "hz", "utf_7"))
    if not multibyte and _is_utf_8(data):
        return Decoded(data, "utf-8", (*unknown, *_conflict(label, declared, "utf-8", data)))
    if declared is None:
        return _decode_as(data, "cp1252", *unknown, Note("guessed-encoding", "not UTF-8; read as windows-1252"))
    if declared == "utf-8" and _fits(data, "cp1252") and _never_utf_8(data):
        return _decode_as(
            data, "cp1252", Note("encoding-conflict", "declared as UTF-8, but the bytes are windows-1252")
        )
    return _decode_as(data, declared, *unknown)


def _decode_as(data: bytes, encoding: str, *notes: Note) -> Decoded:
    """The bytes in an encoding; where they do not fit it, with an incomplete note."""
    decoded = Decoded(data, encoding, notes)
    if _fits(data, encoding):
        return decoded
    count = decoded.text.count("�")
    places = "1 place is" if count == 1 else f"{count} places are"
    lost = f"{places} not valid {encoding} and could not be read"
    return decoded._replace(notes=(*notes, Note("undecodable-bytes", lost, True)))


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are valid UTF-8, looked at piece by piece, so that no long text has to be put together."""
    view, place = memoryview(data), 0
    try:
        while place < len(view):
            piece = view[place : place + _PIECE]
            place += codecs.utf_8_decode(piece, "strict", place + len(piece) == len(view))[1]
    except UnicodeDecodeError:
        return False
    return True


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _never_utf_8(data: bytes) -> bool:
    """Whether no character beyond ASCII is valid UTF-8: the declaration is wrong, not a few places damaged."""
    beyond = data.decode("utf-8", "ignore")
    return beyond.isascii() and not _SURROGATE.search(data)


def _conflict(label: str | None, declared: str | None, actual: str, data: bytes = b"\x80") -> tuple[Note, ...]:
    """A note where the declaration says another encoding and it matters, as it does not for ASCII alone."""
    same_family = declared is None or actual.startswith(declared) or data.isascii()
    message = f"declared as {label}, but the bytes are {actual}"
    return () if same_family else (Note("encoding-conflict", message),)


def _declared(source: Source) -> str | None:
    """The encoding that the deliverer, the XML declaration or the HTML head names."""
    if source.encoding:
        return source.encoding
    head = source.data[:_META_REACH]
    found = _XML_DECLARATION.search(head) or _HTML_META.search(head)
    return found[1].decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    """Python's name of a declared encoding, or None where it has none."""
    if label is None:
        return None
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in _READ_AS_1252 else name


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is zero."""
    sample = data[:_SAMPLE]
    if 0 not in sample:
        return None
    half = len(sample) // 2
    for encoding, zeros, others in (
        ("utf-16-le", sample[1::2].count(0), sample[0::2].count(0)),
        ("utf-16-be", sample[0::2].count(0), sample[1::2].count(0)),
    ):
        if half and zeros > 0.4 * half and others < 0.05 * half:
            return encoding
    return None

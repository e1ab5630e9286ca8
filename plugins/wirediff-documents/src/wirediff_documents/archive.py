"""The ZIP archives that office documents and e-books are, read under caps."""

from __future__ import annotations

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from wirediff.errors import InputError
from wirediff.model import Source
from wirediff_documents.signatures import ARCHIVE

MOST_BYTES = 64 * 1024 * 1024
"""What the parts that are read may unpack to together, as much as wirediff reads of any document."""
MOST_PARTS = 20_000
"""A book with a page for each picture has some thousands."""
MOST_RATIO = 500
"""Deflate reaches about 1,030 : 1 on zeros; the XML of real documents stays below 50 : 1."""
_FREE = 1024 * 1024
"""Bytes up to which any ratio will do: they cost nothing."""
MOST_PICTURE = 16 * 1024 * 1024
"""As wirediff reads of any image."""
_ENCRYPTED = 0x1
_DAMAGES: tuple[type[Exception], ...] = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error)
_DAMAGES += (EOFError, OSError, ValueError, OverflowError, NotImplementedError, RuntimeError)
"""What the standard library raises for archives that are damaged or packed in a way that it doesn't know."""


class Archive:
    """The parts of a document that is a ZIP archive.

    Raises InputError, which names the document and the part, for what is damaged, encrypted, or unpacks to too much.
    """

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._left = MOST_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except _DAMAGES:
            raise self.error("the archive is damaged or cut short") from None
        self.names = self._zip.namelist()
        if len(self.names) > MOST_PARTS:
            raise self.error(f"has more than {MOST_PARTS:,} parts")

    def error(self, problem: str) -> InputError:
        """The error that names the document."""
        return InputError(f"{self._name}: {problem}")

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, or None where there is no such part."""
        try:
            part = self._zip.getinfo(name)
        except KeyError:
            return None
        if part.flag_bits & _ENCRYPTED:
            raise self.error("is encrypted; save it without a password")
        if part.file_size > _FREE and part.file_size > MOST_RATIO * max(part.compress_size, 1):
            raise self.error(f"{name} unpacks to more than {MOST_RATIO} times its size")
        try:
            with self._zip.open(part) as file:
                data = file.read(self._left + 1)
        except _DAMAGES as error:
            raise self.error(f"{name} is damaged ({error})") from None
        self._left -= len(data)
        if self._left < 0:
            raise self.error(f"unpacks to more than {MOST_BYTES // 1024**2} MB")
        return data

    def picture(self, name: str) -> bytes | None:
        """The bytes of a picture; None where it is missing, damaged or too large to be looked at."""
        try:
            part = self._zip.getinfo(name)
        except KeyError:
            return None
        if part.file_size > MOST_PICTURE or part.flag_bits & _ENCRYPTED:
            return None
        try:
            return self._zip.read(part)
        except _DAMAGES:
            return None

    def required(self, name: str) -> bytes:
        """The bytes of a part that every document of the kind has."""
        data = self.read(name)
        if data is None:
            raise self.error(f"has no {name}, which every document of its kind has")
        return data


class Pictures(Mapping[str, bytes]):
    """The pictures of an archive by their addresses, which lead from a folder in it; each is read when it is wanted."""

    def __init__(self, archive: Archive, folder: str = "") -> None:
        self._archive = archive
        self._folder = folder

    def __getitem__(self, address: str) -> bytes:
        data = self._archive.picture(posixpath.normpath(posixpath.join(self._folder, unquote(address))))
        if data is None:
            raise KeyError(address)
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self._archive.names)

    def __len__(self) -> int:
        return len(self._archive.names)


def holds(source: Source, *signs: bytes) -> bool:
    """Whether the bytes of an archive, which may be cut short, show any of `signs` (names of parts) in clear."""
    return source.data.startswith(ARCHIVE) and any(sign in source.data for sign in signs)

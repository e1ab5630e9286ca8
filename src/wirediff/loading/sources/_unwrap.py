"""Containers around a document, taken off under caps before any loader sees it."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

from wirediff.errors import InputError
from wirediff.loading.sources import _limits as limits
from wirediff.model import Source

MAX_MEMBERS = 1_000
"""Of one gzip file; writers make one, some of them one for each megabyte."""
MAX_RATIO = 500
"""Deflate reaches about 1,030 : 1 on zeros; real pages stay below 20 : 1."""
_RATIO_FLOOR = 1024 * 1024
"""Bytes up to which any ratio will do: they cost nothing."""
_MIME_REACH = 1024 * 1024
"""Bytes of the longest head of a message that is looked through; browsers write some 500."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_MIME_FIELD = re.compile(rb"[A-Za-z][A-Za-z-]{0,40}:[ \t]")
_MULTIPART = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ADDRESSED = re.compile(rb"^(?:To|Received|Delivered-To|Message-ID):", re.IGNORECASE | re.MULTILINE)
"""Fields that letters have, and pages that browsers saved have not."""
_GZIP = b"\x1f\x8b\x08"
_GZIP_TYPES = ("application/gzip", "application/x-gzip")
_GZIP_WINDOW = 31
"""zlib's number for a gzip header and the largest window."""
_PADDING = b"\0"
"""What tapes and some downloads fill an archive up with, as gzip itself allows."""


def unwrapped(source: Source, *, letters: bool = False) -> tuple[Source, tuple[Source, ...]]:
    """`source` without its gzip layer, if it has one, or the page of an MHTML file with the file's other texts.

    Where `letters` have a reader of their own, what is one stays as it is, though it holds a page as well.

    A truncated or damaged archive gives what could be read and an incomplete note. InputError is raised for one that
    gives nothing, or grows beyond the limits.
    """
    inner = _without_gzip(source)
    if not _is_mhtml(inner.data, letters=letters):
        return inner, ()
    from wirediff.loading.sources._mhtml import page_of_mhtml

    return page_of_mhtml(inner)


def _is_mhtml(data: bytes, *, letters: bool) -> bool:
    """Whether bytes begin as a MIME message of related parts, and not with the head of a letter where those count."""
    if not _MIME_FIELD.match(data):
        return False
    head = _HEAD_END.split(data[:_MIME_REACH], maxsplit=1)[0]
    return _MULTIPART.search(head) is not None and not (letters and _ADDRESSED.search(head))


def _without_gzip(source: Source) -> Source:
    if not source.data.startswith(_GZIP):
        return source
    data, problem = _gunzip(source)
    if problem and not data:
        raise InputError(f"{source.name}: {problem}")
    notes = (limits.truncated(problem),) if problem else ()
    media_type = None if source.media_type in _GZIP_TYPES else source.media_type
    return replace(source, data=data, media_type=media_type, notes=(*source.notes, *notes))


def _gunzip(source: Source) -> tuple[bytes, str | None]:
    """The unpacked bytes of all members, and what is wrong with the archive if anything is."""
    parts: list[bytes] = []
    size, rest = 0, source.data
    while rest:
        if not rest.startswith(_GZIP):
            return b"".join(parts), "the gzip data are damaged"
        if len(parts) == MAX_MEMBERS:
            raise InputError(f"{source.name}: has more than {MAX_MEMBERS:,} gzip members")
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            part = member.decompress(rest, limits.MAX_BYTES + 1 - size)
        except zlib.error:
            return b"".join(parts), "the gzip data are damaged"
        parts.append(part)
        size += len(part)
        _check_size(source, size)
        if not member.eof:
            return b"".join(parts), "the gzip data end too early"
        rest = member.unused_data.lstrip(_PADDING)
    return b"".join(parts), None


def _check_size(source: Source, size: int) -> None:
    limits.check_bytes(source.name, size, "unpacks to more than")
    if size > _RATIO_FLOOR and size > MAX_RATIO * source.size:
        raise InputError(f"{source.name}: unpacks to more than {MAX_RATIO} times its size")

"""Containers around a document, taken off under caps before any loader sees it."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace

from wirediff.errors import InputError
from wirediff.model import Note, Source

MAX_UNPACKED = 64 * 1024 * 1024
MAX_MEMBERS = 1_000
"""Of one gzip file; writers make one, some of them one for each megabyte."""
MAX_RATIO = 500
"""Deflate reaches about 1,030 : 1 on zeros; real pages stay below 20 : 1."""
_RATIO_FLOOR = 1024 * 1024
_MIME_REACH = 8192
_MIME_FIELD = re.compile(rb"[A-Za-z][A-Za-z-]{0,40}:[ \t]")
_MULTIPART = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_GZIP = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31


def unwrapped(source: Source) -> Source:
    """`source` without its gzip layer, if it has one, and the page of an MHTML file.

    A truncated or damaged archive gives what could be read and an incomplete note; one that gives nothing, or grows
    beyond the caps, raises InputError.
    """
    inner = _without_gzip(source)
    if not _is_mhtml(inner.data):
        return inner
    from wirediff.loading.sources._mhtml import page_of_mhtml

    return page_of_mhtml(inner)


def _is_mhtml(data: bytes) -> bool:
    """Whether bytes begin as a MIME message of related parts."""
    head = data[:_MIME_REACH]
    return _MIME_FIELD.match(head) is not None and _MULTIPART.search(head) is not None


def _without_gzip(source: Source) -> Source:
    if not source.data.startswith(_GZIP):
        return source
    data, problem = _gunzip(source)
    if problem and not data:
        raise InputError(f"{source.name}: {problem}")
    notes = (Note("truncated-archive", f"{problem}; only what came before is compared", True),) if problem else ()
    return replace(source, data=data, media_type=_inner_type(source.media_type), notes=(*source.notes, *notes))


def _inner_type(media_type: str | None) -> str | None:
    return None if media_type in ("application/gzip", "application/x-gzip") else media_type


def _gunzip(source: Source) -> tuple[bytes, str | None]:
    """The unpacked bytes of all members, and what is wrong with the archive if anything is."""
    parts: list[bytes] = []
    size, rest = 0, source.data
    while rest.startswith(_GZIP):
        if len(parts) == MAX_MEMBERS:
            raise InputError(f"{source.name}: has more than {MAX_MEMBERS:,} gzip members")
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            part = member.decompress(rest, MAX_UNPACKED + 1 - size)
        except zlib.error:
            return b"".join(parts), "the gzip data are damaged"
        parts.append(part)
        size += len(part)
        _check_size(source, size)
        if not member.eof:
            return b"".join(parts), "the gzip data end too early"
        rest = member.unused_data
    return b"".join(parts), None


def _check_size(source: Source, size: int) -> None:
    if size > MAX_UNPACKED:
        raise InputError(f"{source.name}: unpacks to more than {MAX_UNPACKED // 1024**2} MB")
    if size > _RATIO_FLOOR and size > MAX_RATIO * source.size:
        raise InputError(f"{source.name}: unpacks to more than {MAX_RATIO} times its size")

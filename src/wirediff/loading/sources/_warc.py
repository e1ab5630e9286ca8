"""One page of a web archive (WARC, ISO 28500), read record by record."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any
from urllib.parse import quote, urldefrag

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from wirediff.errors import InputError
from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources import _limits as limits
from wirediff.model import Source

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_LISTED = 5
"""Addresses that the error about several pages lists besides the first."""
_QUOTED = 80
"""Characters of an error, which may quote the archive."""


def page_of_warc(path: Path, url: str | None) -> Source:
    """The first capture of the page at `url` in an archive, or its only page where `url` is None.

    Raises InputError where there is no such page, several without a choice, or one that is too large. Memory is bounded
    by that size, whatever the size of the archive.
    """
    try:
        # warcio prints its warnings, with text of the archive, to standard error; it counts them too.
        with path.open("rb") as file, redirect_stderr(io.StringIO()):
            page, others = _found(path, ArchiveIterator(file), urldefrag(url)[0] if url else None)
    except (ArchiveLoadFailed, EOFError) as error:
        raise InputError(f"{path}: the web archive is damaged ({str(error)[:_QUOTED]!a})") from None
    except AttributeError:
        # What warcio raises for a record without its address or its length.
        raise InputError(f"{path}: the web archive is damaged (a record lacks a field)") from None
    if page is None:
        raise InputError(f"{path}: no page {f'at {url} ' if url else ''}in this web archive")
    if others:
        listed = ", ".join((page.url or "", *others))
        raise InputError(f"{path}: holds several pages, choose one as {path.name}#URL: {listed}")
    return page


def _found(path: Path, archive: Any, wanted: str | None) -> tuple[Source | None, list[str]]:
    """The page that is wanted, or the first one, and the addresses of a few others where none is named."""
    first: Source | None = None
    others: list[str] = []
    for address, record in _pages(archive):
        if address == wanted or (wanted is None and first is None):
            first = _source(path, address, record, archive)
            if wanted:
                break
        elif wanted is None and first and address != first.url and address not in others:
            others.append(address)
            if len(others) == _LISTED:
                break
    return first, others


def _pages(archive: Any) -> Iterator[tuple[str, Any]]:
    """The address and record of each HTML response."""
    for record in archive:
        address = record.rec_headers.get_header("WARC-Target-URI")
        if record.rec_type == "response" and address and _media_type(record) in HTML_TYPES:
            yield "".join(map(_printable, address.strip("<>"))), record


def _printable(char: str) -> str:
    """A character of an address, in its percent form where a terminal would obey it instead of showing it."""
    return char if char.isprintable() else quote(char)


def _media_type(record: Any) -> str:
    kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
    return str(kind).partition(";")[0].strip().lower()


def _source(path: Path, address: str, record: Any, archive: Any) -> Source:
    data = record.content_stream().read(limits.MAX_BYTES + 1)
    limits.check_bytes(str(path), len(data), "holds a page larger than")
    charset = _CHARSET.search(record.http_headers.get_header("Content-Type", ""))
    problem = _problem(record, archive)
    return Source(
        f"{path.name}#{address}",
        data,
        media_type=_media_type(record),
        encoding=charset[1] if charset else None,
        url=address,
        captured=record.rec_headers.get_header("WARC-Date"),
        notes=(limits.truncated(problem),) if problem else (),
    )


def _problem(record: Any, archive: Any) -> str | None:
    """What is wrong with the record that was just read, if anything is."""
    if record.raw_stream.limit and not record.raw_stream.read(1):
        return "the web archive ends too early"
    warnings = archive.err_count
    archive.read_to_end()
    return "a record of the web archive is longer than it says" if archive.err_count > warnings else None

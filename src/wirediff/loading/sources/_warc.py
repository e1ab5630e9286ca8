"""One page of a web archive (WARC, ISO 28500), read record by record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from wirediff.errors import InputError
from wirediff.model import Note, Source

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_LISTED = 5
_CUT = Note("truncated-archive", "the web archive ends too early; only what came before is compared", True)
_TOLD = 80
"""Characters of an error, which may quote the archive."""


def page_of_warc(path: Path, url: str | None, most: int) -> Source:
    """The first capture of the page at `url` in an archive, or its only page where `url` is None.

    Raises InputError where there is no such page, several without a choice, or one larger than `most` bytes. Memory is
    bounded by `most`, whatever the size of the archive.
    """
    wanted = urldefrag(url)[0] if url else None
    first: Source | None = None
    others: list[str] = []
    try:
        with path.open("rb") as file:
            for address, record in _pages(file):
                if address == wanted or (wanted is None and first is None):
                    first = _source(path, address, record, most)
                    if wanted:
                        break
                elif wanted is None and first and address != first.url and address not in others:
                    others.append(address)
                    if len(others) == _LISTED:
                        break
    except (ArchiveLoadFailed, EOFError) as error:
        raise InputError(f"{path}: the web archive is damaged ({str(error)[:_TOLD]!a})") from None
    if first is None:
        raise InputError(f"{path}: no page {f'at {url} ' if url else ''}in this web archive")
    if others:
        listed = ", ".join((first.url or "", *others))
        raise InputError(f"{path}: holds several pages, choose one as {path.name}#URL: {listed}")
    return first


def _pages(file: Any) -> Iterator[tuple[str, Any]]:
    """The address and record of each HTML response."""
    for record in ArchiveIterator(file):
        address = record.rec_headers.get_header("WARC-Target-URI")
        if record.rec_type == "response" and address and _media_type(record) in _PAGES:
            yield address.strip("<>"), record


def _media_type(record: Any) -> str:
    kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
    return str(kind).partition(";")[0].strip().lower()


def _source(path: Path, address: str, record: Any, most: int) -> Source:
    data = record.content_stream().read(most + 1)
    if len(data) > most:
        raise InputError(f"{path}: holds a page larger than {most // 1024**2} MB")
    cut = bool(record.raw_stream.limit) and not record.raw_stream.read(1)
    charset = _CHARSET.search(record.http_headers.get_header("Content-Type", ""))
    return Source(
        f"{path.name}#{address}",
        data,
        media_type=_media_type(record),
        encoding=charset[1] if charset else None,
        url=address,
        captured=record.rec_headers.get_header("WARC-Date"),
        notes=(_CUT,) if cut else (),
    )

"""One page of a web archive (WARC, ISO 28500), read record by record."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urldefrag

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from wirediff.errors import InputError
from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources import _limits as limits
from wirediff.model import Note, Source

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MOMENT = re.compile(r"(\d{4,14})/(?=[A-Za-z][A-Za-z0-9+.-]*:)")
"""When a page was captured, as web archives write it before its address: 20260302101500/https://…."""
_SECOND = 14
"""Digits of a moment to the second."""
_NO_DIGITS = re.compile(r"\D")
_REDIRECTS, _FIRST_ERROR = 300, 400
"""Status codes from which a server leads elsewhere, and from which it has no page to give."""
_SAME_SECOND = Note("several-captures", "another capture of the same second differs; the first is read", True)
_LISTED = 5
"""Addresses or captures that an error lists besides the first."""
_QUOTED = 80
"""Characters of an error, which may quote the archive."""


def page_of_warc(path: Path, wanted: str | None) -> Source:
    """The page at an address in an archive, or its only page where none is `wanted`.

    Before the address may be when it was captured: 20260302/https://…. Redirects are not pages, and an error page is
    one only where the archive has nothing else. Raises InputError where there is no such page, several pages or
    different captures without a choice, or one that is too large. Memory is bounded by that size, whatever the size of
    the archive.
    """
    wish = _wish(wanted)
    pages, errors = _Found(), _Found()
    damage = _look_through(path, wish, pages, errors)
    found = pages if pages.first else errors
    page = found.first
    if page is None:
        missing = f"no page {f'at {wanted} ' if wanted else ''}in this web archive"
        raise InputError(f"{path}: {damage or missing}")
    if damage:
        page = replace(page, notes=(*page.notes, limits.truncated(damage)))
    if found.others:
        listed = ", ".join((page.url or "", *found.others))
        raise InputError(f"{path}: holds several pages, choose one as {path.name}#URL: {listed}")
    if found.moments and len(wish.moment) == _SECOND:
        return replace(page, notes=(*page.notes, _SAME_SECOND))
    if found.moments:
        listed = ", ".join(f"{path.name}#{each}/{page.url}" for each in (_moment(page), *found.moments))
        raise InputError(f"{path}: holds captures of this page that differ, choose one: {listed}")
    return page


class _Wish(NamedTuple):
    """The address that is wanted, if any, and how the moment of its capture begins."""

    address: str | None
    moment: str

    def is_met(self, url: str, record: Any) -> bool:
        """Whether a record is what is wanted."""
        return self.address in (None, url) and _date(record).startswith(self.moment)


def _wish(wanted: str | None) -> _Wish:
    found = _MOMENT.match(wanted or "")
    address = urldefrag((wanted or "")[found.end() if found else 0 :])[0]
    return _Wish(address or None, found[1] if found else "")


class _Found:
    """The first page that may be meant, the moments of captures of it that differ, and addresses of other pages."""

    def __init__(self) -> None:
        self.first: Source | None = None
        self.moments: list[str] = []
        self.others: list[str] = []

    def take(self, address: str, read: Callable[[], Source]) -> None:
        """Look at one more page; one at another address than the first is not read."""
        if self.first is None:
            self.first = read()
        elif address != self.first.url:
            self.others.extend([address] if address not in self.others else ())
        elif (again := read()).data != self.first.data:
            self.moments.append(_moment(again))

    @property
    def is_unclear(self) -> bool:
        """Whether there are as many others as an error lists."""
        return max(len(self.others), len(self.moments)) == _LISTED


def _look_through(path: Path, wish: _Wish, pages: _Found, errors: _Found) -> str | None:
    """Find the pages that may be meant, and the servers' answers that are errors; return how the archive is damaged."""
    try:
        # warcio prints its warnings, with text of the archive, to standard error; it counts them too.
        with path.open("rb") as file, redirect_stderr(io.StringIO()):
            archive = ArchiveIterator(file)
            for url, record in _pages(archive):
                if wish.is_met(url, record):
                    found = errors if _status(record) >= _FIRST_ERROR else pages
                    found.take(url, partial(_source, path, url, record, archive))
                if pages.is_unclear:
                    break
    except (ArchiveLoadFailed, EOFError) as error:
        return f"the web archive is damaged ({str(error)[:_QUOTED]!a})"
    except AttributeError:
        # What warcio raises for a record without its address or its length.
        return "the web archive is damaged (a record lacks a field)"
    return None


def _pages(archive: Any) -> Iterator[tuple[str, Any]]:
    """The address and record of each HTML response, except those that only lead to another address."""
    for record in archive:
        address = record.rec_headers.get_header("WARC-Target-URI")
        is_page = record.rec_type == "response" and address and _media_type(record) in HTML_TYPES
        if is_page and not _REDIRECTS <= _status(record) < _FIRST_ERROR:
            yield "".join(map(_printable, address.strip("<>"))), record


def _status(record: Any) -> int:
    """What the server answered, 0 if that is not a number."""
    code = str(record.http_headers.get_statuscode())
    return int(code) if code.isascii() and code.isdigit() else 0


def _date(record: Any) -> str:
    """When a record was captured, in digits."""
    return _NO_DIGITS.sub("", record.rec_headers.get_header("WARC-Date") or "")


def _moment(page: Source) -> str:
    """When a page was captured, to the second, as `_MOMENT` has it."""
    return _NO_DIGITS.sub("", page.captured or "")[:_SECOND]


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
    problem, status = _problem(record, archive), _status(record)
    notes = (limits.truncated(problem) if problem else None, _error(status) if status >= _FIRST_ERROR else None)
    return Source(
        f"{path.name}#{address}",
        data,
        media_type=_media_type(record),
        encoding=charset[1] if charset else None,
        url=address,
        captured=record.rec_headers.get_header("WARC-Date"),
        notes=tuple(note for note in notes if note),
    )


def _error(status: int) -> Note:
    return Note("http-error", f"the server answered {status}; this may be its error page, not the article", True)


def _problem(record: Any, archive: Any) -> str | None:
    """What is wrong with the record that was just read, if anything is."""
    if record.raw_stream.limit and not record.raw_stream.read(1):
        return "the web archive ends too early"
    warnings = archive.err_count
    archive.read_to_end()
    return "a record of the web archive is longer than it says" if archive.err_count > warnings else None

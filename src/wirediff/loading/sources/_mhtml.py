"""The page inside an MHTML file, which browsers write as "save as single file"."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime

from wirediff.errors import InputError
from wirediff.loading.sources import HTML_TYPES
from wirediff.loading.sources._images import PartImages
from wirediff.loading.sources._limits import truncated
from wirediff.model import Source

_TEXTS = (*HTML_TYPES, "text/plain")
MOST_PARTS = 5_000
"""Pages have some hundred pictures and styles; the standard library takes a fifth of a millisecond for each part."""


def page_of_mhtml(source: Source) -> tuple[Source, tuple[Source, ...]]:
    """The page inside an MHTML file, and its other texts, named by their addresses.

    Raises InputError where there isn't one, and where there are too many parts or too many inside each other.
    """
    # Not only boundaries begin so, but little else does.
    if source.data.count(b"\n--") > MOST_PARTS:
        raise InputError(f"{source.name}: an MHTML file with more than {MOST_PARTS:,} parts")
    try:
        message, parts = _read(source.data)
    except RecursionError:
        raise InputError(f"{source.name}: an MHTML file with too many parts inside each other") from None
    pages = [part for part in parts if part.get_content_type() in HTML_TYPES]
    start = message.get_param("start")
    page = next((part for part in pages if start and _header(part, "Content-ID") == start), pages[0] if pages else None)
    if page is None:
        raise InputError(f"{source.name}: an MHTML file without a page in it")
    others = tuple(_other(part) for part in parts if part is not page and part.get_content_type() in _TEXTS)
    cut = _is_cut(parts)
    inner = replace(
        source,
        data=_payload(page),
        media_type=page.get_content_type(),
        encoding=page.get_content_charset() or source.encoding,
        url=_header(page, "Content-Location") or _header(message, "Snapshot-Content-Location") or source.url,
        captured=_date(_header(message, "Date")) or source.captured,
        notes=(*source.notes, truncated("the MHTML file ends too early")) if cut else source.notes,
        images=PartImages(parts),
    )
    return inner, others


def _other(part: Message) -> Source:
    name = _header(part, "Content-Location") or _header(part, "Content-ID")
    return Source(name, _payload(part), part.get_content_type(), part.get_content_charset())


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _read(data: bytes) -> tuple[Message, list[Message]]:
    """The message and all its parts.

    The policy is the one that leaves headers as they are: decoding an encoded subject of 640 KB, as the newer policy
    does, took 6 GB of memory.
    """
    message: Message = email.message_from_bytes(data, policy=email.policy.compat32)
    return message, list(message.walk())


def _header(part: Message, name: str) -> str:
    return str(part.get(name) or "").strip()


def _is_cut(parts: list[Message]) -> bool:
    return any("Boundary" in type(defect).__name__ for part in parts for defect in part.defects)


def _date(text: str) -> str | None:
    """A mail date as ISO 8601, or None."""
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).isoformat()

"""The page inside an MHTML file, which browsers write as "save as single file"."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from wirediff.errors import InputError
from wirediff.model import Note, Source

MOST_PARTS = 5_000
"""Pages have some hundred pictures and styles; the standard library takes a fifth of a millisecond for each part."""
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def page_of_mhtml(source: Source) -> Source:
    """The page inside an MHTML file; raises InputError where there is none, or parts without end."""
    # Not only boundaries begin so, but little else does.
    if source.data.count(b"\n--") > MOST_PARTS:
        raise InputError(f"{source.name}: an MHTML file with more than {MOST_PARTS:,} parts")
    message = email.message_from_bytes(source.data, policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
    root = message.get_param("start")
    page = next((part for part in parts if root and part.get("Content-ID") == root), parts[0] if parts else None)
    if not isinstance(page, EmailMessage):
        raise InputError(f"{source.name}: an MHTML file without a page in it")
    data = page.get_payload(decode=True)
    cut = Note("truncated-archive", "the MHTML file ends too early; only what came before is compared", True)
    return replace(
        source,
        data=data if isinstance(data, bytes) else b"",
        media_type=page.get_content_type(),
        encoding=page.get_content_charset() or source.encoding,
        url=str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "") or source.url,
        captured=_date(str(message.get("Date") or "")) or source.captured,
        notes=(*source.notes, cut) if _is_cut(message) else source.notes,
    )


def _is_cut(message: EmailMessage) -> bool:
    return any("Boundary" in type(defect).__name__ for part in message.walk() for defect in part.defects)


def _date(text: str) -> str | None:
    """A mail date as ISO 8601, or None."""
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).isoformat()

"""The head of a letter."""

from __future__ import annotations

import re
from datetime import UTC
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

_LONGEST = 10_000
"""Characters of a header that are decoded; longer ones are attacks."""
_FIELD = re.compile(rb"([!-9;-~]{1,80}):")
_TELLING = frozenset(
    (b"from", b"to", b"subject", b"date", b"message-id", b"received", b"mime-version", b"return-path", b"delivered-to")
)
_ENOUGH = 2
"""Telling fields of the head of a message: a plain text may open with a line like "Date: …"."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_REACH = 1024 * 1024
"""Bytes of the longest head that is looked through."""
_CONTINUED = (b" ", b"\t", b"From ", b">From ")
"""How lines begin that go on with a field, and the line that some programs put before the head."""
_ANSWERED = "re|fwd?|aw|wg|tr|rv|sv|vs|vb|antw|doorst|odp|enc|rif|ynt|ilt|i|r"
_PREFIX = re.compile(rf"(?:(?:{_ANSWERED})(?:\[\d{{1,3}}\])?\s?:\s*){{1,20}}", re.IGNORECASE)
"""What programs of several languages put before the subject of an answered or forwarded letter."""


def is_message(data: bytes) -> bool:
    """Whether bytes begin with the head of a message: nothing except fields, two of them such as each letter has."""
    head, *rest = _HEAD_END.split(data[:_REACH].lstrip(), maxsplit=1)
    fields = [_FIELD.match(line) for line in head.splitlines() if not line.startswith(_CONTINUED)]
    names = {field[1].lower() for field in fields if field}
    return bool(rest) and all(fields) and len(names & _TELLING) >= _ENOUGH


def header(part: Message, name: str) -> str:
    """A header as people see it, or nothing."""
    return readable(str(part.get(name) or ""))


def readable(raw: str) -> str:
    """The text of a header, which may be encoded."""
    raw = raw[:_LONGEST]
    try:
        text = str(make_header(decode_header(raw)))
    except (LookupError, ValueError, HeaderParseError):
        text = raw
    return " ".join(text.split())


def parted_subject(subject: str) -> tuple[str, str]:
    """What says that a letter was answered or forwarded, and its subject."""
    prefix = _PREFIX.match(subject)
    return (prefix[0].strip(), subject[prefix.end() :]) if prefix else ("", subject)


def sender(message: Message) -> tuple[str, ...]:
    """The name of the sender, if the letter says it."""
    name = parseaddr(header(message, "From"))[0]
    return (name,) if name else ()


def date(message: Message) -> str | None:
    """The date of a letter as ISO 8601, or None."""
    try:
        found = parsedate_to_datetime(header(message, "Date"))
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()

"""Mail (RFC 5322, MIME): a letter's text, read by the core as the page or the plain text that it is.

`headers` knows the head of a letter, `letter` goes through its parts.
"""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import Message

from wirediff.errors import InputError
from wirediff.model import Article, Block, Metadata, Note, Source
from wirediff_documents.eml.headers import date, header, is_message, parted_subject, sender
from wirediff_documents.eml.letter import Letter
from wirediff_documents.page import without_names

MOST_PARTS = 5_000
"""As of a saved page; letters have a dozen."""
_SHOWN = ("From", "To", "Cc", "Date")
"""Headers that every program shows, and a story has no place for."""
_CUT = Note("truncated", "the message is damaged or ends too early; it was read as far as possible", True)
_DAMAGES = ("Boundary", "Base64")
"""What the standard library calls the defects of a message that was cut."""


def load(source: Source) -> Article | None:
    """The article of a letter, or None where the source isn't one.

    Of a text in two forms the page is read; what the other form has besides is left out. Raises InputError for a letter
    that is encrypted or has no text.
    """
    if not is_message(source.data):
        return None
    if source.data.count(b"\n--") > MOST_PARTS:
        raise InputError(f"{source.name}: a message with more than {MOST_PARTS:,} parts")
    # The policy that leaves headers as they are: the newer one takes 6 GB to decode a subject of 640 KB.
    message = email.message_from_bytes(source.data, policy=email.policy.compat32)
    letter = Letter(source.name, message)
    is_cut = any(name in type(defect).__name__ for defect in _defects(message) for name in _DAMAGES)
    return _article(source, message, letter, (_CUT,) if is_cut else ())


def _defects(message: Message) -> list[Exception]:
    return [defect for part in message.walk() for defect in part.defects]


def _article(source: Source, message: Message, letter: Letter, notes: tuple[Note, ...]) -> Article:
    """The article: its headline is the subject, unless the text has one; other headers are left out."""
    builder = letter.builder
    prefix, subject = parted_subject(header(message, "Subject"))
    builder.lead([Block("", "headline", subject, path="Subject")] if subject else ())
    for name, text in (("Subject", prefix), *((name, header(message, name)) for name in _SHOWN)):
        builder.omit(text, "no-role", path=name)
    builder.figures[:] = map(without_names, builder.figures)
    return builder.article(
        source,
        encoding=letter.encoding,
        metadata=_metadata(message, letter),
        language=letter.language,
        notes=notes,
    )


def _metadata(message: Message, letter: Letter) -> Metadata:
    """What the text says; where that names nobody the sender is its author, and its date that of the letter."""
    said, printed = letter.metadata, letter.builder.printed()
    return replace(
        said,
        bylines=said.bylines or printed.bylines or sender(message),
        dateline=said.dateline or printed.dateline,
        published=said.published or printed.published or date(message),
    )
